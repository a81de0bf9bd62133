// A path described once: the router reads requests by it, pages print links by it.

/// The description of a path with the types of its holes.
///
/// `let version = Path<String, Int>("/projects/{project}/versions/{version}")` reads
/// `/projects/p1/versions/3`
/// as ("p1", 3), and `version("p1", 3)` prints that address. Holes stand alone in their segment.
package struct Path<each Value: PathValue>: Sendable {
  /// As it was written, for logs and listings: it holds nobody's data.
  package let template: String
  let pieces: [PathPiece]

  /// - Precondition: as many holes as types, segments without blanks, a slash in front and none at the end.
  package init(_ template: StaticString) {
    let text = template.description
    precondition(text.utf8.first == UInt8(ascii: "/"), "a path begins with a slash")
    self.template = text
    pieces = text.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .filter { _ in text.utf8.count > 1 }
      .map { segment in
        precondition(!segment.isEmpty, "a path has no empty segment")
        let isHole = segment.first == UInt8(ascii: "{") && segment.last == UInt8(ascii: "}")
        return isHole ? .hole : .word(String(decoding: segment, as: UTF8.self))
      }
    var types = 0
    repeat Self.count((each Value).self, &types)
    precondition(pieces.count(where: { $0 == .hole }) == types, "a path has a type for each hole")
  }

  private static func count<One>(_ type: One.Type, _ count: inout Int) { count += 1 }

  /// The address with these values; one that prints as nothing, `.` or `..` leads to nothing.
  package func callAsFunction(_ value: repeat each Value) -> Link {
    var texts: [String] = []
    repeat texts.append((each value).segment)
    var out: [UInt8] = []
    var next = texts.makeIterator()
    for piece in pieces {
      out.append(UInt8(ascii: "/"))
      switch piece {
      case .word(let word): out += word.utf8
      case .hole:
        let text = next.next() ?? ""
        // Browsers would take these for another address. What is written instead is nobody's name, so that
        // the link leads to a page that says so, and no odd name ends the process.
        let isSegment = !text.isEmpty && text != "." && text != ".."
        PercentCoding.encode(isSegment ? text : "\u{FFFD}", into: &out)
      }
    }
    return out.isEmpty ? .root : Link(sound: String(decoding: out, as: UTF8.self))
  }

  /// The values of a path whose words fit already.
  func values(of segments: [String]) -> (repeat each Value)? {
    var index = 0
    func next<One: PathValue>(_ type: One.Type) throws(NoFit) -> One {
      while index < pieces.count, pieces[index] != .hole { index += 1 }
      guard index < segments.count, let value = One(segment: segments[index]) else { throw NoFit() }
      index += 1
      return value
    }
    return try? (repeat next((each Value).self))
  }
}

// swift-format-ignore: the formatter takes the empty brackets for an operator.
/// A path without holes.
package typealias FixedPath = Path<>

/// A segment of a template.
enum PathPiece: Hashable, Sendable {
  case word(String)
  case hole

  /// nil for a hole.
  var word: String? { if case .word(let word) = self { word } else { nil } }
}

/// A segment is no value of the type in its place.
struct NoFit: Error {}
