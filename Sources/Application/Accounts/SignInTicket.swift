// Between a right password and a right time code: the proof of the first, which lives a few minutes.
package import Organisations
package import Quantities

/// Says that a person's password was right a moment ago; worth nothing without the time code.
///
/// Nothing is stored: person and end stand in the text, with a code under the server's key. A session begins
/// only after the time code, with a token of its own.
package struct SignInTicket: Sendable, Hashable {
  package let person: PersonID
  /// From this moment on it is worth nothing.
  package let end: Moment

  /// Seconds that a person has to look at the telephone.
  package static let seconds = 300

  /// When the password was right.
  package var begun: Moment { end.advanced(bySeconds: -Self.seconds) }

  package init(person: PersonID, at moment: Moment) {
    self.person = person
    end = moment.advanced(bySeconds: Self.seconds)
  }

  /// Base64url of person ‖ end ‖ code, 64 characters.
  package func text(key: ServerKey) throws(DigestFailure) -> String {
    let body = Self.bytes(person.rawValue) + Self.bytes(end.milliseconds)
    return SixBitText.text(body + (try key.code(of: body, for: .signInTicket)))
  }

  /// Nil where it is altered, made with another key, or over.
  package init?(text: some StringProtocol, key: ServerKey, at moment: Moment) throws(DigestFailure) {
    guard text.utf8.count == 64, let bytes = SixBitText.bytes(text), bytes.count == 48 else { return nil }
    let body = Array(bytes.prefix(16))
    guard Digest.isEqual(Array(bytes.suffix(32)), try key.code(of: body, for: .signInTicket)),
      let person = PersonID(Self.number(body.prefix(8)))
    else { return nil }
    self.person = person
    end = Moment(milliseconds: Self.number(body.suffix(8)))
    guard moment < end else { return nil }
  }

  private static func bytes(_ number: Int64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
  }

  private static func number(_ bytes: some Sequence<UInt8>) -> Int64 {
    Int64(bitPattern: bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
}
