// A statement whose values are bound, never written into it: it can only be made from literals.

/// SQL text with its arguments: `"SELECT name FROM person WHERE id = \(id)"` binds `id`.
///
/// Only literals make statements, so nothing that somebody typed becomes SQL. Arguments are left out of
/// `description`, because they may be personal.
package struct SQLText: Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
  enum Piece: Sendable {
    case plain(String)
    case argument(SQLValue)
    case word(DialectWord)
  }

  private(set) var pieces: [Piece]

  package init(stringLiteral text: String) { pieces = [.plain(text)] }

  package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  private init(pieces: [Piece]) { self.pieces = pieces }

  /// The arguments in order.
  package var arguments: [SQLValue] {
    pieces.compactMap { if case .argument(let value) = $0 { value } else { nil } }
  }

  /// One text after the other.
  package static func + (left: SQLText, right: SQLText) -> SQLText {
    SQLText(pieces: left.pieces + right.pieces)
  }

  /// Texts with another between them: `columns.joined(by: ", ")`.
  package static func joined(_ texts: [SQLText], by separator: SQLText) -> SQLText {
    var pieces: [Piece] = []
    for (position, text) in texts.enumerated() {
      if position > 0 { pieces += separator.pieces }
      pieces += text.pieces
    }
    return SQLText(pieces: pieces)
  }

  /// The text as an engine reads it, with `?1` or `$1` for arguments.
  package func rendered(for dialect: Dialect) -> String {
    var text = ""
    text.reserveCapacity(256)
    var number = 0
    for piece in pieces {
      switch piece {
      case .plain(let plain): text += plain
      case .word(let word): text += dialect.spelling(of: word)
      case .argument:
        number += 1
        text += dialect == .sqlite ? "?" : "$"
        text += String(number)
      }
    }
    return text
  }

  package var description: String { rendered(for: .sqlite) }

  /// Collects literals and arguments.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Text of the statement itself.
    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.plain(literal)) }
    }

    /// A bound value.
    package mutating func appendInterpolation(_ value: SQLValue) { pieces.append(.argument(value)) }

    package mutating func appendInterpolation(_ value: Int64) { pieces.append(.argument(.integer(value))) }

    package mutating func appendInterpolation(_ value: Int) {
      pieces.append(.argument(.integer(Int64(value))))
    }

    package mutating func appendInterpolation(_ value: Bool) {
      pieces.append(.argument(.integer(value ? 1 : 0)))
    }

    package mutating func appendInterpolation(_ value: String) { pieces.append(.argument(.text(value))) }

    package mutating func appendInterpolation(_ value: [UInt8]) { pieces.append(.argument(.bytes(value))) }

    package mutating func appendInterpolation(_ value: Int64?) {
      pieces.append(.argument(value.map { .integer($0) } ?? .null))
    }

    package mutating func appendInterpolation(_ value: Int?) {
      pieces.append(.argument(value.map { .integer(Int64($0)) } ?? .null))
    }

    package mutating func appendInterpolation(_ value: String?) {
      pieces.append(.argument(value.map { .text($0) } ?? .null))
    }

    package mutating func appendInterpolation(_ value: [UInt8]?) {
      pieces.append(.argument(value.map { .bytes($0) } ?? .null))
    }

    /// A part of a statement, with its own arguments.
    package mutating func appendInterpolation(part: SQLText) { pieces += part.pieces }

    /// What the dialects spell differently.
    package mutating func appendInterpolation(word: DialectWord) { pieces.append(.word(word)) }

    /// The name of a table or column, from a literal.
    package mutating func appendInterpolation(name: SQLName) { pieces.append(.plain(name.text)) }
  }
}

/// The name of a table or a column; only a literal makes one.
package struct SQLName: Sendable, Hashable, ExpressibleByStringLiteral {
  /// As written.
  package let text: String

  package init(stringLiteral text: StaticString) { self.text = text.description }
}
