// The hash of a password as it is kept.

/// What one hash costs: the parameters of Argon2id (RFC 9106).
package struct PasswordCost: Sendable, Hashable {
  /// Passes over the memory.
  package var passes: UInt32
  /// Memory in KiB.
  package var memory: UInt32
  /// Lanes, which one thread walks one after the other.
  package var lanes: UInt32

  package init(passes: UInt32, memory: UInt32, lanes: UInt32) {
    self.passes = passes
    self.memory = memory
    self.lanes = lanes
  }

  /// RFC 9106 §4, the second recommended choice, with one lane: t = 3, 64 MiB.
  package static let usual = PasswordCost(passes: 3, memory: 64 << 10, lanes: 1)

  /// What is believed of a stored hash; anything beyond would be an attack on the machine itself.
  var isBelievable: Bool {
    (1...16).contains(passes) && (1...4).contains(lanes) && (8 * lanes...(1 << 20)).contains(memory)
  }
}

/// An Argon2id hash in its usual text: `$argon2id$v=19$m=65536,t=3,p=1$<salt>$<hash>`.
package struct PasswordHash: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
  /// For the store, and for nothing else.
  package let text: String
  /// What it cost; a hash that was cheaper than today's is made anew when its person signs in.
  package let cost: PasswordCost

  /// Nil for texts of other kinds, and for costs that nobody means.
  package init?(text: String) {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard text.utf8.count <= 512, parts.count == 6, parts[0].isEmpty, parts[1] == "argon2id",
      parts[2] == "v=19", let cost = Self.cost(parts[3]), cost.isBelievable,
      parts[4...].allSatisfy({ (11...128).contains($0.utf8.count) && $0.utf8.allSatisfy(Self.isBase64) })
    else { return nil }
    self.text = text
    self.cost = cost
  }

  private static func cost(_ text: Substring) -> PasswordCost? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 3, let memory = number(parts[0], "m="), let passes = number(parts[1], "t="),
      let lanes = number(parts[2], "p=")
    else { return nil }
    return PasswordCost(passes: passes, memory: memory, lanes: lanes)
  }

  private static func number(_ text: Substring, _ name: String) -> UInt32? {
    guard text.utf8.starts(with: name.utf8), text.utf8.dropFirst(2).allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return UInt32(text.dropFirst(2))
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F: true
    default: false
    }
  }

  package var description: String { "PasswordHash" }
  package var debugDescription: String { description }
}
