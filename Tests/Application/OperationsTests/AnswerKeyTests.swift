// The review against the answer key of the published seeds: form by form, cell by cell.
import Foundation
import JSONText
import Review
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

  @Test func `the key holds a hundred findings on the nineteen forms`() {
    #expect(AnswerKey.cases.count == 19)
    #expect(AnswerKey.cases.reduce(0) { $0 + $1.must.count } > 90)
  }
}
