// How much a survey can prove: the chance that all asked are content although not all people are.
import Quantities

enum SurveySample {
  /// The number of questionnaires that a text tells: `发放问卷 20 份`, `调查50人`, `20份问卷`.
  static func size(in text: String) -> Int? {
    let cells = Array(text.unicodeScalars)
    var place = 0
    while place < cells.count {
      guard cells[place].isDigit else {
        place += 1
        continue
      }
      let start = place
      let value = PrintedNumber.digits(at: &place, in: cells)
      var next = place
      while next < cells.count, cells[next] == " " { next += 1 }
      guard next < cells.count, "份人户名位".unicodeScalars.contains(cells[next]), value > 0 else { continue }
      let before = String(String.UnicodeScalarView(cells[max(0, start - 10)..<start]))
      let behind = String(String.UnicodeScalarView(cells[next..<min(cells.count, next + 6)]))
      if asked.contains(where: { before.contains($0) }) || behind.contains("问卷") || behind.contains("调查表") {
        return value
      }
    }
    return nil
  }

  private static let asked = ["问卷", "调查", "访谈", "回访", "抽样", "样本", "随访", "测评", "抽查"]

  /// The chance in percent that `size` people drawn at random are all content when only `percent` of a
  /// hundred are: (percent ÷ 100) to the power of size, cut to whole percents.
  static func chanceAllContent(size: Int, percent: Int) -> Int {
    guard size > 0, (0...100).contains(percent) else { return percent == 100 ? 100 : 0 }
    // Millionths of a millionth, so that thirty factors lose nothing that shows.
    var chance: UInt64 = 1_000_000_000_000
    for _ in 0..<min(size, 400) { chance = chance * UInt64(percent) / 100 }
    return Int(chance / 10_000_000_000)
  }
}
