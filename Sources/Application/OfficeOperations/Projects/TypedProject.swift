// What is typed about a project, read and held against the office.
import Ledger
import Organisations
import Quantities
import Records
import Rosters

/// The fields of a project as typed; the faults bear their names.
package struct TypedProject: Sendable, Hashable {
  package var name: String
  /// 21 characters; blank where the budget system has given none yet.
  package var code: String
  /// 项目类别, as the region calls it.
  package var category: String
  package var firstYear: String
  /// Blank where no end is known.
  package var lastYear: String

  package init(
    name: String, code: String = "", category: String = "", firstYear: String, lastYear: String = ""
  ) {
    self.name = name
    self.code = code
    self.category = category
    self.firstYear = firstYear
    self.lastYear = lastYear
  }

  /// Characters of a name and of a category at most.
  package static let nameCharactersMax = 100
  package static let categoryCharactersMax = 30

  /// The project with what is typed.
  ///
  /// - Throws: `.fields`.
  func project(
    _ id: ProjectID, of organisation: OrganisationID, in records: any RecordView
  ) throws -> ProjectEntry {
    var fields = TypedFields()
    let name = fields.read("name", name) { text throws(RosterProblem) in
      try RosterCell.name(text, charactersMax: Self.nameCharactersMax)
    }
    let category = fields.readOptional("category", category) { text throws(RosterProblem) in
      try RosterCell.name(text, charactersMax: Self.categoryCharactersMax)
    }
    let code = code.trimmed.uppercased()
    if !code.isEmpty {
      if let fault = ProjectCodeCheck.fault(of: code) {
        fields.tell("code", fault)
      } else if let other = try records.project(code: code), other.value.id != id {
        fields.tell(
          "code", ProjectWording.codeTaken(other.value.organisation == organisation ? other.value.name : nil))
      }
    }
    let first = fields.read("firstYear", firstYear) { text throws(RosterProblem) -> FiscalYear in
      if text.isEmpty { throw .missing }
      return try RosterCell.year(text)
    }
    let last = fields.readOptional("lastYear", lastYear, RosterCell.year)
    if let first, let last, last < first { fields.tell("lastYear", RosterProblem.yearsReversed.sentence) }
    try fields.check()
    guard let name, let first, let years = YearSpan(first: first, last: last) else {
      throw OfficeRefusal.unforeseen
    }
    return ProjectEntry(
      id: id, organisation: organisation, code: code.isEmpty ? nil : code, name: name,
      category: category ?? "", years: years)
  }
}

/// The codes of the budget system: 21 characters, for kind P with a check character at the end.
///
/// Source: 预算管理一体化系统技术标准; the check derived from published codes (five of five).
enum ProjectCodeCheck {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  private static let length = 21
  private static let letterPlace = 8

  /// One sentence; nil for a sound code.
  static func fault(of code: String) -> String? {
    let bytes = Array(code.utf8)
    let isLetter = { (byte: UInt8) in (0x41...0x5A).contains(byte) }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard bytes.count == length, bytes.prefix(letterPlace).allSatisfy(isDigit), isLetter(bytes[letterPlace]),
      bytes.dropFirst(letterPlace + 1).allSatisfy({ isDigit($0) || isLetter($0) })
    else { return ProjectWording.codeShape }
    guard bytes[letterPlace] == UInt8(ascii: "P") else { return nil }
    var sum = 0
    var power = 1
    for byte in bytes.dropLast() {
      guard let place = alphabet.firstIndex(of: byte) else { return ProjectWording.codeShape }
      sum = (sum + place * power) % alphabet.count
      power = power * 3 % alphabet.count
    }
    return bytes[length - 1] == alphabet[alphabet.count - 1 - sum] ? nil : ProjectWording.codeCheck
  }
}

extension ProjectEntry {
  /// The path of the ledger.
  package var subject: String { "project/\(id)" }

  /// What the ledger keeps of it.
  var content: ContentHash {
    ContentHash(ofLines: ["\(organisation)", code ?? "", name, category, "\(years)"])
  }
}
