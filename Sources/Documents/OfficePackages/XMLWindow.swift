// The piece of a part's text that the scanner looks at, in UTF-8, with a zero after its end.
internal import Archives
internal import Tables

/// A sliding window on the text of a part. After the last byte stands a zero, which no XML text may hold, so
/// that the scanner's loops need no other check; a few more bytes after it can be read (but mean nothing).
struct XMLWindow: ~Copyable {
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  /// How many bytes of the text are in the window.
  private(set) var count = 0
  private(set) var isExhausted = false

  private let entry: ArchiveEntry
  private let name: String
  private var capacity: Int
  private var decoder: UTF16Decoder?

  /// Parts up to this size are read whole.
  private static let wholeBytesMax = 1 << 20
  /// The longest single tag or text; libraries for XML have the same order of bound.
  private static let tokenBytesMax = 16 << 20
  /// Readable bytes after the text.
  private static let slack = 32

  init(_ entry: ArchiveEntry, name: String) throws(ReadingError) {
    self.entry = entry
    self.name = name
    capacity = max(256, min(entry.declaredBytes, Self.wholeBytesMax)) + 1
    bytes = .allocate(capacity: capacity + Self.slack)
    try fill()
    decoder = UTF16Decoder(startingWith: UnsafeBufferPointer(start: bytes, count: count))
    if decoder != nil { try decodeWindow() }
    if count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { drop(first: 3) }
  }

  deinit {
    bytes.deallocate()
  }

  /// Drops what stands before `start` and reads on.
  ///
  /// - Returns: false when there is nothing more.
  /// - Throws: `.limit` for a token that is too long, and what unpacking throws.
  mutating func refill(keepingFrom start: Int) throws(ReadingError) -> Bool {
    if isExhausted { return false }
    drop(first: start)
    if count > capacity / 2 {
      guard capacity <= Self.tokenBytesMax else {
        throw .limit(name: .textBytes, value: Self.tokenBytesMax)
      }
      grow()
    }
    let before = count
    try fill()
    return count > before
  }

  private mutating func drop(first start: Int) {
    guard start > 0 else { return }
    count -= start
    bytes.update(from: bytes + start, count: count)
    close()
  }

  /// Zeros after the last byte.
  private func close() {
    (bytes + count).update(repeating: 0, count: Self.slack)
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + Self.slack)
    larger.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = larger
    capacity *= 2
    close()
  }

  /// Reads until the window is full or the entry ends.
  private mutating func fill() throws(ReadingError) {
    if decoder != nil { return try fillDecoding() }
    while count < capacity, !isExhausted {
      let room = UnsafeMutableRawBufferPointer(start: bytes + count, count: capacity - count)
      let read = try entry.read(into: room)
      count += read
      isExhausted = read == 0
    }
    close()
  }

  private mutating func fillDecoding() throws(ReadingError) {
    var raw = [UInt8](repeating: 0, count: 16 << 10)
    // Two bytes become at most three.
    while capacity - count > 3 * raw.count / 2 + 8, !isExhausted {
      let read = try raw.withUnsafeMutableBufferPointer { (room) throws(ReadingError) -> Int in
        try entry.read(into: UnsafeMutableRawBufferPointer(room))
      }
      isExhausted = read == 0
      try decode(raw[..<read])
    }
    close()
  }

  /// Rewrites the first window, read before the encoding was known.
  private mutating func decodeWindow() throws(ReadingError) {
    let raw = Array(UnsafeBufferPointer(start: bytes, count: count))
    while capacity < 2 * raw.count + (64 << 10) { grow() }
    count = 0
    try decode(raw[...])
    close()
  }

  private mutating func decode(_ raw: ArraySlice<UInt8>) throws(ReadingError) {
    guard let written = decoder?.decode(raw, isLast: isExhausted, into: bytes + count) else {
      throw .damaged(detail: "xml: \(name) is not sound UTF-16")
    }
    count += written
  }
}
