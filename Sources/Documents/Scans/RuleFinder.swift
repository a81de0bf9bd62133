// Ruling lines in a picture: long thin runs of ink that meet others across.

/// A straight line of ink along an edge of the page, in pixels.
struct PixelRule: Equatable {
  /// The y of its middle where it is level, the x where it is upright.
  var position: Double
  var from: Int
  /// Outside.
  var to: Int
  /// Its pixels, run by run; level runs for level lines, upright runs for upright ones.
  var runs: [Run]

  struct Run: Equatable {
    var line: Int
    var from: Int
    var to: Int
  }

  var length: Int { to - from }
}

/// The level and upright rules of a page.
struct RuleFinder {
  private(set) var level: [PixelRule]
  private(set) var upright: [PixelRule]

  /// Rules of a page of this many make no form.
  private static let countMax = 4_000

  init(_ map: InkMap, pixelsPerPoint: Double) {
    level = Self.rules(in: map, isLevel: true, lengthMin: Int(14 * pixelsPerPoint), pixelsPerPoint)
    upright = Self.rules(in: map, isLevel: false, lengthMin: Int(11 * pixelsPerPoint), pixelsPerPoint)
    keepFigures(pixelsPerPoint)
  }

  // MARK: Runs

  private static func rules(
    in map: InkMap, isLevel: Bool, lengthMin: Int, _ pixelsPerPoint: Double
  ) -> [PixelRule] {
    let lines = isLevel ? map.height : map.width
    var open: [PixelRule] = []
    var done: [PixelRule] = []
    let thicknessMax = 4.5 * pixelsPerPoint
    func close(_ rule: PixelRule) {
      let area = rule.runs.reduce(0) { $0 + $1.to - $1.from }
      guard let first = rule.runs.lazy.map(\.line).min(), let last = rule.runs.lazy.map(\.line).max(),
        done.count < 4 * countMax
      else { return }
      let thickness = Double(area) / Double(max(1, rule.length))
      let spread = last - first + 1
      guard thickness <= thicknessMax, rule.length >= 5 * spread || Double(spread) <= thicknessMax else {
        return
      }
      var rule = rule
      let moment = rule.runs.reduce(0) { $0 + $1.line * ($1.to - $1.from) }
      rule.position = Double(moment) / Double(area) + 0.5
      done.append(rule)
    }
    for line in 0..<lines {
      var grown: [PixelRule] = []
      let runs = runs(of: map, line, isLevel: isLevel, lengthMin: lengthMin)
      guard !runs.isEmpty || !open.isEmpty else { continue }
      var rest = open
      for run in runs {
        var rule = PixelRule(position: 0, from: run.from, to: run.to, runs: [run])
        // Runs of neighbouring lines are of one rule where they overlap or nearly touch.
        for index in rest.indices.reversed()
        where rest[index].to + 3 >= run.from && rest[index].from <= run.to + 3 {
          let other = rest.remove(at: index)
          rule.from = min(rule.from, other.from)
          rule.to = max(rule.to, other.to)
          rule.runs = other.runs + rule.runs
        }
        if let index = grown.indices.last, grown[index].to + 3 >= rule.from {
          grown[index].from = min(grown[index].from, rule.from)
          grown[index].to = max(grown[index].to, rule.to)
          grown[index].runs += rule.runs
          grown[index].runs.sort { $0.line < $1.line }
        } else {
          grown.append(rule)
        }
      }
      for rule in rest {
        // One line may be missing.
        if let last = rule.runs.last, line - last.line <= 1 { grown.append(rule) } else { close(rule) }
      }
      open = grown
    }
    open.forEach(close)
    return done
  }

