// One sentence of the law of records, and how it is checked.
internal import Glibc
internal import Organisations
package import Records

/// A sentence that holds on every store.
package struct RecordLaw: Sendable, CustomStringConvertible {
  /// What holds.
  package let description: String
  private let check: @Sendable (any RecordStore, inout LawReport) async throws -> Void

  init(
    _ description: String, check: @escaping @Sendable (any RecordStore, inout LawReport) async throws -> Void
  ) {
    self.description = description
    self.check = check
  }

  /// What does not hold on an empty store; empty where the law is kept.
  package func breaches(on records: any RecordStore) async -> [String] {
    var report = LawReport()
    do {
      try await check(records, &report)
    } catch let error as RecordError {
      report.breaches.append("stopped by \(word(of: error))")
    } catch {
      report.breaches.append("stopped by \(error)")
    }
    return report.breaches
  }
}

/// Collects what does not hold.
struct LawReport {
  var breaches: [String] = []

  mutating func expect(_ isTrue: Bool, _ sentence: String) {
    if !isTrue { breaches.append(sentence) }
  }

  mutating func expect<Value: Equatable>(_ found: Value, _ wanted: Value, _ what: String) {
    if found != wanted { breaches.append("\(what): \(found) instead of \(wanted)") }
  }

  /// The work must end with this error.
  mutating func expect(_ wanted: String, _ what: String, _ work: () async throws -> Void) async {
    do {
      try await work()
      breaches.append("\(what): no error instead of \(wanted)")
    } catch let error as RecordError {
      if word(of: error) != wanted { breaches.append("\(what): \(word(of: error)) instead of \(wanted)") }
    } catch {
      breaches.append("\(what): \(error) instead of \(wanted)")
    }
  }
}

/// An error without its details: `stale setting`.
package func word(of error: RecordError) -> String {
  switch error {
  case .notFound(let noun, _): "notFound \(noun)"
  case .alreadyExists(let noun, _): "alreadyExists \(noun)"
  case .stale(let noun, _, _, _): "stale \(noun)"
  case .fieldsChanged(let paths): "fieldsChanged \(paths.joined(separator: " "))"
  case .unknownReference(let noun, _): "unknownReference \(noun)"
  case .invalid(let noun, _): "invalid \(noun)"
  case .busy: "busy"
  case .unavailable(let words): "unavailable \(words)"
  case .outcomeUnknown: "outcomeUnknown"
  case .full: "full"
  case .readOnly: "readOnly"
  case .damaged(let words): "damaged \(words)"
  case .refused(let error): "refused \(error)"
  }
}
