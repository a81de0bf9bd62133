// A value of a rule set with the year from which it holds and the text that says so.

/// One line of a history: key, value, first year, source.
package struct DatedEntry<Key: Sendable & Hashable, Value: Sendable & Equatable>: Sendable, Equatable {
  package let key: Key
  package let value: Value
  /// The first fiscal year in which it holds, until a later entry of the same key.
  package let fromYear: Int
  /// Circular or case; for a rule that is changed, the reason.
  package let source: String
  /// The identifier of the rule set that says so.
  package var ruleSet = ""
  /// The line of its file, from 1. Where it stands makes no difference to what it says.
  var line = 0

  package static func == (left: Self, right: Self) -> Bool {
    left.key == right.key && left.value == right.value && left.fromYear == right.fromYear
      && left.source == right.source
  }
}

/// The entries of one rule set over those of the set that it extends.
struct Histories<Key: Sendable & Hashable, Value: Sendable & Equatable>: Sendable {
  /// In the order in which they first appear.
  private(set) var keys: [Key] = []
  /// By key, each list by its years.
  private(set) var entries: [Key: [DatedEntry<Key, Value>]] = [:]

  /// The years in which anything begins.
  var years: Set<Int> { Set(entries.values.joined().map(\.fromYear)) }

  /// Lays a set's own entries over these: from the own first year on the own ones hold, before it the others.
  mutating func override(with own: [DatedEntry<Key, Value>]) {
    let grouped = Dictionary(grouping: own, by: \.key)
    for entry in own where entries[entry.key] == nil {
      entries[entry.key] = []
      keys.append(entry.key)
    }
    for (key, list) in grouped {
      let ordered = list.sorted { $0.fromYear < $1.fromYear }
      guard let first = ordered.first?.fromYear else { continue }
      entries[key] = (entries[key] ?? []).filter { $0.fromYear < first } + ordered
    }
  }

  /// What holds in a year: the last entry that has begun, else the earliest there is.
  func entry(of key: Key, in year: Int) -> DatedEntry<Key, Value>? {
    guard let list = entries[key] else { return nil }
    return list.last { $0.fromYear <= year } ?? list.first
  }
}
