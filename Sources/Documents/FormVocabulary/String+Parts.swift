// Looks for parts of a text by its bytes: labels and words are short, and this is asked for every cell.

extension StringProtocol {
  /// Whether a text stands somewhere in this one, byte for byte.
  @inlinable
  package func holds(_ part: String) -> Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      part.utf8.withContiguousStorageIfAvailable { wanted in Self.find(wanted, in: bytes) } ?? false
    } ?? false
  }

  /// Whether this text begins with another one, byte for byte.
  @inlinable
  package func begins(_ part: some StringProtocol) -> Bool {
    let isLead = utf8.withContiguousStorageIfAvailable { bytes in
      part.utf8.withContiguousStorageIfAvailable { wanted in Self.isSame(wanted, in: bytes, at: 0) }
    }
    return (isLead ?? nil) ?? utf8.starts(with: part.utf8)
  }

  /// Whether this text ends with another one, byte for byte.
  @inlinable
  package func ends(_ part: String) -> Bool {
    let isTail = utf8.withContiguousStorageIfAvailable { bytes in
      part.utf8.withContiguousStorageIfAvailable { wanted in
        Self.isSame(wanted, in: bytes, at: bytes.count - wanted.count)
      }
    }
    if let isTail = isTail ?? nil { return isTail }
    let skip = utf8.count - part.utf8.count
    return skip >= 0 && utf8.dropFirst(skip).elementsEqual(part.utf8)
  }

  @usableFromInline
  static func isSame(
    _ wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    guard start >= 0, start + wanted.count <= bytes.count else { return false }
    var offset = 0
    while offset < wanted.count {
      if bytes[start + offset] != wanted[offset] { return false }
      offset += 1
    }
    return true
  }

  /// Whether any of the texts stands somewhere in this one.
  @inlinable
  package func holdsAny(_ parts: [String]) -> Bool {
    parts.contains { holds($0) }
  }

  @usableFromInline
  static func find(_ wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = wanted.first, wanted.count <= bytes.count else { return wanted.isEmpty }
    var index = 0
    let last = bytes.count - wanted.count
    while index <= last {
      if bytes[index] == first {
        var offset = 1
        while offset < wanted.count, bytes[index + offset] == wanted[offset] { offset += 1 }
        if offset == wanted.count { return true }
      }
      index += 1
    }
    return false
  }
}
