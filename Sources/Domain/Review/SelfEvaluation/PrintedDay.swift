// Full dates inside a text: 2023年11月30日, 2023-11-30, 2023.11.30.
import Quantities

enum PrintedDay {
  /// Every day that is printed with year, month and day, in order.
  static func all(in text: String) -> [Day] {
    var numbers: [(value: Int, digits: Int, end: Int, start: Int)] = []
    let cells = Array(text.unicodeScalars)
    var place = 0
    while place < cells.count {
      guard cells[place].isDigit else {
        place += 1
        continue
      }
      let start = place
      let value = PrintedNumber.digits(at: &place, in: cells)
      numbers.append((value, place - start, place, start))
      if place - start == 9 { while place < cells.count, cells[place].isDigit { place += 1 } }
    }
    var days: [Day] = []
    for index in numbers.indices.dropLast(2) {
      let (year, month, day) = (numbers[index], numbers[index + 1], numbers[index + 2])
      guard year.digits == 4, month.start == year.end + 1, day.start == month.end + 1,
        separators.contains([cells[year.end], cells[month.end]]), (1949...2999).contains(year.value),
        let printed = Day(year: year.value, month: month.value, day: day.value)
      else { continue }
      days.append(printed)
    }
    return days
  }

  private static let separators: [[Unicode.Scalar]] = [["年", "月"], ["-", "-"], [".", "."], ["/", "/"]]
}
