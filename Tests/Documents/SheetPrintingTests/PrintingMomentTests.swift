// Moments are written as the calendar has them.
import Testing

@testable import SheetPrinting

@Suite struct PrintingMomentTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
    (1_709_251_199, "2024-02-29T23:59:59Z"),
    (1_798_761_600, "2027-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
    (Int.min, "0001-01-01T00:00:00Z"), (Int.max, "9999-12-31T23:59:59Z"),
  ])
  func `a moment is a day and a time of day`(seconds: Int, text: String) {
    #expect(PrintingMoment(secondsSince1970: seconds).text == text)
  }
}
