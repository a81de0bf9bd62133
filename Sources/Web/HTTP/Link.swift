// Addresses inside this site, sound by construction: for `href`, `action` and `Location`.

/// A path of this site with its query, all of it percent-encoded.
///
/// A link cannot lead to another site and cannot hold a line break, whatever its parts were made of.
package struct Link: Hashable, Sendable {
  package let text: String

  init(sound text: String) { self.text = text }

  /// The root of the site.
  package static let root = Link(sound: "/")

  /// An address that came from outside, such as where to go after signing in.
  ///
  /// - Returns: nil for everything that a browser could take for another site (`//host`, `/\host`,
  ///   `https:`), and for signs that have no place in an address.
  package init?(local text: String) {
    let bytes = Array(text.utf8)
    guard bytes.first == UInt8(ascii: "/"), bytes.count <= RequestTarget.bytesMax,
      bytes.count == 1 || (bytes[1] != UInt8(ascii: "/") && bytes[1] != UInt8(ascii: "\\")),
      bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && ![0x22, 0x3C, 0x3E, 0x5C, 0x60].contains($0) })
    else { return nil }
    self.text = text
  }

  /// The link with a query; one that was there is replaced.
  package func with(_ query: [(String, String)]) -> Link {
    let path = String(decoding: text.utf8.prefix { $0 != 0x3F && $0 != 0x23 }, as: UTF8.self)
    return query.isEmpty ? Link(sound: path) : Link(sound: path + "?" + FormFields(query).encoded)
  }

  /// The link to a place in the page.
  package func at(_ fragment: String) -> Link {
    let rest = String(decoding: text.utf8.prefix { $0 != 0x23 }, as: UTF8.self)
    return Link(sound: rest + "#" + PercentCoding.encode(fragment))
  }
}
