// How a bureau writes the numbers of its approvals: its sign, the year, the running number.
package import Quantities

/// The pattern of approval numbers (文号), such as `云财绩〔{年度}〕{号}号`.
///
/// `{年度}` is the year of the budget, `{年}` the year in which the approval is given; the running number `{号}`
/// begins anew with each of them. `{号:4}` fills it up with zeros.
package struct ApprovalNumberPattern: Sendable, Hashable {
  /// Which year numbers are counted by.
  package enum Counting: Sendable, Hashable {
    case budgetYear, yearOfApproval
  }

  /// Why a text is no pattern.
  package enum Fault: Error, Sendable, Hashable {
    /// It has no `{号}`, or more than one.
    case running
    /// It has no year, or more than one: numbers of two years would be the same.
    case year
    /// It has a slot that nothing fills, or a brace without its other.
    case slot
    case tooLong
  }

  private enum Part: Sendable, Hashable {
    case text(String)
    case year
    case running(digits: Int)
  }

  /// As it was typed.
  package let text: String
  package let counting: Counting
  private let parts: [Part]

  /// Characters of a pattern at most.
  package static let charactersMax = 60
  private static let digitsMax = 6

  package init(_ text: String) throws(Fault) {
    guard text.count <= Self.charactersMax else { throw .tooLong }
    var parts: [Part] = []
    var counting: Counting?
    var runningCount = 0
    var rest = text[...]
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else { throw .slot }
      if open != rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      let slot = String(rest[rest.index(after: open)..<close])
      switch slot {
      case OpinionWording.budgetYearSlot, OpinionWording.approvalYearSlot:
        guard counting == nil else { throw .year }
        counting = slot == OpinionWording.budgetYearSlot ? .budgetYear : .yearOfApproval
        parts.append(.year)
      default:
        guard let digits = Self.digits(slot) else { throw .slot }
        runningCount += 1
        parts.append(.running(digits: digits))
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    guard runningCount == 1 else { throw .running }
    guard let counting else { throw .year }
    self.text = text
    self.counting = counting
    self.parts = parts
  }

  /// How many digits a slot for the running number asks for; nil for another slot.
  private static func digits(_ slot: String) -> Int? {
    let pieces = slot.split(separator: ":", omittingEmptySubsequences: false)
    guard pieces.first.map(String.init) == OpinionWording.runningSlot else { return nil }
    if pieces.count == 1 { return 1 }
    guard pieces.count == 2, let digits = Int(pieces[1]), (1...digitsMax).contains(digits) else { return nil }
    return digits
  }

  /// The year by which an approval is counted.
  ///
  /// - Parameters:
  ///   - budgetYear: of the form.
  ///   - day: on which it is approved.
  package func year(budgetYear: FiscalYear, approvedOn day: Day) -> FiscalYear {
    switch counting {
    case .budgetYear: budgetYear
    case .yearOfApproval: FiscalYear(day.year) ?? budgetYear
    }
  }

  /// The number as it is printed: `云财绩〔2026〕12号`.
  package func number(_ running: Int, in year: FiscalYear) -> String {
    parts.map { part in
      switch part {
      case .text(let text): return text
      case .year: return String(year.year)
      case .running(let digits):
        let number = String(running)
        return String(repeating: "0", count: max(0, digits - number.count)) + number
      }
    }.joined()
  }
}
