// The registry of units: symbols, synonyms, dimensions and exact factors.

/// One registered unit.
package struct UnitDefinition: Sendable {
  package let symbol: String
  package let dimension: Dimension
  /// The place in the registry of the unit that `factor` counts.
  let referenceCode: UInt16
  /// How many reference units one of these is.
  let factor: ExactFraction
}

/// All known units. There is one, built once from the vocabulary tables.
package final class UnitRegistry: Sendable {
  package static let standard = UnitRegistry(UnitVocabulary.rows)

  package let definitions: [UnitDefinition]
  /// The dimensions alone, for the many questions that ask for nothing else.
  let dimensions: [Dimension]
  /// Every way to write a unit, with the unit's place: what a scanner needs.
  package let words: [(word: String, code: UInt16)]
  private let codes: [String: UInt16]

  init(_ rows: [UnitVocabulary.Row]) {
    var definitions: [UnitDefinition] = []
    var words: [(word: String, code: UInt16)] = []
    var codes: [String: UInt16] = [:]
    for row in rows {
      let code = UInt16(definitions.count)
      let reference = row.reference.flatMap { codes[$0] } ?? code
      definitions.append(
        UnitDefinition(
          symbol: row.symbol, dimension: row.dimension, referenceCode: reference, factor: row.factor))
      for word in [row.symbol] + row.synonyms where codes[word] == nil {
        codes[word] = code
        words.append((word, code))
      }
    }
    self.definitions = definitions
    dimensions = definitions.map(\.dimension)
    self.words = words
    self.codes = codes
  }

  func code(of word: String) -> UInt16? { codes[word] }
}
