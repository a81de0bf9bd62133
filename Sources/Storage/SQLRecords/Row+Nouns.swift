// Columns as the types of the nouns; a value that no type takes is damage.
internal import Ledger
internal import Model
internal import Organisations
internal import Quantities
internal import SQL

extension Row {
  func identifier<Noun>(_ column: Int) throws(SQLError) -> Identifier<Noun> {
    guard let identifier = Identifier<Noun>(try whole(column)) else {
      throw .unexpectedValue(column: column)
    }
    return identifier
  }

  func identifierIfAny<Noun>(_ column: Int) throws(SQLError) -> Identifier<Noun>? {
    try wholeIfAny(column) == nil ? nil : try identifier(column)
  }

  func moment(_ column: Int) throws(SQLError) -> Moment { Moment(milliseconds: try whole(column)) }

  func momentIfAny(_ column: Int) throws(SQLError) -> Moment? {
    try wholeIfAny(column).map { Moment(milliseconds: $0) }
  }

  func day(_ column: Int) throws(SQLError) -> Day {
    guard let day = Day(try text(column)) else { throw .unexpectedValue(column: column) }
    return day
  }

  /// A first and a last day in two columns.
  func days(_ column: Int) throws(SQLError) -> DaySpan {
    let last = try textIfAny(column + 1) == nil ? nil : try day(column + 1)
    guard let days = DaySpan(first: try day(column), last: last) else {
      throw .unexpectedValue(column: column)
    }
    return days
  }

  func fiscalYear(_ column: Int) throws(SQLError) -> FiscalYear {
    guard let year = FiscalYear(try count(column)) else { throw .unexpectedValue(column: column) }
    return year
  }

  /// A first and a last year in two columns.
  func years(_ column: Int) throws(SQLError) -> YearSpan {
    let last = try wholeIfAny(column + 1) == nil ? nil : try fiscalYear(column + 1)
    guard let years = YearSpan(first: try fiscalYear(column), last: last) else {
      throw .unexpectedValue(column: column)
    }
    return years
  }

  func contentHash(_ column: Int) throws(SQLError) -> ContentHash {
    guard let hash = ContentHash(bytes: try bytes(column)) else { throw .unexpectedValue(column: column) }
    return hash
  }

  func contentHashIfAny(_ column: Int) throws(SQLError) -> ContentHash? {
    try bytesIfAny(column) == nil ? nil : try contentHash(column)
  }

  /// A word of an enumeration.
  func word<Word: RawRepresentable>(_ column: Int) throws(SQLError) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: try text(column)) else { throw .unexpectedValue(column: column) }
    return word
  }

  func path(_ column: Int) throws(SQLError) -> OrganisationPath {
    guard let path = OrganisationPath(try text(column)) else { throw .unexpectedValue(column: column) }
    return path
  }
}

extension OrganisationPath {
  /// As the store keeps it: a place's text begins the texts of everything below it.
  var stored: String { "\(region.digits)/\(code.digits)" }

  /// The texts of the place and everything below it lie from the first up to, but not at, the second.
  var storedRange: (first: String, end: String) {
    let start = code.level == 0 ? region.digits : stored
    // `:` follows the digits and the slash.
    return (start, start + ":")
  }
}
