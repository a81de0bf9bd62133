// What is wrong with a table that somebody wants to import, cell by cell.
package import Findings
package import Organisations

/// What keeps a table, or one cell of it, from being imported.
package enum RosterProblem: Sendable, Hashable {
  // The table.
  /// No row has the heads that are needed; those that the nearest row lacks.
  case noHeads(missing: [String])
  /// Two columns have heads of one meaning.
  case doubleColumn(title: String)
  /// There is a head and no row below it.
  case noRows
  case tooManyRows(max: Int)
  // Any cell.
  case missing
  case tooLong(max: Int)
  /// A formula that failed, a formula as text, or signs that nobody can have meant.
  case notText
  // Organisations.
  case notCode
  /// The first digits of a code were probably lost: it is a number in the table and has a wrong length.
  case lostZeros
  case notRegion
  case unknownKind
  case notYear
  case yearsReversed
  /// The column of the organisation above says another code than the code itself.
  case parentDisagrees(expected: OrganisationCode)
  /// The column of the organisation above leads back to where it began.
  case circle
  /// Several organisations that are there already would be changed by one row, or one by several.
  case unclear
  case chart(ChartFailure)
  // People.
  case notAccount
  case unknownOrganisation
  /// Several organisations have the name.
  case ambiguousName
  case unknownRole
  case tooManyRoles(max: Int)
  case role(RoleConflict)
  /// A row above says something else of the same account.
  case contradicts(row: Int)
  /// A row above says the same.
  case duplicate(row: Int)
  case notDay
  case daysReversed
}

/// One thing that is wrong, at one place.
package struct RosterFault: Error, Sendable, Hashable {
  package let problem: RosterProblem
  /// Sheet, row and column, from 1; without a column it is about the row or the table.
  package let place: Place
  /// The head of the column as the table has it; empty where it is about none.
  package let head: String
  /// What stands in the cell, cut where it is long.
  package let value: String

  package init(_ problem: RosterProblem, place: Place, head: String = "", value: String = "") {
    self.problem = problem
    self.place = place
    self.head = head
    self.value = value.count > 40 ? value.prefix(39) + "…" : value
  }
}

/// All that is wrong with a table: nothing of it is imported.
package struct RosterRefusal: Error, Sendable, Hashable {
  /// In the order of the table, at most ``faultsMax``.
  package let faults: [RosterFault]
  /// How many there are, those included that are not listed.
  package let count: Int

  /// Faults that are listed at most; nobody reads more.
  package static let faultsMax = 200

  package init(_ faults: [RosterFault]) {
    let sorted = faults.enumerated().sorted { left, right in
      let (first, second) = (left.element.place, right.element.place)
      return (first.row ?? 0, first.column ?? 0, left.offset) < (
        second.row ?? 0, second.column ?? 0, right.offset
      )
    }
    self.faults = sorted.prefix(Self.faultsMax).map(\.element)
    count = faults.count
  }
}

/// Something in a table that was decided for its author, to be looked at before the import.
package struct RosterNote: Sendable, Hashable {
  /// What was decided.
  package enum Subject: Sendable, Hashable {
    /// A column whose head is not known was passed over.
    case columnIgnored(head: String)
    /// A further table or sheet was passed over.
    case tableIgnored(sheet: String?)
    /// The kind was told by the name.
    case bureauByName(name: String)
    /// The reader of the file had something to say.
    case reading(message: String)
  }

  package let subject: Subject
  package let place: Place

  package init(_ subject: Subject, place: Place) {
    self.subject = subject
    self.place = place
  }
}
