// What the people who get a printed form should know about it.

/// Something that was printed otherwise than it was written.
package struct PrintingNotice: Sendable, Equatable {
  /// What became of a sign.
  package enum Matter: Sendable, Equatable {
    /// No installed font has the character; its number is printed in its place.
    case missingGlyph
    /// The sign cannot be printed (control characters, what is no character); its number is printed.
    case unprintable
    /// The sign is invisible and was left out (directions, marks without width, piled up accents).
    case leftOut
  }

  package var matter: Matter
  package var scalar: Unicode.Scalar
  /// Where it stands first.
  package var place: SheetPlace
  /// How often it stands in the printed sheets.
  package var count: Int
}

/// A place in the sheets that were given; all numbers count from 0.
package struct SheetPlace: Sendable, Equatable {
  package var sheet: Int
  package var block: Int
  /// Row and column of the cell; nil outside of tables.
  package var row: Int?
  package var column: Int?
  /// The field of the record, where the cell knows it.
  package var path: String?

  package init(sheet: Int, block: Int, row: Int? = nil, column: Int? = nil, path: String? = nil) {
    self.sheet = sheet
    self.block = block
    self.row = row
    self.column = column
    self.path = path
  }
}

/// A font of the map that is not installed.
package struct FontNotice: Sendable, Equatable {
  /// The first name under which it was looked for.
  package var wanted: String
  /// What is printed instead.
  package var used: String
}
