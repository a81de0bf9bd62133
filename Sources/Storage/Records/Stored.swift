// A value with the number of changes it has seen, so that nobody overwrites what he has not read.

/// A value as it stands in the store.
package struct Stored<Value: Sendable>: Sendable {
  package var value: Value
  /// 1 for what was just added, one more with each change.
  package let revision: Int64

  package init(_ value: Value, revision: Int64) {
    self.value = value
    self.revision = revision
  }
}

extension Stored: Equatable where Value: Equatable {}
