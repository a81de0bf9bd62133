// Names contents by a hash: for tags of pages and addresses of assets, not for secrets.

/// XXH64 (the xxHash specification, 0.1.1) with the seed 0: a few gigabytes a second.
package struct ContentHash: Hashable, Sendable {
  package let number: UInt64

  private static let primes: [UInt64] = [
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    0x27D4_EB2F_1656_67C5,
  ]

  /// The hash of some bytes.
  package static func of(_ bytes: [UInt8]) -> ContentHash {
    bytes.withUnsafeBytes { ContentHash($0) }
  }

  /// 16 hexadecimal digits.
  package var hex: String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  private init(_ bytes: UnsafeRawBufferPointer) {
    let (p1, p2, p3, p4, p5) = (
      Self.primes[0], Self.primes[1], Self.primes[2], Self.primes[3], Self.primes[4]
    )
    func round(_ sum: UInt64, _ lane: UInt64) -> UInt64 { Self.turned(sum &+ lane &* p2, 31) &* p1 }
    func word(_ place: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    var place = 0
    var hash: UInt64
    if bytes.count >= 32 {
      var lanes = (p1 &+ p2, p2, UInt64(0), UInt64(0) &- p1)
      while place + 32 <= bytes.count {
        lanes.0 = round(lanes.0, word(place))
        lanes.1 = round(lanes.1, word(place + 8))
        lanes.2 = round(lanes.2, word(place + 16))
        lanes.3 = round(lanes.3, word(place + 24))
        place += 32
      }
      hash =
        Self.turned(lanes.0, 1) &+ Self.turned(lanes.1, 7) &+ Self.turned(lanes.2, 12)
        &+ Self.turned(lanes.3, 18)
      for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { hash = (hash ^ round(0, lane)) &* p1 &+ p4 }
    } else {
      hash = p5
    }
    hash = hash &+ UInt64(bytes.count)
    while place + 8 <= bytes.count {
      hash = Self.turned(hash ^ round(0, word(place)), 27) &* p1 &+ p4
      place += 8
    }
    if place + 4 <= bytes.count {
      let half = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
      hash = Self.turned(hash ^ UInt64(half) &* p1, 23) &* p2 &+ p3
      place += 4
    }
    while place < bytes.count {
      hash = Self.turned(hash ^ UInt64(bytes[place]) &* p5, 11) &* p1
      place += 1
    }
    hash = (hash ^ hash >> 33) &* p2
    hash = (hash ^ hash >> 29) &* p3
    number = hash ^ hash >> 32
  }

  private static func turned(_ number: UInt64, _ bits: UInt64) -> UInt64 {
    number << bits | number >> (64 - bits)
  }
}
