// The one function of the mathematics library that the contrast of colours needs.
import Glibc

func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
