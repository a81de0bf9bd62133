// Takes uploads apart while they come in (multipart/form-data, RFC 7578 and RFC 2046, section 5.1).

/// The head of one part of an upload.
package struct PartHead: Sendable, Equatable {
  /// The field's name.
  package var name: String
  /// As the client named the file: words to show, never a path to use.
  package var fileName: String?
  package var contentType: String?
}

/// A parser that is fed piece by piece and holds no more than one line and one head.
///
///     body     = [preamble CRLF] delimiter part *(CRLF delimiter part) CRLF delimiter "--" epilogue
///     delimiter = "--" boundary *(blank) CRLF
package struct MultipartParser: Sendable {
  /// What was found in the bytes so far.
  package enum Event {
    case part(PartHead)
    /// Some bytes of the part; they come in any number of pieces.
    case bytes(ArraySlice<UInt8>)
    case partEnd
    /// The last delimiter; what follows is ignored.
    case end
  }

  private enum Place { case preamble, afterDelimiter, head, content, ended }

  private let delimiter: [UInt8]
  private var place = Place.preamble
  private var pending: [UInt8]
  private var partCount = 0
  private let partsMax: Int

  static let headBytesMax = 8_192
  private static let preambleBytesMax = 4_096

  /// - Parameter contentType: the header's value.
  /// - Returns: nil for another type or a boundary that is none.
  package init?(contentType: String, partsMax: Int = 1_000) {
    guard let boundary = Self.boundary(of: contentType) else { return nil }
    delimiter = [0x0D, 0x0A, 0x2D, 0x2D] + boundary
    self.partsMax = partsMax
    // A line break in front makes the first delimiter like the others.
    pending = [0x0D, 0x0A]
  }

  /// True behind the last delimiter; a body that ends before is broken.
  package var isEnded: Bool { place == .ended }

  /// Takes the next bytes.
  ///
  /// - Throws: `FormFault` for what is no such body, or goes beyond the limits.
  package mutating func feed(_ bytes: [UInt8], _ handle: (Event) -> Void) throws(FormFault) {
    guard place != .ended else { return }
    pending += bytes
    var start = 0
    while let next = try step(from: start, handle) { start = next }
    if place == .ended { pending = [] } else { pending.removeFirst(start) }
  }

  /// One step in the bytes that are pending; nil where more are needed first. What was handled before that is
  /// told by the position of the last step.
  private mutating func step(from start: Int, _ handle: (Event) -> Void) throws(FormFault) -> Int? {
    switch place {
    case .preamble:
      guard let found = find(delimiter, from: start) else {
        guard pending.count <= Self.preambleBytesMax else { throw .broken }
        return nil
      }
      place = .afterDelimiter
      return found + delimiter.count
    case .afterDelimiter: return try stepAfterDelimiter(start, handle)
    case .head: return try stepHead(start, handle)
    case .content: return stepContent(start, handle)
    case .ended: return nil
    }
  }

  private mutating func stepAfterDelimiter(
    _ start: Int, _ handle: (Event) -> Void
  ) throws(FormFault) -> Int? {
    var end = start
    guard pending.count >= start + 2 else { return nil }
    if pending[start] == 0x2D, pending[start + 1] == 0x2D {
      place = .ended
      handle(.end)
      return nil
    }
    while end < pending.count, pending[end] == 0x20 || pending[end] == 0x09 { end += 1 }
    guard end - start < 256 else { throw .broken }
    guard pending.count >= end + 2 else { return nil }
    guard pending[end] == 0x0D, pending[end + 1] == 0x0A else { throw .broken }
    guard partCount < partsMax else { throw .tooManyFields }
    partCount += 1
    place = .head
    return end + 2
  }

  private mutating func stepHead(_ start: Int, _ handle: (Event) -> Void) throws(FormFault) -> Int? {
    guard let end = find([0x0D, 0x0A, 0x0D, 0x0A], from: start) else {
      guard pending.count - start <= Self.headBytesMax else { throw .tooLong }
      return nil
    }
    guard end - start <= Self.headBytesMax else { throw .tooLong }
    handle(.part(try PartHead(lines: pending[start..<end])))
    place = .content
    return end + 4
  }

  private mutating func stepContent(_ start: Int, _ handle: (Event) -> Void) -> Int? {
    if let end = find(delimiter, from: start) {
      if end > start { handle(.bytes(pending[start..<end])) }
      handle(.partEnd)
      place = .afterDelimiter
      return end + delimiter.count
    }
    // The last bytes may be the beginning of a delimiter.
    let end = pending.count - (delimiter.count - 1)
    guard end > start else { return nil }
    handle(.bytes(pending[start..<end]))
    return end
  }

  private func find(_ needle: [UInt8], from start: Int) -> Int? {
    pending.withUnsafeBufferPointer { bytes in
      var place = start
      let last = bytes.count - needle.count
      while place <= last {
        if bytes[place] == needle[0] {
          var length = 1
          while length < needle.count, bytes[place + length] == needle[length] { length += 1 }
          if length == needle.count { return place }
        }
        place += 1
      }
      return nil
    }
  }

  /// The boundary of `multipart/form-data; boundary="x"`: 1 to 70 signs of RFC 2046.
  static func boundary(of contentType: String) -> [UInt8]? {
    let parts = contentType.utf8.split(separator: UInt8(ascii: ";")).map { trimmed($0) }
    guard let type = parts.first, type.map(smallLetter) == Array("multipart/form-data".utf8) else {
      return nil
    }
    for part in parts.dropFirst() where part.map(smallLetter).starts(with: "boundary=".utf8) {
      var text = part.dropFirst(9)
      if text.first == 0x22, text.count > 1, text.last == 0x22 { text = text.dropFirst().dropLast() }
      let isSound = text.allSatisfy { isTokenByte($0) || " '()+_,-./:=?".utf8.contains($0) }
      return (1...70).contains(text.count) && isSound ? Array(text) : nil
    }
    return nil
  }
}
