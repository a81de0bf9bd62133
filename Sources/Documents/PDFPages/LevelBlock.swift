// Tables with level lines only: lines of one width below each other, with texts in columns between them.

/// Level ruling lines that make a table, from top to bottom.
struct LevelBlock {
  private(set) var levels: [Rule]

  var box: PageBox {
    PageBox(
      left: levels.map(\.from).min() ?? 0, top: levels.first?.position ?? 0,
      right: levels.map(\.to).max() ?? 0, bottom: levels.last?.position ?? 0)
  }

  /// Lines whose ends are this near are of one width.
  private static let near = 6.0
  /// Narrower lines are signs of their own, or underline a word.
  private static let widthMin = 90.0
  private static let rulesMax = 2_000

  /// The tables among lines.
  ///
  /// - Parameters:
  ///   - rules: level lines that no upright line meets.
  ///   - lines: the texts that stand in no other table.
  static func blocks(_ rules: [Rule], _ lines: [TextLine], usualSize: Double) -> [LevelBlock] {
    guard rules.count >= 2, rules.count <= rulesMax else { return [] }
    let sorted = rules.sorted { $0.position < $1.position }
    var blocks: [LevelBlock] = []
    var isUsed = [Bool](repeating: false, count: sorted.count)
    for start in sorted.indices where !isUsed[start] && sorted[start].length >= widthMin {
      let model = sorted[start]
      var members = [start]
      for index in sorted.indices where index > start && !isUsed[index] {
        let rule = sorted[index]
        if rule.from > model.from - near, rule.to < model.to + near { members.append(index) }
      }
      let rules = belonging(members.map { sorted[$0] }, to: model)
      let found = runs(of: rules, like: model, lines, usualSize)
      guard !found.isEmpty else { continue }
      blocks += found
      let box = (model.from - near, model.to + near)
      for index in members {
        let rule = sorted[index]
        isUsed[index] = found.contains {
          rule.position >= $0.box.top && rule.position <= $0.box.bottom && rule.from > box.0
            && rule.to < box.1
        }
      }
    }
    return blocks
  }

  private static func isFull(_ rule: Rule, like model: Rule) -> Bool {
    abs(rule.from - model.from) < near && abs(rule.to - model.to) < near
  }

  /// Lines that run to a side, or go on with others at their height that do; a line under a word does not.
  private static func belonging(_ rules: [Rule], to model: Rule) -> [Rule] {
    rules.filter { rule in
      rules.contains {
        abs($0.position - rule.position) < 2
          && (abs($0.from - model.from) < near || abs($0.to - model.to) < near)
      } && rule.length >= 12
    }
  }

  /// Lines parted where what stands between two of them is no row of a table.
  private static func runs(
    of rules: [Rule], like model: Rule, _ lines: [TextLine], _ usualSize: Double
  ) -> [LevelBlock] {
    var blocks: [LevelBlock] = []
    var open: [Rule] = []
    func close() {
      if let top = open.first, let bottom = open.last, isTable(open, top, bottom, lines) {
        blocks.append(LevelBlock(levels: open))
      }
      open = []
    }
    for rule in rules {
      if let last = open.last, rule.position - last.position > RulingLines.tolerance {
        let inside = lines.filter { $0.box.centerY > last.position && $0.box.centerY < rule.position }
        if isFull(last, like: model) || isFull(rule, like: model),
          !isBand(inside, last.position, rule.position, model, usualSize)
        {
          close()
        }
      }
      open.append(rule)
    }
    close()
    return blocks
  }

  /// Whether texts between two lines can be rows: they do not reach beyond the lines, and are not a title.
  private static func isBand(
    _ lines: [TextLine], _ top: Double, _ bottom: Double, _ model: Rule, _ usualSize: Double
  ) -> Bool {
    let own = lines.filter { $0.box.right > model.from && $0.box.left < model.to }
    guard let first = own.first, let last = own.last else { return bottom - top < 60 }
    for line in own where line.box.left < model.from - near || line.box.right > model.to + 2 * near {
      return false
    }
    let isPlain = own.allSatisfy { $0.segments(gap: ColumnGaps.wide).count == 1 }
    guard isPlain else { return true }
    let isSet = own.contains { $0.size > usualSize * 1.25 }
    let (above, below) = (first.box.top - top, bottom - last.box.bottom)
    return !(isSet || (above > 1.2 * first.size && below > 1.2 * last.size))
  }

  /// Three lines at least, and texts beside each other between them.
  private static func isTable(_ rules: [Rule], _ top: Rule, _ bottom: Rule, _ lines: [TextLine]) -> Bool {
    var heights = 0
    var last = -Double.infinity
    for rule in rules where rule.position - last > RulingLines.tolerance {
      heights += 1
      last = rule.position
    }
    guard heights >= 2 else { return false }
    let inside = lines.filter { $0.box.centerY > top.position && $0.box.centerY < bottom.position }
    let columned = inside.count { $0.segments(gap: ColumnGaps.wide).count > 1 }
    return heights >= 3 ? columned >= 1 : columned >= 3 && columned * 2 >= inside.count
  }
}
