// One step of a schema: numbered, and never altered once it has been applied anywhere.

/// A numbered step; later code must not change what it does, so it names no type of ours.
package struct Migration: Sendable {
  /// 1, 2, 3 …
  package let number: Int
  /// A few words for people: `forms`.
  package let name: String
  /// The statements for a dialect, in order.
  package let statements: @Sendable (Dialect) -> [SQLText]

  package init(number: Int, name: String, statements: @escaping @Sendable (Dialect) -> [SQLText]) {
    self.number = number
    self.name = name
    self.statements = statements
  }

  /// Everything that is applied, as one text.
  package func script(for dialect: Dialect) -> String {
    statements(dialect).map { $0.rendered(for: dialect) }.joined(separator: ";\n")
  }
}

/// Why a database does not fit the program.
package enum MigrationError: Error, Sendable, Equatable {
  case sql(SQLError)
  /// The database was made by a later program.
  case newer(found: Int, known: Int)
  /// The database has a step of this number, and it was another one.
  case altered(number: Int)
  /// The database has not all steps, and nobody asked to add them.
  case older(found: Int, known: Int)
}
