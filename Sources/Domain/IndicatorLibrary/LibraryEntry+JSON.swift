// Writes an entry of the library as JSON.
import IndicatorValues
package import JSONText
import Quantities
import RuleSets

extension LibraryEntry {
  /// `{"kind","name","places","labels","value","comparator","number","unit","per","isBlank","method",
  /// "triggers","replaces"}`; number null where the clerk fills it in, unit null for a deadline.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("kind", kind)
      json.member("name", name)
      json.member("places", array: { json in for place in places { json.value(place.rawValue) } })
      json.member(
        "labels", array: { json in for place in places { json.value(PlaceLabels.label(of: place)) } })
      json.member("value", value.text)
      json.member("comparator", value.comparator?.rawValue)
      json.member("number", value.number?.description)
      json.member("unit", value.unit?.symbol)
      json.member("per", array: { json in for unit in value.per { json.value(unit.symbol) } })
      json.member("isBlank", value.isBlank)
      json.member("method", method)
      json.member("triggers", array: { json in for word in triggers { json.value(word) } })
      json.member("replaces", array: { json in for words in replaces { json.value(words) } })
    }
  }
}
