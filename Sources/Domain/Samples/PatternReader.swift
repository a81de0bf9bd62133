// Reads patterns from their plain text.

/// Reads `projects.txt`; the notation stands at the head of that file.
struct PatternReader {
  private(set) var patterns: [ProjectPattern] = []

  /// - Throws: the first line that cannot be read.
  init(_ text: String) throws(PatternFailure) {
    var block: [Line] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let first = line.first, first != "#" else { continue }
      if first == "【" {
        if !block.isEmpty { try take(block) }
        block = []
      }
      block.append(Line(number: index + 1, text: String(line)))
    }
    if !block.isEmpty { try take(block) }
  }

  private struct Line {
    var number: Int
    var text: String

    var failure: PatternFailure { PatternFailure(line: number, text: text) }
    /// What stands behind the first word.
    var rest: Substring { text.drop { $0 != " " }.drop { $0 == " " } }
  }

  /// One pattern for each word.
  private mutating func take(_ block: [Line]) throws(PatternFailure) {
    guard let head = block.first, head.text.last == "】" else {
      throw block.first?.failure ?? PatternFailure(line: 0, text: "")
    }
    let kind = String(head.text.dropFirst().dropLast())
    let words = block.first { $0.text.first == "词" }.map { PatternReader.cells($0.rest) } ?? [""]
    for word in words {
      let filled = block.dropFirst().map {
        Line(number: $0.number, text: $0.text.replacing(PatternWords.word, with: word))
      }
      patterns.append(try Self.pattern(kind, filled, head))
    }
  }

  private static func pattern(
    _ kind: String, _ lines: [Line], _ head: Line
  ) throws(PatternFailure) -> ProjectPattern {
    var variables: [ProjectPattern.Variable] = []
    var names: [String] { variables.map(\.name) }
    var texts: [Character: Line] = [:]
    var cost: ProjectPattern.Formula?
    var rows: [ProjectPattern.Row] = []
    for line in lines {
      switch line.text.first {
      case "定", "元", "月": variables.append(try drawn(line, .fixed))
      case "数": variables.append(try drawn(line, .moving))
      case "率": variables.append(try drawn(line, .share))
      case "算":
        let sides = line.rest.split(separator: "=").map(trimmed)
        guard sides.count == 2, let formula = formula(sides[1], names) else { throw line.failure }
        variables.append(.init(name: String(sides[0]), source: .computed(formula)))
      case "用":
        cost = formula(line.rest, names)
        if cost == nil { throw line.failure }
      case "-": rows.append(try row(line, names))
      case "谁", "类", "期", "词", "名", "年", "久": texts[line.text.first ?? " "] = line
      default: throw line.failure
      }
    }
    guard let units = texts["谁"]?.rest, let category = texts["类"]?.rest, let span = texts["期"]?.rest,
      let name = texts["名"]?.rest, let cost, !rows.isEmpty,
      let annual = texts["年"].flatMap({ TextPattern($0.rest, variables: names) }),
      let period = texts["久"].flatMap({ TextPattern($0.rest, variables: names) }),
      span == PatternWords.standing || Int(span) != nil
    else { throw head.failure }
    return ProjectPattern(
      kind: kind,
      units: units == PatternWords.everywhere ? nil : units.split(separator: " ").map(String.init),
      category: String(category), years: Int(span), name: String(name), variables: variables, cost: cost,
      annualGoal: annual, periodGoal: period, rows: rows)
  }

  /// `数 人 60…240/10`, or one number.
  private static func drawn(
    _ line: Line, _ motion: ProjectPattern.Motion
  ) throws(PatternFailure) -> ProjectPattern.Variable {
    let words = line.rest.split(separator: " ")
    guard words.count == 2 else { throw line.failure }
    let parts = words[1].split(separator: "/")
    let ends = parts[0].split(separator: "…").compactMap { Int($0) }
    let step = parts.count > 1 ? Int(parts[1]) : 1
    guard let low = ends.first, let high = ends.last, low <= high, let step, step > 0 else {
      throw line.failure
    }
    return .init(
      name: String(words[0]), source: .drawn(.init(bounds: low...high, step: step, motion: motion)))
  }

  private static func formula(_ text: Substring, _ names: [String]) -> ProjectPattern.Formula? {
    var products: [[ProjectPattern.Formula.Factor]] = []
    for product in text.split(separator: "+") {
      var factors: [ProjectPattern.Formula.Factor] = []
      var divides = false
      for word in product.split(separator: " ") {
        if word == "×" || word == "÷" {
          divides = word == "÷"
        } else if let place = names.firstIndex(where: { $0 == word }) {
          factors.append(.init(variable: place, number: 0, divides: divides))
        } else if let number = Int(word) {
          factors.append(.init(variable: nil, number: number, divides: divides))
        } else {
          return nil
        }
      }
      products.append(factors)
    }
    return products.isEmpty ? nil : ProjectPattern.Formula(products: products)
  }

  /// `- 数量 | 培训人次 | ≥{人}人次 | 累`
  private static func row(_ line: Line, _ names: [String]) throws(PatternFailure) -> ProjectPattern.Row {
    let cells = cells(line.rest)
    guard cells.count == 3 || cells.count == 4 && cells[3] == PatternWords.accumulates,
      let category = PatternWords.categories.first(where: { $0.word == cells[0] })?.category,
      let name = TextPattern(cells[1], variables: names), let value = TextPattern(cells[2], variables: names)
    else { throw line.failure }
    return ProjectPattern.Row(
      category: category, name: name, value: value, accumulates: cells.count == 4,
      isOptional: line.text.hasPrefix("-?"))
  }

  /// The cells between bars.
  static func cells(_ text: Substring) -> [String] {
    text.split(separator: "|", omittingEmptySubsequences: false).map { String(trimmed($0)) }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
