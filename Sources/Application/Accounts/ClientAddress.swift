// Where a request comes from, as failures are counted by.

/// An address of the network, shortened to what one customer of it has: an IPv4 address as it is, of an IPv6
/// address the first 64 bits, since the rest is the customer's to choose.
package struct ClientAddress: Sendable, Hashable, CustomStringConvertible {
  /// `10.1.2.3`, or `2001:db8:0:1::/64`.
  package let description: String

  /// Reads an address without port; nil for anything else.
  package init?(_ text: some StringProtocol) {
    if let bytes = Self.fourBytes(text) {
      description = bytes.map(String.init).joined(separator: ".")
      return
    }
    guard let groups = Self.eightGroups(text) else { return nil }
    if groups[..<5].allSatisfy({ $0 == 0 }), groups[5] == 0xFFFF {
      description = [groups[6] >> 8, groups[6] & 255, groups[7] >> 8, groups[7] & 255].map(String.init)
        .joined(separator: ".")
    } else {
      description = groups[..<4].map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
    }
  }

  private static func fourBytes(_ text: some StringProtocol) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard text.utf8.count <= 15, parts.count == 4 else { return nil }
    var bytes: [Int] = []
    for part in parts {
      guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(part), number <= 255, part.utf8.count == String(number).utf8.count
      else { return nil }
      bytes.append(number)
    }
    return bytes
  }

  private static func eightGroups(_ text: some StringProtocol) -> [Int]? {
    guard text.utf8.count <= 45 else { return nil }
    let address = text.prefix { $0 != "%" }
    let halves = address.split(separator: "::", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count) else { return nil }
    var sides: [[Int]] = []
    for (index, half) in halves.enumerated() {
      guard let side = groups(half, isLast: index == halves.count - 1) else { return nil }
      sides.append(side)
    }
    let count = sides.reduce(0) { $0 + $1.count }
    if sides.count == 1 { return count == 8 ? sides[0] : nil }
    guard count <= 7 else { return nil }
    return sides[0] + Array(repeating: 0, count: 8 - count) + sides[1]
  }

  /// The last group of an address may be four bytes written as IPv4.
  private static func groups(_ text: some StringProtocol, isLast: Bool) -> [Int]? {
    if text.isEmpty { return [] }
    var groups: [Int] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if isLast, index == parts.count - 1, let bytes = fourBytes(part) {
        groups += [bytes[0] << 8 | bytes[1], bytes[2] << 8 | bytes[3]]
        continue
      }
      guard (1...4).contains(part.utf8.count), part.allSatisfy({ $0.isASCII && $0.isHexDigit }),
        let number = Int(part, radix: 16)
      else { return nil }
      groups.append(number)
    }
    return groups
  }
}
