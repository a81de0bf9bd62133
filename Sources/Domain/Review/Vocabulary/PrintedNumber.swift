// Plain numbers as points, scores and rates are printed: 10, 8.62分, 95.5%.
import Quantities

enum PrintedNumber {
  /// The number of a cell that holds nothing else but a unit of points or percent; nil for words.
  static func read(_ text: String) -> ExactDecimal? {
    var kept = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9", ".", "-": kept.unicodeScalars.append(scalar)
      case "０"..."９": kept.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
      case "．": kept.append(".")
      case "%", "％", "分", ",", "，": continue
      case _ where scalar.isBlank: continue
      default: return nil
      }
    }
    return ExactDecimal(kept)
  }

  /// The number of the digits from a place on, at most nine of them; the place moves behind those read.
  static func digits(at place: inout Int, in cells: [Unicode.Scalar]) -> Int {
    let start = place
    var value = 0
    while place < cells.count, cells[place].isDigit, place - start < 9 {
      value = value * 10 + Int(cells[place].value - 0x30)
      place += 1
    }
    return value
  }

  /// How many digits stand behind the point.
  static func places(of text: String) -> Int {
    guard let point = text.unicodeScalars.firstIndex(where: { $0 == "." || $0 == "．" }) else { return 0 }
    return text.unicodeScalars[point...].dropFirst().count { $0.isDigit }
  }
}
