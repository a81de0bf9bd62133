// Scans the XML of one part: elements, attributes and text, one event after the other, nothing kept.
package import Archives
package import Tables

/// A pull parser for the XML that office packages are made of, strict about what could hurt and quick about
/// the rest.
///
/// It knows elements with namespaces, attributes, text, CDATA, comments and processing instructions, in UTF-8
/// and UTF-16 (the packaging standard allows no other encoding). A DOCTYPE is refused, so there are no
/// entities but the five of XML and character codes. Tags must match, names are told by number, depth is
/// bounded, and a part is read through a window, so that memory does not grow with it.
/// Source: XML 1.0 fifth edition; Namespaces in XML 1.0; ECMA-376 part 2, 7.1 (no DTD).
///
/// Example: `while case let event = try xml.next(), event != .finished { if event == .start, xml.name == …
/// }`.
package struct XMLScanner: ~Copyable {
  /// What comes next: an element begins or ends (an empty one does both), text, the end of the part.
  package enum Event: Sendable { case start, end, text, finished }

  /// The codes of the element that the last `.start` or `.end` is about; 0 for names and namespaces nobody
  /// asked for.
  package private(set) var name: UInt8 = 0
  package private(set) var namespace: UInt8 = 0
  /// How many elements are open.
  package private(set) var depth = 0

  var window: XMLWindow
  /// Where the next event begins in the window.
  var position = 0
  var attributes: UnsafeMutablePointer<Attribute>
  var attributeCount = 0
  /// The last text event, in the window.
  var textStart = 0
  var textEnd = 0
  var isTextLiteral = false
  let partName: String

  private var names = XMLNameTable()
  private var localNames = XMLNameTable()
  private let namespaceCodes: [(StaticString, UInt8)]
  private var bindings: [Binding] = []
  /// The depth of the last binding; 0 where there is none.
  private var bindingDepth = 0
  private var generation: UInt32 = 1
  private var open: UnsafeMutablePointer<Int32>
  private let depthMax: Int
  private var isEmptyElement = false
  private var hasRoot = false

  /// Where an attribute's name (with its prefix) and value stand in the window.
  struct Attribute {
    var name: Int32
    var nameEnd: Int32
    var value: Int32
    var valueEnd: Int32
  }

  private struct Binding {
    var prefix: [UInt8]
    var code: UInt8
    var depth: Int
  }

  static let attributesMax = 64
  private static let bindingsMax = 200

  /// - Parameters:
  ///   - partName: for messages to operators.
  ///   - names, namespaces: what the caller wants to tell apart, with codes from 1; several may share one.
  package init(
    _ entry: ArchiveEntry, partName: String, names: [(StaticString, UInt8)],
    namespaces: [(StaticString, UInt8)], limits: ReadingLimits = .init()
  ) throws(ReadingError) {
    window = try XMLWindow(entry, name: partName)
    self.partName = partName
    namespaceCodes = namespaces
    depthMax = max(1, min(limits.depthMax, 10_000))
    attributes = .allocate(capacity: Self.attributesMax)
    open = .allocate(capacity: depthMax + 1)
    for (name, code) in names {
      // Names are compared as words, which are loaded whole: the literal has to stand in a longer memory.
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.utf8CodeUnitCount + 8) { copy in
        copy.initialize(repeating: 0)
        for index in 0..<name.utf8CodeUnitCount { copy[index] = name.utf8Start[index] }
        guard let start = copy.baseAddress else { return }
        if let index = localNames.index(of: start, length: name.utf8CodeUnitCount) {
          localNames.entries[index].code = code
        }
      }
    }
  }

  deinit {
    attributes.deallocate()
    open.deallocate()
  }

  /// The next event; after `.finished` there is none.
  ///
  /// - Throws: `.damaged` (not well-formed, cut off), `.refused` (DOCTYPE), `.limit` (depth, bytes).
  package mutating func next() throws(ReadingError) -> Event {
    if isEmptyElement {
      isEmptyElement = false
      closeElement()
      return .end
    }
    while true {
      let first = window.bytes[position]
      if first == 0x3C {
        switch window.bytes[position + 1] {
        case 0x2F:
          if try endTag() { return .end }
        case 0x21:
          if try markup() { return .text }
        case 0x3F: try instruction()
        case 0: try needMore(from: position, at: position + 1)
        default:
          if try startTag() { return .start }
        }
      } else if first == 0, position >= window.count {
        if try window.refill(keepingFrom: position) {
          position = 0
        } else {
          guard depth == 0, hasRoot else { throw damaged("is cut off") }
          return .finished
        }
      } else if try text() {
        return .text
      }
    }
  }

  // MARK: Tags

  /// Reads `<name attributes>`; false when the window had to move and the tag is to be read again.
  private mutating func startTag() throws(ReadingError) -> Bool {
    let bytes = UnsafePointer(window.bytes)
    var at = position + 1
    while Self.isNameByte(bytes[at]) { at &+= 1 }
    let length = at - position - 1
    attributeCount = 0
    var hasDeclarations = false
    while true {
      while bytes[at] <= 0x20, bytes[at] != 0 { at &+= 1 }
      let byte = bytes[at]
      if byte == 0x3E { break }
      if byte == 0x2F, bytes[at + 1] == 0x3E { break }
      guard Self.isNameByte(byte), let end = attribute(at, bytes, &hasDeclarations) else {
        try needMore(from: position, at: stop(at, bytes))
        return false
      }
      at = end
    }
    guard length > 0 else { throw damaged("has a tag without a name") }
    guard let index = names.index(of: bytes + position + 1, length: length) else {
      throw damaged("has too many names")
    }
    isEmptyElement = bytes[at] == 0x2F
    position = at + (isEmptyElement ? 2 : 1)
    try openElement(index, hasDeclarations)
    return true
  }

  /// Reads one attribute; nil where the text does not go on as one.
  @inline(__always)
  private mutating func attribute(
    _ start: Int, _ bytes: UnsafePointer<UInt8>, _ hasDeclarations: inout Bool
  ) -> Int? {
    var at = start
    while Self.isNameByte(bytes[at]) { at &+= 1 }
    let end = at
    while bytes[at] <= 0x20, bytes[at] != 0 { at &+= 1 }
    guard bytes[at] == 0x3D else { return nil }
    at &+= 1
    while bytes[at] <= 0x20, bytes[at] != 0 { at &+= 1 }
    let quote = bytes[at]
    guard quote == 0x22 || quote == 0x27 else { return nil }
    at &+= 1
    let value = at
    at = Self.valueEnd(bytes, at, quote)
    guard bytes[at] == quote else { return nil }
    if bytes[start] == 0x78, end - start >= 5, bytes[start + 1] == 0x6D, bytes[start + 2] == 0x6C,
      bytes[start + 3] == 0x6E, bytes[start + 4] == 0x73
    {
      hasDeclarations = true
    }
    if attributeCount < Self.attributesMax {
      attributes[attributeCount] = Attribute(
        name: Int32(truncatingIfNeeded: start), nameEnd: Int32(truncatingIfNeeded: end),
        value: Int32(truncatingIfNeeded: value), valueEnd: Int32(truncatingIfNeeded: at))
      attributeCount += 1
    }
    return at + 1
  }

  /// Where an attribute that could not be read stops making sense: at the end of the window, or at its
  /// beginning.
  private func stop(_ start: Int, _ bytes: UnsafePointer<UInt8>) -> Int {
    var at = start
    var quote: UInt8 = 0
    while bytes[at] != 0, bytes[at] != 0x3C, quote != 0 || bytes[at] != 0x3E {
      if quote == 0, bytes[at] == 0x22 || bytes[at] == 0x27 {
        quote = bytes[at]
      } else if bytes[at] == quote {
        quote = 0
      }
      at += 1
    }
    return at
  }

  /// Where a value ends: at its quote, or at a byte that no value may hold (`<`, zero). Eight bytes at a
  /// time.
  @inline(__always)
  private static func valueEnd(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ quote: UInt8) -> Int {
    let raw = UnsafeRawPointer(bytes)
    let quotes = UInt64(quote) &* 0x0101_0101_0101_0101
    var at = start
    while true {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let found = zeros(word) | zeros(word ^ quotes) | zeros(word ^ 0x3C3C_3C3C_3C3C_3C3C)
      if found != 0 { return at &+ found.trailingZeroBitCount / 8 }
      at &+= 8
    }
  }

  /// Bits for the bytes that are zero; the lowest one is exact, the others may be wrong.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  private mutating func endTag() throws(ReadingError) -> Bool {
    let bytes = UnsafePointer(window.bytes)
    let start = position + 2
    guard depth > 0 else { throw damaged("has an end tag that matches no start tag") }
    let index = Int(open[depth - 1])
    let expected = Int(names.entries[index].length)
    var at = start &+ expected
    // Almost every end tag is exactly the name that is due.
    if at >= window.count || bytes[at] != 0x3E {
      at = start
      while Self.isNameByte(bytes[at]) { at &+= 1 }
    }
    let length = at - start
    while bytes[at] <= 0x20, bytes[at] != 0 { at &+= 1 }
    guard bytes[at] == 0x3E else {
      try needMore(from: position, at: at)
      return false
    }
    let (first, second) = XMLNameTable.words(bytes + start, length)
    guard names.isSame(index, bytes + start, length, first, second) else {
      throw damaged("has an end tag that matches no start tag")
    }
    position = at + 1
    closeElement()
    return true
  }

  private mutating func openElement(_ index: Int, _ hasDeclarations: Bool) throws(ReadingError) {
    guard depth > 0 || !hasRoot else { throw damaged("goes on after its end") }
    guard depth < depthMax else { throw .limit(name: .depth, value: depthMax) }
    hasRoot = true
    open[depth] = Int32(truncatingIfNeeded: index)
    depth += 1
    if hasDeclarations { try declareNamespaces() }
    showName(index)
  }

  private mutating func closeElement() {
    depth -= 1
    showName(Int(open[depth]))
    if bindingDepth > depth { dropNamespaces() }
  }

  @inline(__always)
  private mutating func showName(_ index: Int) {
    if names.entries[index].generation != generation { resolve(index) }
    name = names.entries[index].code
    namespace = names.entries[index].namespace
  }

  // MARK: Namespaces

  /// Forgets what the element that has just ended declared.
  private mutating func dropNamespaces() {
    while let last = bindings.last, last.depth > depth {
      bindings.removeLast()
      if last.code != 0 || code(ofPrefix: last.prefix[...]) != 0 { generation &+= 1 }
    }
    bindingDepth = bindings.last?.depth ?? 0
  }

  /// Finds out what a name means under the namespaces declared here.
  private mutating func resolve(_ index: Int) {
    let bytes = names.bytes(index)
    let colon = bytes.firstIndex(of: 0x3A)
    if names.entries[index].generation == 0 {
      let local = colon.map { bytes[($0 + 1)...] } ?? bytes
      names.entries[index].code = code(ofLocalName: local)
    }
    names.entries[index].namespace = code(ofPrefix: colon.map { bytes[..<$0] } ?? [])
    names.entries[index].generation = generation
  }

  private mutating func code(ofLocalName local: ArraySlice<UInt8>) -> UInt8 {
    let padded = Array(local) + [UInt8](repeating: 0, count: 8)
    return padded.withUnsafeBufferPointer { copy in
      guard let start = copy.baseAddress, let index = localNames.index(of: start, length: local.count) else {
        return 0
      }
      return localNames.entries[index].code
    }
  }

  private func code(ofPrefix prefix: ArraySlice<UInt8>) -> UInt8 {
    for binding in bindings.reversed() where binding.prefix[...] == prefix { return binding.code }
    return 0
  }

  /// Takes the `xmlns` attributes of the tag just read.
  private mutating func declareNamespaces() throws(ReadingError) {
    let bytes = UnsafePointer(window.bytes)
    for index in 0..<attributeCount {
      let attribute = attributes[index]
      let (start, end) = (Int(attribute.name), Int(attribute.nameEnd))
      guard isDeclaration(attribute) else { continue }
      let prefix =
        end - start == 5 ? [] : Array(UnsafeBufferPointer(start: bytes + start + 6, count: end - start - 6))
      let code = code(ofNamespace: value(attribute))
      let before = self.code(ofPrefix: prefix[...])
      guard bindings.count < Self.bindingsMax else { throw damaged("declares too many namespaces") }
      bindings.append(Binding(prefix: prefix, code: code, depth: depth))
      bindingDepth = depth
      if before != code { generation &+= 1 }
    }
  }

  private func code(ofNamespace uri: UnsafeBufferPointer<UInt8>) -> UInt8 {
    for (name, code) in namespaceCodes where uri.isEqual(name) { return code }
    return 0
  }

  /// Whether an attribute is `xmlns` or `xmlns:prefix`.
  func isDeclaration(_ attribute: Attribute) -> Bool {
    let bytes = UnsafePointer(window.bytes) + Int(attribute.name)
    let length = attribute.nameEnd - attribute.name
    guard length == 5 || length > 5 && bytes[5] == 0x3A else { return false }
    return bytes[0] == 0x78 && bytes[1] == 0x6D && bytes[2] == 0x6C && bytes[3] == 0x6E && bytes[4] == 0x73
  }

  // MARK: Ends

  /// Letters, digits, `:`, `-`, `.`, `_` and everything beyond ASCII; what XML forbids besides is no harm
  /// here.
  @inline(__always)
  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte > 0x3F || (byte >= 0x30 && byte <= 0x3A) || byte == 0x2D || byte == 0x2E
  }

  /// The event cannot be read to its end: moves the window if it ended at `at`, else the text is broken.
  mutating func needMore(from start: Int, at: Int) throws(ReadingError) {
    guard at >= window.count else { throw damaged("is not well-formed") }
    guard try window.refill(keepingFrom: start) else { throw damaged("is cut off") }
    position = 0
  }

  func damaged(_ what: String) -> ReadingError {
    .damaged(detail: "xml: \(partName) \(what)")
  }
}
