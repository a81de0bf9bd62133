// The review sheet: what findings take from eight points.
import Findings
import Model
import Quantities
import RuleSets
import Testing

@testable import Review

@Suite struct ReviewSheetTests {
  private func finding(_ rule: String, _ severity: Severity) -> ReviewFinding {
    ReviewFinding(rule: rule, severity: severity, fields: ["indicators"], message: "…")
  }

  @Test func `a form without findings has all points, and the parts are 20, 30, 30, 20`() throws {
    let sheet = try #require(ReviewSheet(kind: .projectTarget, findings: [], rules: .national))
    #expect(sheet.total == ExactDecimal(100) && sheet.grade == .excellent)
    let parts = Dictionary(grouping: sheet.lines, by: \.point.partLabel).mapValues { lines in
      lines.reduce(ExactDecimal.zero) { $0.adding($1.points) ?? $0 }
    }
    #expect(
      parts == [
        "完整性": ExactDecimal(20), "相关性": ExactDecimal(30), "适当性": ExactDecimal(30), "可行性": ExactDecimal(20),
      ])
  }

  @Test func `an error takes half a point's points, a warning a fifth, a hint little`() throws {
    let findings = [finding("A01", .error), finding("M05", .warning), finding("C13", .info)]
    let sheet = try #require(ReviewSheet(kind: .projectTarget, findings: findings, rules: .national))
    let losses = sheet.lines.flatMap(\.losses)
    #expect(losses.map(\.rule) == ["M05", "A01", "C13"])
    #expect(losses.map(\.points.description) == ["3", "7.5", "0.4"])
    #expect(sheet.total.description == "89.1" && sheet.grade == .medium && sheet.isCapped)
    #expect(sheet.lines.first { $0.point == .funded }?.grade == .poor)
  }

  @Test func `what is to be sent back is never better than 中, whatever the points and the reviewer's grades`()
    throws
  {
    let findings = [finding("M05", .warning), finding("C01", .error)]
    let sheet = try #require(ReviewSheet(kind: .projectTarget, findings: findings, rules: .national))
    #expect(sheet.total == ExactDecimal(92) && sheet.grade == .medium && sheet.isToReturn)
    #expect(sheet.summary.contains("92 分（中）") && sheet.summary.contains("最高为“中”"))
    let raised = sheet.changed([.complete: .excellent, .sound: .excellent], rules: .national)
    #expect(raised.grade == .medium && raised.isCapped)
    let seen = try #require(
      ReviewSheet(kind: .projectTarget, findings: findings, rules: .national, letBe: [1]))
    #expect(seen.total == sheet.total && seen.grade == .excellent && seen.capNote == nil)
    let other = try #require(
      ReviewSheet(kind: .projectTarget, findings: findings, rules: .national, letBe: [0]))
    #expect(other.grade == .medium)
    // What is worse by its points stays so.
    let many = Point.allCases.flatMap { point in
      let rule = ReviewSheet.points.first { $0.value == point }?.key ?? ""
      return [finding(rule, .error), finding(rule, .error)]
    }
    let poor = try #require(ReviewSheet(kind: .projectTarget, findings: many, rules: .national))
    #expect(poor.grade == .poor && !poor.isCapped)
  }

  private typealias Point = ReviewSheet.Point

  @Test func `points never fall below nothing, and every lost one is told`() throws {
    let findings = (0..<9).map { _ in finding("M01", .warning) } + (0..<4).map { _ in finding("A02", .error) }
    let sheet = try #require(ReviewSheet(kind: .departmentTarget, findings: findings, rules: .national))
    for line in sheet.lines {
      let lost = line.losses.reduce(ExactDecimal.zero) { $0.adding($1.points) ?? $0 }
      #expect(line.points.adding(lost) == line.point.most)
      #expect(!line.points.isNegative)
    }
    #expect(sheet.total == ExactDecimal(75))
  }

  @Test func `every rule about targets speaks to a point`() {
    for rule in RuleCatalogue.all where !rule.kinds.isDisjoint(with: .targets) {
      #expect(ReviewSheet.points[rule.code] != nil, "\(rule.code)")
    }
    for code in ReviewSheet.points.keys { #expect(RuleCatalogue.rule(code) != nil, "\(code)") }
  }

  @Test func `another finding never adds points`() throws {
    var findings: [ReviewFinding] = []
    var last = ExactDecimal(100)
    for rule in RuleCatalogue.all {
      findings.append(finding(rule.code, rule.severity))
      let total = try #require(ReviewSheet(kind: .projectTarget, findings: findings, rules: .national)).total
      #expect(!(last < total))
      last = total
    }
  }

  @Test(arguments: [FormKind.projectSelfEvaluation, .projectMonitoring, .departmentSelfEvaluation])
  func `forms that promise nothing have no such sheet`(kind: FormKind) {
    #expect(ReviewSheet(kind: kind, findings: [], rules: .national) == nil)
  }
}