  /// Long runs of ink along a line; holes of a few pixels do not count.
  private static func runs(
    of map: InkMap, _ line: Int, isLevel: Bool, lengthMin: Int
  ) -> [PixelRule.Run] {
    let length = isLevel ? map.width : map.height
    let (start, step) = isLevel ? (line * map.width, 1) : (line, map.width)
    var runs: [PixelRule.Run] = []
    map.ink.withUnsafeBufferPointer { ink in
      var from = -1
      var last = -1
      var count = 0
      var place = start
      for index in 0..<length {
        if ink[place] != 0 {
          if from < 0 { (from, count) = (index, 0) }
          last = index
          count += 1
        } else if from >= 0, index - last > 3 {
          if last + 1 - from >= lengthMin, count * 100 >= (last + 1 - from) * 85 {
            runs.append(.init(line: line, from: from, to: last + 1))
          }
          from = -1
        }
        place += step
      }
      if from >= 0, last + 1 - from >= lengthMin, count * 100 >= (last + 1 - from) * 85 {
        runs.append(.init(line: line, from: from, to: last + 1))
      }
    }
    return runs
  }

  // MARK: Figures

  /// A short rule ends at rules across it, at both ends; a character's stroke does not.
  private mutating func leaveOutStrokes(_ pixelsPerPoint: Double) {
    let reach = 1.6 * pixelsPerPoint
    let strokeMax = Int(45 * pixelsPerPoint)
    func ends(_ rule: PixelRule, at others: [PixelRule]) -> Bool {
      [Double(rule.from), Double(rule.to)].allSatisfy { end in
        others.contains {
          abs($0.position - end) <= reach && rule.position >= Double($0.from) - reach
            && rule.position <= Double($0.to) + reach
        }
      }
    }
    let (levels, uprights) = (level, upright)
    level.removeAll { $0.length < strokeMax && !ends($0, at: uprights) }
    upright.removeAll { $0.length < strokeMax && !ends($0, at: levels) }
  }

  /// Keeps what hangs together in a figure of some size, and long level lines of their own; strokes of large
  /// characters are neither.
  private mutating func keepFigures(_ pixelsPerPoint: Double) {
    level.sort { $0.length > $1.length }
    upright.sort { $0.length > $1.length }
    level = Array(level.prefix(Self.countMax))
    upright = Array(upright.prefix(Self.countMax))
    leaveOutStrokes(pixelsPerPoint)
    let reach = 5 * pixelsPerPoint
    var roots = Array(0..<(level.count + upright.count))
    func root(_ index: Int) -> Int {
      var index = index
      while roots[index] != index {
        roots[index] = roots[roots[index]]
        index = roots[index]
      }
      return index
    }
    for (one, across) in level.enumerated() {
      for (other, up) in upright.enumerated()
      where across.position >= Double(up.from) - reach && across.position <= Double(up.to) + reach
        && up.position >= Double(across.from) - reach && up.position <= Double(across.to) + reach
      {
        let (a, b) = (root(one), root(level.count + other))
        if a != b { roots[max(a, b)] = min(a, b) }
      }
    }
    var widths: [Int: (from: Double, to: Double, top: Double, bottom: Double)] = [:]
    for index in roots.indices {
      let isLevel = index < level.count
      let rule = isLevel ? level[index] : upright[index - level.count]
      let (from, to) = (Double(rule.from), Double(rule.to))
      let box = isLevel ? (from, to, rule.position, rule.position) : (rule.position, rule.position, from, to)
      let old = widths[root(index)] ?? (.infinity, -.infinity, .infinity, -.infinity)
      widths[root(index)] = (min(old.0, box.0), max(old.1, box.1), min(old.2, box.2), max(old.3, box.3))
    }
    func isLarge(_ index: Int) -> Bool {
      guard let box = widths[root(index)] else { return false }
      return box.to - box.from >= 60 * pixelsPerPoint && box.bottom - box.top >= 12 * pixelsPerPoint
    }
    let kept = level.indices.filter {
      isLarge($0) || Double(level[$0].length) >= 100 * pixelsPerPoint
    }
    let keptUpright = upright.indices.filter { isLarge(level.count + $0) }
    level = kept.map { level[$0] }.sorted { ($0.position, $0.from) < ($1.position, $1.from) }
    upright = keptUpright.map { upright[$0] }.sorted { ($0.position, $0.from) < ($1.position, $1.from) }
  }
}
