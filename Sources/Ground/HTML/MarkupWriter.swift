// Writes HTML (and XML) into a buffer of bytes; what comes from outside is escaped by construction.

/// A growing piece of markup. Literals of the program go in as they are, everything else is escaped: there is
/// no way to add a string that was made at run time as markup.
///
/// The five escapes and the characters that are replaced are right for HTML as well as for XML 1.0; attribute
/// values always stand in double quotes.
///
/// Example:
///
///     var page = MarkupWriter()
///     page.markup("<p class=note>")
///     page.text("A < B")
///     page.markup("</p>")
///     page.element("a", ["class": "more"]) { $0.text("下一页") }
///     let bytes = page.finish().bytes
package struct MarkupWriter: Sendable {
  /// What was written so far, in UTF-8.
  package private(set) var bytes: [UInt8] = []
  /// How many characters that no document may hold (controls, noncharacters) were written as U+FFFD so far.
  package private(set) var replacedCount = 0

  /// - Parameter capacity: bytes to have room for from the beginning.
  package init(capacity: Int = 4_096) {
    bytes.reserveCapacity(capacity)
  }

  /// What was written, as a value that can be put into other markup.
  package consuming func finish() -> MarkupFragment {
    MarkupFragment(bytes: bytes)
  }

  // MARK: Markup

  /// Adds markup that stands in the program's text.
  package mutating func markup(_ literal: StaticString) {
    guard literal.hasPointerRepresentation else {
      literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
      return
    }
    bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Adds a piece that was written by another writer.
  package mutating func fragment(_ fragment: MarkupFragment) {
    bytes.append(contentsOf: fragment.bytes)
  }

  /// Adds an element with its attributes and end tag around a content.
  ///
  /// - Parameters:
  ///   - name: the element's name, which stands in the program's text.
  ///   - attributes: in the order given; the values are escaped.
  ///   - content: writes what stands inside; nothing for an empty element such as `<td></td>`.
  package mutating func element<Failure: Error>(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    content: (inout MarkupWriter) throws(Failure) -> Void
  ) throws(Failure) {
    startTag(name, attributes)
    try content(&self)
    markup("</")
    markup(name)
    markup(">")
  }

  /// Adds a start tag: of an element without an end tag (`<input …>`, `<col …>`), or of one that `markup`
  /// ends.
  package mutating func startTag(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) {
    markup("<")
    markup(name)
    for (name, value) in attributes { attribute(name, value) }
    markup(">")
  }

  // MARK: Attributes, inside a start tag

  /// Adds ` name="value"` with the value escaped. For addresses use `address`.
  package mutating func attribute(_ name: StaticString, _ value: String) {
    startAttribute(name)
    text(value)
    bytes.append(0x22)
  }

  /// Adds ` name="12"`.
  package mutating func attribute(_ name: StaticString, _ value: Int) {
    startAttribute(name)
    number(value)
    bytes.append(0x22)
  }

  /// Adds ` name` where the flag is set, and nothing where it is not (`checked`, `disabled`, `hidden`).
  package mutating func attribute(_ name: StaticString, isSet: Bool) {
    guard isSet else { return }
    bytes.append(0x20)
    markup(name)
  }

  /// Adds an address (`href`, `src`, `action`). One whose scheme could run a program (`javascript:`, `data:`,
  /// anything but http, https, mailto, tel) is written as `#`.
  package mutating func address(_ name: StaticString, _ value: String) {
    attribute(name, AddressScheme.isHarmless(value) ? value : "#")
  }

  private mutating func startAttribute(_ name: StaticString) {
    bytes.append(0x20)
    markup(name)
    bytes.append(0x3D)
    bytes.append(0x22)
  }

  // MARK: Text

  /// Adds a text, escaped: right between tags and inside quoted attribute values, and nowhere else (never
  /// inside `<script>` and `<style>`).
  ///
  /// Control characters and Unicode's noncharacters are written as U+FFFD and counted. Tabs and line feeds
  /// stay; CR LF and CR are written as LF. Marks of writing direction stay: they end with the block
  /// they stand in, so put a text of outside that stands in a line with others into `<bdi>`.
  @specialized(where Text == String)
  @specialized(where Text == Substring)
  package mutating func text<Text: StringProtocol>(_ text: Text) {
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { escape($0) }
    if isWritten == nil {
      var copy = String(text)
      copy.withUTF8 { escape($0) }
    }
  }

  /// Adds a text with a `<br>` for each end of a line (LF, CR LF, CR).
  package mutating func lines(_ text: String) {
    var start = bytes.count
    self.text(text)
    guard bytes[start...].contains(0x0A) else { return }
    let written = Array(bytes[start...])
    bytes.removeSubrange(start...)
    start = 0
    while let end = written[start...].firstIndex(of: 0x0A) {
      bytes.append(contentsOf: written[start..<end])
      markup("<br>")
      start = end + 1
    }
    bytes.append(contentsOf: written[start...])
  }

  /// Adds a whole number in decimal digits.
  package mutating func number(_ number: Int) {
    if (0..<10).contains(number) {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: number))
    } else {
      bytes.append(contentsOf: String(number).utf8)
    }
  }

  /// Adds JSON for a `<script type="application/json">`: the letters that could end the script are written as
  /// JSON's own escapes.
  ///
  /// - Parameter json: a valid JSON document in UTF-8.
  package mutating func json(_ json: some Sequence<UInt8>) {
    for byte in json {
      switch byte {
      case 0x3C: markup("\\u003C")
      case 0x3E: markup("\\u003E")
      case 0x26: markup("\\u0026")
      default: bytes.append(byte)
      }
    }
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < text.count {
      guard MarkupEscape.mayNeedOne(text[index]), let escape = MarkupEscape(text, at: index) else {
        index += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      markup(escape.literal)
      if escape.kind == .replacement { replacedCount += 1 }
      index += escape.length
      start = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }
}
