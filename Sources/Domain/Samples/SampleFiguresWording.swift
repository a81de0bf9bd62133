// How samples write days and amounts in sentences.

enum SampleFiguresWording {
  static let underWay = "按计划推进"

  static func day(_ year: Int, _ month: Int, _ day: Int) -> String { "\(year)年\(month)月\(day)日" }
}
