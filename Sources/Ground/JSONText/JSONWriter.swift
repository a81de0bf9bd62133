// Writes JSON into bytes: keys in the order given, text escaped, numbers as exact decimals.

/// A growing JSON text. Members are written in the order of the calls; nothing is sorted or buffered twice.
///
/// Example: `var json = JSONWriter(); json.object { $0.member("kind", "measure"); $0.member("number", nil) }`
/// gives `{"kind":"measure","number":null}`.
package struct JSONWriter: Sendable {
  /// Takes a finished piece of the text; answers false when it wants no more.
  package typealias PieceTaker = @Sendable ([UInt8]) -> Bool

  /// The UTF-8 text so far, without the pieces that were handed on.
  package private(set) var bytes: [UInt8] = []
  /// Where pieces go, for texts too long to be held; nil keeps the whole text.
  private let take: PieceTaker?
  private let pieceBytes: Int
  private var isTaken = true
  /// Spaces an indent level takes; nil writes one line.
  private let indent: Int?
  private var depth = 0
  private var needsComma = false

  /// - Parameter indent: spaces per level for people; nil (default) for machines.
  package init(indent: Int? = nil, reserving capacity: Int = 0) {
    self.indent = indent
    take = nil
    pieceBytes = Int.max
    bytes.reserveCapacity(capacity)
  }

  /// A writer that hands its text on piece by piece and holds little of it; `finish()` hands on the rest.
  ///
  /// - Parameters:
  ///   - pieceBytes: how long the text grows before a piece is handed on.
  ///   - take: once it has answered false it is called no more, and the rest of the text is dropped.
  package init(indent: Int? = nil, pieceBytes: Int = 1 << 16, take: @escaping PieceTaker) {
    self.indent = indent
    self.take = take
    self.pieceBytes = max(2, pieceBytes)
    bytes.reserveCapacity(pieceBytes + pieceBytes / 4)
  }

  /// Hands on what is left, with a line break behind it.
  /// - Returns: false where a piece was not taken.
  package mutating func finish() -> Bool {
    bytes.append(UInt8(ascii: "\n"))
    handOn(keeping: 0)
    return isTaken
  }

  /// Hands the text on but for its last bytes: what follows depends on the last one.
  private mutating func handOn(keeping kept: Int) {
    guard let take, bytes.count > kept else { return }
    let rest = Array(bytes.suffix(kept))
    bytes.removeLast(kept)
    if isTaken { isTaken = take(bytes) }
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: rest)
  }

  /// Forgets the text and keeps the memory, for the next line of a long output.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    depth = 0
    needsComma = false
  }

  /// The text as a string.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Values

  /// `{…}`.
  package mutating func object(_ content: (inout JSONWriter) -> Void) {
    container(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), content)
  }

  /// `[…]`.
  package mutating func array(_ content: (inout JSONWriter) -> Void) {
    container(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), content)
  }

  /// A string, or null.
  package mutating func value(_ text: String?) {
    startValue()
    if let text { quote(text) } else { bytes.append(contentsOf: "null".utf8) }
  }

  /// A whole number, or null.
  package mutating func value(_ number: Int?) {
    startValue()
    bytes.append(contentsOf: (number.map(String.init) ?? "null").utf8)
  }

  /// true or false.
  package mutating func value(_ truth: Bool) {
    startValue()
    bytes.append(contentsOf: (truth ? "true" : "false").utf8)
  }

  /// A number already written as JSON wants it, such as `0.97`; the caller vouches for the form.
  package mutating func value(rawNumber: String) {
    startValue()
    bytes.append(contentsOf: rawNumber.utf8)
  }

  // MARK: Members

  /// `"key":` — the value must follow.
  package mutating func key(_ key: String) {
    startValue()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    if indent != nil { bytes.append(UInt8(ascii: " ")) }
    needsComma = false
  }

  package mutating func member(_ key: String, _ text: String?) {
    self.key(key)
    value(text)
  }

  package mutating func member(_ key: String, _ number: Int?) {
    self.key(key)
    value(number)
  }

  package mutating func member(_ key: String, _ truth: Bool) {
    self.key(key)
    value(truth)
  }

  /// `"key":{…}`.
  package mutating func member(_ key: String, object content: (inout JSONWriter) -> Void) {
    self.key(key)
    object(content)
  }

  /// `"key":[…]`.
  package mutating func member(_ key: String, array content: (inout JSONWriter) -> Void) {
    self.key(key)
    array(content)
  }

  // MARK: Inside

  private mutating func container(open: UInt8, close: UInt8, _ content: (inout JSONWriter) -> Void) {
    startValue()
    bytes.append(open)
    depth += 1
    needsComma = false
    content(&self)
    depth -= 1
    // whatever was written inside asks for a comma behind it
    if needsComma { breakLine() }
    bytes.append(close)
    needsComma = true
  }

  private mutating func startValue() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    let afterColon = bytes.last == UInt8(ascii: ":") || bytes.last == UInt8(ascii: " ")
    if depth > 0, !(afterColon && !needsComma) { breakLine() }
    needsComma = true
  }

  private mutating func breakLine() {
    guard let indent else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * indent))
  }

  /// What needs no escape is taken in runs, which is nearly everything.
  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for index in utf8.indices {
        let byte = utf8[index]
        guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F else {
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        escape(byte)
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    bytes.append(UInt8(ascii: "\""))
    if bytes.count >= pieceBytes { handOn(keeping: 1) }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: [0x5C, 0x22])
    case UInt8(ascii: "\\"): bytes.append(contentsOf: [0x5C, 0x5C])
    case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
    case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
    case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
    default:
      let hex = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: [0x5C, 0x75, 0x30, 0x30, hex[Int(byte >> 4)], hex[Int(byte & 15)]])
    }
  }
}
