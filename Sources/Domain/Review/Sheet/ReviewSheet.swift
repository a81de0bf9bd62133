// The review sheet (绩效目标审核表): eight points with what the findings take from each.
import Findings
package import Model
package import Quantities
package import RuleSets

/// A proposal for the reviewer: how the form would score if nothing but the findings counted.
///
/// 完整性 20, 相关性 30, 适当性 30, 可行性 20, each in two points. Source: 财预〔2015〕88号 (审核表), cycle.md §1.
package struct ReviewSheet: Sendable, Equatable {
  /// One of the eight points.
  package enum Point: String, Sendable, CaseIterable {
    /// 规范完整, 明确清晰
    case complete, clear
    /// 目标相关, 指标科学
    case relevant, sound
    /// 绩效合理, 资金匹配
    case reasonable, funded
    /// 实现可能, 条件充分
    case achievable, prepared

    /// The points of a hundred.
    package var most: ExactDecimal {
      switch self {
      case .complete, .clear, .achievable, .prepared: ExactDecimal(10)
      case .relevant, .sound, .reasonable, .funded: ExactDecimal(15)
      }
    }
  }

  /// 优, 良, 中, 差; where each begins is the rule set's.
  package enum Grade: String, Sendable, CaseIterable {
    case excellent, good, medium, poor

    init(_ points: ExactDecimal, of most: ExactDecimal, _ rules: RuleSet) {
      func reaches(_ parameter: RuleParameter) -> Bool {
        guard let least = most.multiplied(by: rules[parameter])?.scaled(byPowerOfTen: -2) else {
          return false
        }
        return !(points < least)
      }
      self =
        reaches(.sheetExcellentMin)
        ? .excellent : reaches(.sheetGoodMin) ? .good : reaches(.sheetMediumMin) ? .medium : .poor
    }

    /// True for the grades with which a form goes on.
    package var isPass: Bool {
      switch self {
      case .excellent, .good: true
      case .medium, .poor: false
      }
    }

    /// The middle of the grade's band, in percent.
    func middle(_ rules: RuleSet) -> ExactDecimal {
      let (from, to): (ExactDecimal, ExactDecimal) =
        switch self {
        case .excellent: (rules[.sheetExcellentMin], .hundred)
        case .good: (rules[.sheetGoodMin], rules[.sheetExcellentMin])
        case .medium: (rules[.sheetMediumMin], rules[.sheetGoodMin])
        case .poor: (.zero, rules[.sheetMediumMin])
        }
      guard let half = ExactDecimal(significand: 5, exponent: -1) else { return from }
      return from.adding(to)?.multiplied(by: half) ?? from
    }
  }

  /// What one finding takes.
  package struct Loss: Sendable, Equatable {
    /// The code of the rule, and the finding's place in the list that was given.
    package var rule: String
    package var finding: Int
    package var points: ExactDecimal
  }

  /// One point with its losses.
  package struct Line: Sendable, Equatable {
    package var point: Point
    package var points: ExactDecimal
    package var losses: [Loss]
    package var grade: Grade
  }

  /// In the order of the sheet.
  package let lines: [Line]
  package let total: ExactDecimal

  /// Of the whole: by the points, but never better than 中 while something is to be sent back.
  package let grade: Grade
  /// Whether a finding that sends the form back still stands: a form that is 中 is returned, so no form that
  /// is to be returned is better.
  package let isToReturn: Bool

  /// True where the points alone would give a better grade.
  package var isCapped: Bool { isToReturn && byPoints != grade }
  /// The grade as the points alone give it.
  private let byPoints: Grade

  /// - Parameters:
  ///   - kind: self-evaluations and monitoring forms have another sheet.
  ///   - findings: the form's findings with their severities.
  ///   - rules: the set that the form was reviewed under, for where the grades begin.
  ///   - letBe: places in `findings` that a reviewer has looked at and lets be; they take their points, but
  ///     send nothing back.
  /// - Returns: nil for forms that promise nothing.
  package init?(kind: FormKind, findings: [ReviewFinding], rules: RuleSet, letBe: Set<Int> = []) {
    guard Set<FormKind>.targets.contains(kind) else { return nil }
    var lines = Point.allCases.map { Line(point: $0, points: $0.most, losses: [], grade: .excellent) }
    for (index, finding) in findings.enumerated() {
      guard let point = Self.points[finding.rule], let line = lines.firstIndex(where: { $0.point == point }),
        let share = Self.share(of: finding.severity ?? .info),
        let wanted = point.most.multiplied(by: share)?.scaled(byPowerOfTen: -2)
      else { continue }
      // Nothing is taken from a point that is used up.
      let taken = lines[line].points < wanted ? lines[line].points : wanted
      guard !taken.isZero, let rest = lines[line].points.subtracting(taken) else { continue }
      lines[line].points = rest
      lines[line].losses.append(Loss(rule: finding.rule, finding: index, points: taken))
    }
    for line in lines.indices {
      lines[line].grade = Grade(lines[line].points, of: lines[line].point.most, rules)
    }
    let isToReturn = findings.enumerated().contains { index, finding in
      finding.severity == .error && !letBe.contains(index)
    }
    self.init(lines: lines, isToReturn: isToReturn, rules: rules)
  }

  private init(lines: [Line], isToReturn: Bool, rules: RuleSet) {
    self.lines = lines
    self.isToReturn = isToReturn
    total = lines.reduce(.zero) { $0.adding($1.points) ?? $0 }
    byPoints = Grade(total, of: ExactDecimal(100), rules)
    grade = isToReturn && byPoints.isPass ? .medium : byPoints
  }

  /// The sheet with grades that a reviewer gave in place of the proposed ones.
  ///
  /// A point that gets another grade than the findings propose counts with the middle of that grade's band.
  package func changed(_ grades: [Point: Grade], rules: RuleSet) -> ReviewSheet {
    let changed = lines.map { line in
      guard let grade = grades[line.point], grade != line.grade,
        let points = line.point.most.multiplied(by: grade.middle(rules))?.scaled(byPowerOfTen: -2)
      else { return line }
      var line = line
      line.grade = grade
      line.points = points
      return line
    }
    return ReviewSheet(lines: changed, isToReturn: isToReturn, rules: rules)
  }

  /// What a finding takes of its point, in percent: an error makes a point poor, a warning good.
  private static func share(of severity: Severity) -> ExactDecimal? {
    switch severity {
    case .error: ExactDecimal(50)
    case .warning: ExactDecimal(20)
    case .info: ExactDecimal(4)
    }
  }

  /// The point that each rule about targets speaks to.
  package static let points: [String: Point] = {
    var points: [String: Point] = [:]
    func add(_ codes: String, _ point: Point) {
      for code in codes.split(separator: " ") { points[String(code)] = point }
    }
    add("C01 C02 C03 C05 C06 C07 C08 C11 C12 C14 A17", .complete)
    add("C09 C10 C15 C16 M01 M02 M03 M17 M18 M20 M21 M25 M26", .clear)
    add("A05 A08 A09 A14 A16", .relevant)
    add("M04 M05 M06 M07 M08 M12 M13 M14 M15 M16 M19 M23 M27", .sound)
    add("A03 A04 A06 A07 A13", .reasonable)
    add("A01 A02 A10 A11 A12 C04 M09 M10 M11 M24 M28", .funded)
    add("C13", .achievable)
    add("A15 M22", .prepared)
    return points
  }()
}
