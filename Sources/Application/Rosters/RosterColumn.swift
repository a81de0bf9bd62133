// The columns that tables of organisations and people have.

/// A column of one kind of table: the head that a template prints, and the other heads that mean the same.
package protocol RosterColumn: CaseIterable, Hashable, Sendable {
  /// The head in the template.
  var title: String { get }
  /// Other heads, as tables of many offices have them.
  var synonyms: [String] { get }
  /// True where a table without the column cannot be read.
  var isRequired: Bool { get }
  /// Heads that show that a table is of another kind.
  static var foreignHeads: [String] { get }
}

/// The columns of a table of organisations.
package enum OrganisationColumn: String, RosterColumn {
  case code, name, shortName, kind, parent, region, firstYear, lastYear
}

/// The columns of a table of people.
package enum PersonColumn: String, RosterColumn {
  case name, account, organisation, organisationName, role, scope, firstDay, lastDay
}
