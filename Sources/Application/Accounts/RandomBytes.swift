// Random bytes from a source that the caller gives.

/// Bytes from a generator of random numbers.
package enum RandomBytes {
  /// So many bytes; each number of the generator gives eight.
  package static func take(_ count: Int, using random: inout some RandomNumberGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      var number: UInt64 = random.next()
      for _ in 0..<min(8, count - bytes.count) {
        bytes.append(UInt8(truncatingIfNeeded: number))
        number >>= 8
      }
    }
    return bytes
  }
}
