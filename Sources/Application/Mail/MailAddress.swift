// An address of electronic mail, as strict as servers are.

/// `local@domain` (RFC 5321, section 4.1.2, without quoted parts and literals): letters, digits, a few signs.
///
/// Nothing that could end a line or a bracket passes, so an address never becomes a header or a command.
package struct MailAddress: Sendable, Hashable, CustomStringConvertible {
  /// As typed, the domain in small letters.
  package let text: String

  /// Octets of an address at most (RFC 5321, section 4.5.3.1.3, without brackets).
  package static let bytesMax = 254

  /// Nil for what no server would take.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard text.utf8.count <= Self.bytesMax, parts.count == 2, Self.isLocal(parts[0].utf8),
      let domain = MailDomain(parts[1]), domain.text.utf8.contains(UInt8(ascii: "."))
    else { return nil }
    self.text = "\(parts[0])@\(domain.text)"
  }

  /// What stands behind the sign.
  package var domain: String { String(text.split(separator: "@").last ?? "") }

  /// A dot-string of at most 64 octets: no dot at an end, no two in a row.
  private static func isLocal(_ bytes: some Collection<UInt8>) -> Bool {
    guard (1...64).contains(bytes.count) else { return false }
    let words = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return words.allSatisfy { word in
      !word.isEmpty && word.allSatisfy { ASCII.isAlphanumeric($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
    }
  }

  package var description: String { text }
}

/// The name of a machine or of a domain.
package struct MailDomain: Sendable, Hashable {
  /// In small letters.
  package let text: String

  /// Labels of letters, digits and hyphens with dots between them; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let labels = Array(text.utf8).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isSound = labels.allSatisfy { label in
      (1...63).contains(label.count) && label.first != UInt8(ascii: "-")
        && label.last != UInt8(ascii: "-")
        && label.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }
    guard isSound, text.utf8.count <= 253 else { return nil }
    self.text = text.lowercased()
  }
}

enum ASCII {
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
