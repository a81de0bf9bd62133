// Names of parts inside a package, and how a relationship's target becomes one.

/// A part's name without the leading `/`: `word/document.xml`.
package struct PartName: Sendable, Hashable {
  package let text: String

  /// Takes a name as an archive or a content type gives it.
  package init(_ text: String) {
    self.text = text.first == "/" ? String(text.dropFirst()) : text
  }

  /// Resolves a target against the part whose relationship it is; nil where it leads out of the package or
  /// names nothing. Example: `../media/a.png` from `word/document.xml` is `media/a.png`.
  package init?(target: String, from source: PartName?) {
    var steps: [Substring] = []
    let target = Self.decoded(target)
    let path = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
    if path.first != "/", let source {
      steps = source.text.split(separator: "/").dropLast()
    }
    for step in path.split(separator: "/") {
      switch step {
      case ".": continue
      case "..":
        if steps.popLast() == nil { return nil }
      default: steps.append(step)
      }
    }
    guard !steps.isEmpty else { return nil }
    text = steps.joined(separator: "/")
  }

  /// The part that holds this part's relationships: `word/_rels/document.xml.rels`.
  package var relationships: PartName {
    var steps = text.split(separator: "/", omittingEmptySubsequences: false)
    let last = steps.popLast() ?? ""
    return PartName((steps + ["_rels", "\(last).rels"]).joined(separator: "/"))
  }

  /// `%20` becomes a blank, `\` becomes `/`; what is no percent code stays.
  private static func decoded(_ target: String) -> String {
    guard target.utf8.contains(where: { $0 == 0x25 || $0 == 0x5C }) else { return target }
    let bytes = Array(target.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x25, index + 2 < bytes.count,
        let code = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        decoded.append(code)
        index += 3
      } else {
        decoded.append(bytes[index] == 0x5C ? 0x2F : bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
