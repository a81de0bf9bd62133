// Codes that change every half minute (TOTP, RFC 6238), made from a secret shared with a telephone.
package import Quantities

/// The secret of a person's time codes, and how they are made: HMAC-SHA-1, six digits, 30 seconds, which is
/// what every authenticator understands.
package struct TimeCodeSecret: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  private let bytes: [UInt8]

  /// Seconds that one code is shown.
  package static let stepSeconds = 30
  /// Digits of a code.
  package static let digits = 6
  /// Codes before and after the one of now that are taken too, for clocks that differ.
  package static let stepsAside: Int64 = 1

  /// Makes one of 20 bytes (RFC 4226 §4); `random` has to be fit for cryptography.
  package init(using random: inout some RandomNumberGenerator) {
    bytes = RandomBytes.take(20, using: &random)
  }

  /// Reads what ``text`` prints, 16 to 64 bytes; nil for anything else.
  package init?(text: some StringProtocol) {
    guard text.utf8.count <= 128, let bytes = FiveBitText.bytes(text), (16...64).contains(bytes.count)
    else { return nil }
    self.bytes = bytes
  }

  /// Base32, for those who type it instead of scanning it.
  package var text: String { FiveBitText.text(bytes) }

  /// The address that authenticators read from a picture:
  /// `otpauth://totp/<issuer>:<account>?secret=…&issuer=…&algorithm=SHA1&digits=6&period=30`.
  package func address(issuer: String, account: String) -> String {
    let issuer = PercentText.encoded(issuer)
    return "otpauth://totp/\(issuer):\(PercentText.encoded(account))?secret=\(text)&issuer=\(issuer)"
      + "&algorithm=SHA1&digits=\(Self.digits)&period=\(Self.stepSeconds)"
  }

  /// The number of the half minute in which a moment lies.
  static func counter(at moment: Moment) -> Int64 {
    max(0, moment.seconds) / Int64(stepSeconds)
  }

  /// The counter whose code was typed; nil when it is none of those that count now, or not later than the
  /// last one used: no code is taken twice (RFC 6238 §5.2).
  ///
  /// - Parameters:
  ///   - code: six digits; blanks between them are passed over.
  ///   - lastCounter: the counter of the last code that was taken; nil when none was.
  package func acceptedCounter(
    _ code: some StringProtocol, at moment: Moment, after lastCounter: Int64?
  ) throws(DigestFailure) -> Int64? {
    let typed = code.utf8.filter { $0 != 0x20 }
    guard typed.count == Self.digits, typed.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let now = Self.counter(at: moment)
    var accepted: Int64?
    for counter in max(0, now - Self.stepsAside)...now + Self.stepsAside {
      let expected = try Self.code(key: bytes, counter: counter, digits: Self.digits)
      let isLater = lastCounter.map { counter > $0 } ?? true
      if Digest.isEqual(typed, Array(expected.utf8)), isLater, accepted == nil { accepted = counter }
    }
    return accepted
  }

  /// HOTP (RFC 4226 §5.3) with any of the digests of RFC 6238.
  static func code(
    key: [UInt8], counter: Int64, digits: Int, _ algorithm: Digest.Algorithm = .sha1
  ) throws(DigestFailure) -> String {
    let message = (0..<8).map { UInt8(truncatingIfNeeded: counter >> (56 - 8 * $0)) }
    let code = try Digest.code(of: message, key: key, algorithm)
    let offset = Int(code[code.count - 1] & 15)
    let number = code[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let modulus = (0..<digits).reduce(UInt64(1)) { power, _ in power * 10 }
    let text = String(UInt64(number) % modulus)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  package var description: String { "TimeCodeSecret" }
  package var debugDescription: String { description }
}

/// Texts inside addresses (RFC 3986): everything but letters, digits and `-._~` as `%XX` of its UTF-8.
enum PercentText {
  static func encoded(_ text: String) -> String {
    let signs = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
      default: bytes += [0x25, signs[Int(byte >> 4)], signs[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
