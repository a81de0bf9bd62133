// What stands behind the method in a request: the path in its segments, and the query.

/// A path and a query, taken apart and decoded once.
///
/// `/projects/%E6%A1%A5?page=2` has the segments projects, 桥 and the query page=2.
package struct RequestTarget: Sendable, Equatable {
  /// The decoded segments; none for the root.
  package let segments: [String]
  /// True where the path ends with a slash that its canonical form has not.
  package let hasTrailingSlash: Bool
  /// The bytes behind the question mark, not yet decoded.
  package let rawQuery: String
  /// The path as it was sent, for logs of failures.
  package let rawPath: String

  /// Longer targets are refused before they are looked at.
  package static let bytesMax = 8_000
  private static let segmentsMax = 64

  /// - Throws: `Refusal.badTarget` for a percent sign without digits, a zero, bytes that are no UTF-8, a
  ///   slash or backslash inside a segment, `.` and `..`: what is no address of ours is not guessed at.
  package init(parsing text: String) throws(Refusal) {
    guard text.utf8.count <= Self.bytesMax else { throw .targetTooLong }
    let bytes = Self.withoutAuthority(Array(text.utf8)[...])
    guard bytes.first == UInt8(ascii: "/"), bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      throw .badTarget
    }
    let mark = bytes.firstIndex(of: UInt8(ascii: "?"))
    let path = bytes[..<(mark ?? bytes.endIndex)]
    guard !bytes.contains(UInt8(ascii: "#")) else { throw .badTarget }
    rawPath = String(decoding: path, as: UTF8.self)
    rawQuery = mark.map { String(decoding: bytes[($0 + 1)...], as: UTF8.self) } ?? ""
    var pieces = path.dropFirst().split(
      separator: UInt8(ascii: "/"), maxSplits: Self.segmentsMax, omittingEmptySubsequences: false)
    guard pieces.count <= Self.segmentsMax else { throw .badTarget }
    let isRoot = path.count == 1
    hasTrailingSlash = !isRoot && pieces.last?.isEmpty == true
    if isRoot || hasTrailingSlash { pieces.removeLast() }
    var segments: [String] = []
    segments.reserveCapacity(pieces.count)
    for piece in pieces {
      guard let segment = Self.segment(piece) else { throw .badTarget }
      segments.append(segment)
    }
    self.segments = segments
  }

  /// - Throws: `Refusal.badForm` for a query that cannot be read.
  package func query() throws(Refusal) -> FormFields {
    do throws(FormFault) {
      return try FormFields(parsing: rawQuery.utf8, fieldsMax: 200)
    } catch { throw .badForm(error) }
  }

  /// `http://host/path`, as clients write it to proxies, is the path alone.
  private static func withoutAuthority(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    for scheme in ["http://", "https://"] where bytes.starts(with: scheme.utf8) {
      let rest = bytes.dropFirst(scheme.utf8.count)
      return rest.firstIndex(of: UInt8(ascii: "/")).map { rest[$0...] } ?? Array("/".utf8)[...]
    }
    return bytes
  }

  private static func segment(_ piece: ArraySlice<UInt8>) -> String? {
    guard let text = PercentCoding.decode(piece, plusIsBlank: false), text != ".", text != ".." else {
      return nil
    }
    let isSound = text.utf8.allSatisfy {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") && $0 >= 0x20 && $0 != 0x7F
    }
    return isSound ? text : nil
  }
}
