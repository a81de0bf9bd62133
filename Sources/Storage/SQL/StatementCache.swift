// Statements that an engine has prepared, kept for the next time.

/// Prepared statements by their text; the one unused for longest makes room.
///
/// A statement is taken out while it runs, so that a query inside another's rows gets one of its own.
package struct StatementCache<Statement> {
  private var kept: [String: (statement: Statement, lastUse: Int)] = [:]
  private var uses = 0
  private let capacity: Int

  package init(capacity: Int = 256) { self.capacity = max(1, capacity) }

  /// Takes a statement out; nil when there is none for this text.
  package mutating func take(_ text: String) -> Statement? {
    kept.removeValue(forKey: text)?.statement
  }

  /// Keeps a statement.
  ///
  /// - Returns: one that has to be given up for it.
  package mutating func keep(_ statement: Statement, for text: String) -> Statement? {
    uses += 1
    if let previous = kept.updateValue((statement, uses), forKey: text) { return previous.statement }
    guard kept.count > capacity, let oldest = kept.min(by: { $0.value.lastUse < $1.value.lastUse }) else {
      return nil
    }
    return kept.removeValue(forKey: oldest.key)?.statement
  }

  /// Takes out everything.
  package mutating func takeAll() -> [Statement] {
    defer { kept = [:] }
    return kept.values.map(\.statement)
  }
}
