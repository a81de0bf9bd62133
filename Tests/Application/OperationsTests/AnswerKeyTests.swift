// The review against the answer key of the published seeds: form by form, cell by cell.
import Findings
import Foundation
import JSONText
import Model
import Review
import RuleSets
import Testing

@testable import Operations

/// Reads `$PLUMBLINE_SHARED/corpus/seeds`, or `../shared` beside the package.
private enum AnswerKey {
  /// What a reviewer says, may say or must not say about one cell.
  struct Entry: Sendable {
    var code: String
    /// Parts of the path; empty for the whole form.
    var field: [Substring]
    var other: [[Substring]]
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var file: String
    var form: Int
    var must: [Entry]
    var mustNot: [Entry]

    var testDescription: String { "\(file.split(separator: "/").suffix(2).first ?? "") form \(form)" }
  }

  static let root: URL = {
    if let shared = ProcessInfo.processInfo.environment["PLUMBLINE_SHARED"] {
      return URL(fileURLWithPath: shared)
    }
    var package = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appending(path: "shared")
  }()

  static let cases: [Case] = {
    guard let bytes = try? Data(contentsOf: root.appending(path: "corpus/seeds/findings.json")),
      let key = try? JSONReader.read(Array(bytes)), let forms = key.elements
    else { return [] }
    return forms.compactMap { form in
      guard let file = form["file"]?.text, let number = form["form"]?.whole else { return nil }
      return Case(
        file: file, form: number, must: entries(form["must"]), mustNot: entries(form["mustNot"]))
    }
  }()

  private static func entries(_ json: JSONValue?) -> [Entry] {
    (json?.elements ?? []).compactMap { entry in
      guard let code = entry["code"]?.text else { return nil }
      let others = entry["also"]?.elements?.compactMap(\.text) ?? []
      return Entry(code: code, field: parts(entry["field"]?.text), other: others.map { parts($0) })
    }
  }

  static func parts(_ field: String?) -> [Substring] { field?.split(separator: "/") ?? [] }
}

@Suite(.enabled(if: !AnswerKey.cases.isEmpty, "no corpus of published forms here: set PLUMBLINE_SHARED"))
struct AnswerKeyTests {
  /// The findings of one form of the key.
  private func findings(of key: AnswerKey.Case) throws -> [ReviewFinding] {
    let bytes = try Data(contentsOf: AnswerKey.root.appending(path: key.file))
    let reviewed = CheckDocument().run(file: key.file, bytes: Array(bytes)).reviewed
    return try #require(reviewed.indices.contains(key.form) ? reviewed[key.form] : nil).review.findings
  }

  /// True where one path leads to the other.
  private func meets(_ finding: ReviewFinding, _ entry: AnswerKey.Entry) -> Bool {
    guard finding.rule == entry.code else { return false }
    return ([finding.shownField] + finding.fields).contains { field in
      let own = AnswerKey.parts(field)
      return ([entry.field] + entry.other).contains { own.starts(with: $0) || $0.starts(with: own) }
    }
  }

  /// M17 silences M21 on its row, as the reading of the rules asks; the key names both once.
  private func isSilenced(_ entry: AnswerKey.Entry, among findings: [ReviewFinding]) -> Bool {
    entry.code == "M21"
      && findings.contains { finding in
        finding.rule == "M17" && finding.fields.contains { AnswerKey.parts($0).starts(with: entry.field) }
      }
  }

  @Test(arguments: AnswerKey.cases) private func `what any reviewer would say is said at its cell`(
    key: AnswerKey.Case
  ) throws {
    let findings = try findings(of: key)
    for entry in key.must where !findings.contains(where: { meets($0, entry) }) {
      #expect(isSilenced(entry, among: findings), "\(entry.code) at \(entry.field.joined(separator: "/"))")
    }
  }

  @Test(arguments: AnswerKey.cases) private func `what would be a false alarm is not said`(
    key: AnswerKey.Case
  ) throws {
    let findings = try findings(of: key)
    for entry in key.mustNot {
      let wrong = findings.filter { finding in
        meets(finding, entry) && !key.must.contains { meets(finding, $0) }
      }
      #expect(wrong.isEmpty, "\(entry.code): \(wrong.map(\.message))")
    }
    #expect(findings.count <= 10)
  }

  /// Every form of the corpus that promises something: the seeds and the others.
  private static let targets: [(name: String, form: Form)] = {
    let folders = ["corpus/seeds", "corpus/dev"].flatMap { folder -> [String] in
      let root = AnswerKey.root.appending(path: folder)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
      return names.sorted().map { "\(folder)/\($0)/expected.json" }
    }
    return folders.flatMap { file -> [(String, Form)] in
      guard let bytes = try? Data(contentsOf: AnswerKey.root.appending(path: file)) else { return [] }
      return CheckDocument().run(file: file, bytes: Array(bytes)).reviewed.enumerated()
        .map { ("\(file) \($0.offset)", $0.element.form) }
    }
  }()

  private func findings(_ form: Form) -> [ReviewFinding] {
    FormReview().run(ReviewSubject(form: form, rules: .national)).findings
  }

  @Test func `accepting a proposal removes its finding and adds none as grave`() {
    var accepted = 0
    for (name, form) in Self.targets {
      let before = findings(form)
      for finding in before {
        for choice in finding.proposal?.choices ?? [] {
          accepted += 1
          let after = findings(form.applying(choice.edits))
          let stays = after.contains { $0.rule == finding.rule && $0.fields.first == finding.fields.first }
          #expect(!stays, "\(name) \(finding.rule): \(choice.label)")
          let added = after.filter { new in
            (new.severity ?? .info) >= (finding.severity ?? .info)
              && !before.contains { $0.rule == new.rule && !Set($0.fields).isDisjoint(with: new.fields) }
          }
          #expect(added.isEmpty, "\(name) \(finding.rule) \(choice.label) adds \(added.map(\.message))")
        }
      }
    }
    #expect(accepted > 30)
  }

  @Test(arguments: [
    "产出指标/质量指标 | 资料归档完整率 | ≥96%", "产出指标/时效指标 | 年度总结完成时间 | 12月底前", "效益指标/社会效益指标 | 政策知晓率 | ≥85%",
    "满意度指标/服务对象满意度指标 | 服务对象满意度 | ≥91%",
  ])
  func `a sound indicator adds no error`(row: String) {
    let sound = ExampleForm.read(row).form.indicators
    for (name, form) in Self.targets where Set<FormKind>.targets.contains(form.kind) {
      let subject = ReviewSubject(form: form, rules: .national)
      // A template that gets an indicator is none any more, and is asked for all the rest.
      guard !subject.isBlank else { continue }
      let before = Set(findings(form).filter { $0.severity == .error }.map(\.rule))
      let longer = form.replacing(indicators: form.indicators + sound)
      // C02 asks for the other branch once a form promises anything at all.
      let promisesNothing = !subject.rows.contains { $0.isNamed && $0.hasPromise }
      let added = findings(longer).filter {
        $0.severity == .error && !before.contains($0.rule) && !($0.rule == "C02" && promisesNothing)
      }
      #expect(added.isEmpty, "\(name): \(added.map(\.message))")
    }
  }

  @Test func `the key holds a hundred findings on the nineteen forms`() {
    #expect(AnswerKey.cases.count == 19)
    #expect(AnswerKey.cases.reduce(0) { $0 + $1.must.count } > 90)
  }
}
