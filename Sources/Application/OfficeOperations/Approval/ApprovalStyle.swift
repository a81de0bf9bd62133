// How a bureau approves: its phrases, and how it writes its numbers.
import JSONText
import Ledger
import Model
package import Opinions
import Organisations
import Permissions
import Quantities
import Records
package import Review
import Workflow

/// The habits of a bureau, kept with the place at which its reviewers have their role.
package struct ApprovalStyle: Sendable, Hashable {
  package var phrases: OpinionPhrases
  /// The pattern of its numbers; empty where it gives none.
  package var numberPattern: String

  package init(phrases: OpinionPhrases = .usual, numberPattern: String = "") {
    self.phrases = phrases
    self.numberPattern = numberPattern
  }

  /// The grades with an opening of their own, in the order of pages.
  package static let grades: [ReviewSheet.Grade] = [.excellent, .good, .medium, .poor]

  /// The pattern; nil where the bureau gives no numbers.
  var pattern: ApprovalNumberPattern? { try? ApprovalNumberPattern(numberPattern) }
}

extension ApprovalStyle {
  /// Reads what `text` prints; what cannot be read is as usual.
  init(_ text: String) {
    guard let json = try? JSONReader.read(Array(text.utf8)) else {
      self.init()
      return
    }
    func list(_ key: String) -> [String] { json[key]?.elements?.compactMap(\.text) ?? [] }
    func table(_ key: String) -> [(String, String)] {
      (json[key]?.members ?? []).compactMap { member in member.value.text.map { (member.key, $0) } }
    }
    var phrases = OpinionPhrases(
      plainOpening: json["plainOpening"]?.text ?? "", closing: json["closing"]?.text ?? "",
      clauses: Dictionary(table("clauses"), uniquingKeysWith: { first, _ in first }),
      opinions: list("opinions"), reasons: list("reasons"))
    for (key, text) in table("openings") {
      if let grade = ReviewSheet.Grade(rawValue: key) { phrases.openings[grade] = text }
    }
    self.init(phrases: phrases, numberPattern: json["numberPattern"]?.text ?? "")
  }

  /// As JSON.
  var text: String {
    var json = JSONWriter()
    json.object { json in
      json.member("numberPattern", numberPattern)
      json.member("plainOpening", phrases.plainOpening)
      json.member("closing", phrases.closing)
      json.member(
        "openings",
        object: { json in
          for grade in Self.grades { json.member(grade.rawValue, phrases.openings[grade] ?? "") }
        })
      json.member(
        "clauses",
        object: { json in
          for (rule, clause) in phrases.clauses.sorted(by: { $0.key < $1.key }) { json.member(rule, clause) }
        })
      for (key, list) in [("opinions", phrases.opinions), ("reasons", phrases.reasons)] {
        json.member(key, array: { json in for text in list { json.value(text) } })
      }
    }
    return json.text
  }

  /// The key of a place's style among the settings.
  static func key(of organisation: OrganisationID) -> String { "approval-style/\(organisation)" }
}

extension RecordView {
  /// The style of a place; the usual one where it has written none.
  func approvalStyle(
    of organisation: OrganisationID
  ) throws(RecordError) -> (style: ApprovalStyle, revision: Int64) {
    guard let stored = try setting(ApprovalStyle.key(of: organisation)) else { return (ApprovalStyle(), 0) }
    return (ApprovalStyle(stored.value.value), stored.revision)
  }

  /// The organisation that stands at a place now.
  func owner(at place: OrganisationPath) throws(RecordError) -> Organisation? {
    try organisations(at: place).last?.value
  }
}
