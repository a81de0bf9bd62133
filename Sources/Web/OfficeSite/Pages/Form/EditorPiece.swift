// A part of the editor that is sent anew when it changes: a line, a table's frame, or one of its rows.
import HTML

/// A part with its place. Browsers that show it already, as told by its print, are not sent it again.
struct EditorPiece: Sendable {
  /// Which element it is.
  enum Kind: Sendable {
    case line
    /// A table without its rows, which are pieces of their own.
    case table(hasPast: Bool)
    case row(style: StaticString?)
  }

  /// Stays the same while the part is the same thing: `indicators/k7`, `table-2`.
  var key: String
  /// The table that it stands in; nil for the paper itself.
  var parent: String?
  var kind: Kind
  var content: MarkupFragment
  /// Tells this content from others: FNV-1a over its bytes, in hexadecimal digits. The numbers of findings
  /// are left out: one that comes first numbers all others anew, and the page's script sees to that.
  let print: String

  init(_ key: String, in parent: String?, _ kind: Kind, _ content: MarkupFragment) {
    self.key = key
    self.parent = parent
    self.kind = kind
    self.content = content
    var hash = Self.hash(of: content.bytes)
    switch kind {
    case .line, .row(nil): break
    case .row: hash ^= 2
    case .table(let hasPast): hash ^= hasPast ? 5 : 4
    }
    print = String(hash, radix: 16)
  }

  private static func hash(of bytes: [UInt8]) -> UInt64 {
    let end = StaticString("data-number=\"\">")
    return end.withUTF8Buffer { numbered in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var isNumber = false
      for (index, byte) in bytes.enumerated() {
        if isNumber, 0x30...0x39 ~= byte { continue }
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        isNumber = byte == UInt8(ascii: ">") && bytes[...index].suffix(numbered.count).elementsEqual(numbered)
      }
      return hash
    }
  }

  func write(to page: inout MarkupWriter, rows: [EditorPiece] = []) {
    switch kind {
    case .line: page.markup("<div class=\"sheet-line\"")
    case .table(let hasPast):
      page.markup(hasPast ? "<table class=\"sheet has-past\"" : "<table class=\"sheet\"")
    case .row(let style):
      page.markup("<tr")
      if let style {
        page.markup(" class=\"")
        page.markup(style)
        page.markup("\"")
      }
    }
    page.attribute("data-piece", key)
    page.attribute("data-print", print)
    page.markup(">")
    page.fragment(content)
    switch kind {
    case .line: page.markup("</div>")
    case .table:
      page.startTag("tbody", ["data-pieces": key])
      for row in rows { row.write(to: &page) }
      page.markup("</tbody></table>")
    case .row: page.markup("</tr>")
    }
  }

  /// Everything on the paper, rows in their tables.
  static func write(_ pieces: [EditorPiece], to page: inout MarkupWriter) {
    for piece in pieces where piece.parent == nil {
      piece.write(to: &page, rows: pieces.filter { $0.parent == piece.key })
    }
  }
}
