// Where a text was printed, small enough to be kept for every field of every indicator.
package import Findings
import FormVocabulary
package import Model

/// A place without its words: the origin it shares with its neighbours, and its row and column there.
struct CellSpot: Sendable {
  let origin: CellOrigin
  let row: Int32
  let column: Int32

  var place: Place { origin.place(row: Int(row), column: Int(column)) }
}

/// The places of one indicator's fields, in the order they were read.
package struct FieldSpots: Sendable {
  private var spots: [(field: Indicator.Field, spot: CellSpot)] = []

  init() {}

  /// The place of a field; nil where it was not read from one.
  package func place(of field: Indicator.Field) -> Place? {
    self[field]?.place
  }

  subscript(field: Indicator.Field) -> CellSpot? {
    get { spots.first { $0.field == field }?.spot }
    set {
      if let index = spots.firstIndex(where: { $0.field == field }) {
        if let newValue { spots[index].spot = newValue } else { spots.remove(at: index) }
      } else if let newValue {
        spots.append((field, newValue))
      }
    }
  }
}
