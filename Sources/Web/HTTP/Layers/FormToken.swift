// The token that every form carries: the same secret, in other letters on every page.

/// A secret of one browser or session, and its masked copies for forms.
///
/// A copy is a random mask followed by the secret under that mask. Copies of one secret differ on every page,
/// so that packing a page tells nothing about the secret (the BREACH attack).
package struct FormToken: Sendable, Equatable {
  /// 32 random bytes.
  let secret: [UInt8]

  private static let bytesCount = 32

  /// The field of forms and the header of scripts that carry the token.
  package static let fieldName = "_token"
  package static let headerName: HeaderName = "x-form-token"

  /// A fresh secret.
  init() { secret = Self.randomBytes() }

  /// The secret that came back in a cookie; nil for anything else.
  init?(cookie text: String) {
    guard let bytes = Self.bytes(text), bytes.count == Self.bytesCount else { return nil }
    secret = bytes
  }

  /// A secret that belongs to a session, such as the hash of its token.
  ///
  /// - Precondition: 32 bytes.
  package init(secret: [UInt8]) {
    precondition(secret.count == Self.bytesCount, "a form's secret has 32 bytes")
    self.secret = secret
  }

  /// The secret as the cookie holds it: 64 hexadecimal digits.
  var cookieText: String { Self.hex(secret) }

  /// A masked copy for one page: 128 hexadecimal digits.
  package var masked: String {
    let mask = Self.randomBytes()
    return Self.hex(mask + zip(mask, secret).map { $0 ^ $1 })
  }

  /// True for a masked copy of this secret; takes the same time for every copy.
  package func accepts(_ copy: String) -> Bool {
    guard let bytes = Self.bytes(copy), bytes.count == 2 * Self.bytesCount else { return false }
    var difference: UInt8 = 0
    for place in 0..<Self.bytesCount {
      difference |= bytes[place] ^ bytes[place + Self.bytesCount] ^ secret[place]
    }
    return difference == 0
  }

  private static func randomBytes() -> [UInt8] {
    var random = SystemRandomNumberGenerator()
    return (0..<(bytesCount / 8)).flatMap { _ in
      let number = random.next()
      return (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
    }
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
      for (place, byte) in bytes.enumerated() {
        buffer[2 * place] = digits[Int(byte >> 4)]
        buffer[2 * place + 1] = digits[Int(byte & 15)]
      }
      return bytes.count * 2
    }
  }

  private static func bytes(_ hex: String) -> [UInt8]? {
    guard hex.utf8.count <= 4 * bytesCount, hex.utf8.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in hex.utf8 {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x61...0x66: value = digit - 0x57
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }
}
