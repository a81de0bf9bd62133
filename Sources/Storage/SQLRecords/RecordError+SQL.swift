// How an engine's error reads in the words of the store.
internal import Records
internal import SQL

extension RecordError {
  /// An error that has nothing to do with what was asked for.
  init(_ error: SQLError) {
    switch error {
    case .busy, .serialization: self = .busy
    case .full: self = .full
    case .readOnly: self = .readOnly
    case .cannotOpen(let words): self = .unavailable(words)
    case .connectionLost(let duringCommit): self = duringCommit ? .outcomeUnknown : .unavailable("connection")
    case .damaged(let words): self = .damaged(words)
    case .unexpectedValue(let column): self = .damaged("column \(column)")
    case .textHoldsZero: self = .unavailable("text with a zero byte")
    case .constraint(let kind, let detail): self = .unavailable("\(kind.rawValue): \(detail)")
    case .other(let code, let message): self = .unavailable("\(code): \(message)")
    }
  }

  /// An error of a change to one thing.
  init(_ error: SQLError, _ noun: RecordNoun, key: String) {
    switch error {
    case .constraint(.unique, _): self = .alreadyExists(noun, key: key)
    case .constraint(.foreignKey, _): self = .unknownReference(noun, key: key)
    case .constraint(_, let detail): self = .invalid(noun, detail: detail)
    case .textHoldsZero: self = .invalid(noun, detail: "text with a zero byte")
    default: self.init(error)
    }
  }
}
