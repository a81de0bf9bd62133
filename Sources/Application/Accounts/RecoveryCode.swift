// Codes on paper for those who lost the telephone that makes their time codes.

/// A code that replaces one time code, once: 80 random bits as four groups of four letters and digits.
package struct RecoveryCode: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  private let bytes: [UInt8]

  /// Codes that a person gets at once.
  package static let count = 10

  /// Makes as many as a person gets; `random` has to be fit for cryptography.
  package static func make(using random: inout some RandomNumberGenerator) -> [RecoveryCode] {
    (0..<count).map { _ in RecoveryCode(bytes: RandomBytes.take(10, using: &random)) }
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads what a person copied from paper: blanks, hyphens and small letters do not matter; nil when it
  /// is no code.
  package init?(typed: some StringProtocol) {
    guard typed.utf8.count <= 64 else { return nil }
    let letters = typed.utf8.filter { $0 != 0x20 && $0 != 0x2D }.map { sign -> UInt8 in
      switch sign {
      case 0x61...0x7A: sign - 0x20
      default: sign
      }
    }
    guard letters.count == 16, let bytes = FiveBitText.bytes(String(decoding: letters, as: UTF8.self))
    else { return nil }
    self.bytes = bytes
  }

  /// `ABCD-EFGH-IJKL-MNOP`, for the person's paper.
  package var text: String {
    let letters = Array(FiveBitText.text(bytes).utf8)
    let groups = stride(from: 0, to: letters.count, by: 4).map { start in
      String(decoding: letters[start..<min(start + 4, letters.count)], as: UTF8.self)
    }
    return groups.joined(separator: "-")
  }

  /// What is kept of it.
  package func fingerprint() throws(DigestFailure) -> TokenFingerprint {
    TokenFingerprint(bytes: try Digest.sha256(Array("recovery".utf8) + bytes))
  }

  package var description: String { "RecoveryCode" }
  package var debugDescription: String { description }
}
