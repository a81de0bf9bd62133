// Runs the XML parser over one part of a package, piece by piece, and refuses what no office document needs.
package import Archives
package import CXML
package import Tables

/// A parser on one part: `init` interns the names, `run` parses with the caller's callbacks.
///
/// The parser's own context comes to every callback; `XMLPart.state(of:)` gives back what the caller handed in. The
/// parser never builds a tree, never loads anything, and stops at a DOCTYPE, so there are no entities to grow.
package final class XMLPart {
  /// What the parser calls: the library's own signatures, so that each room's glue is a plain C function.
  package typealias Start = startElementNsSAX2Func
  package typealias End = endElementNsSAX2Func
  package typealias Characters = charactersSAXFunc

  /// Names of elements and attributes with the caller's codes.
  package let names: XMLNames
  /// Names of namespaces with the caller's codes.
  package let namespaces: XMLNames

  private let context: xmlParserCtxtPtr
  private let source: XMLPartSource
  private let name: String

  /// - Parameters:
  ///   - name: the part's name, for messages to operators.
  ///   - names, namespaces: what the caller wants to tell apart, with its codes.
  package init(
    _ entry: ArchiveEntry, name: String, names: [(StaticString, UInt8)], namespaces: [(StaticString, UInt8)]
  ) throws(ReadingError) {
    _ = Self.isReady
    source = XMLPartSource(entry)
    self.name = name
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.internalSubset = { context, _, _, _ in
      // The name of the DOCTYPE stays in the context, where `run` finds it.
      xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
    }
    handler.serror = { _, _ in }
    let created = xmlCreateIOParserCtxt(
      &handler, nil,
      { source, buffer, count in
        guard let source, let buffer else { return -1 }
        return Unmanaged<XMLPartSource>.fromOpaque(source).takeUnretainedValue().read(into: buffer, count)
      }, nil, Unmanaged.passUnretained(source).toOpaque(), XML_CHAR_ENCODING_NONE)
    guard let created else {
      throw source.failure ?? .damaged(detail: "xml: no parser for \(name)")
    }
    context = created
    context.pointee.userData = UnsafeMutableRawPointer(created)
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    self.names = XMLNames(names, dictionary: created.pointee.dict)
    self.namespaces = XMLNames(namespaces, dictionary: created.pointee.dict)
  }

  deinit {
    names.deallocate()
    namespaces.deallocate()
    xmlFreeParserCtxt(context)
  }

  /// Parses the part to its end, or until `stop(_:)`.
  ///
  /// - Parameter state: what the callbacks work on; it must outlive the call.
  /// - Throws: `.damaged` (not well-formed, cut off), `.refused` (DOCTYPE), `.limit` (depth, unpacked bytes).
  package func run(
    state: UnsafeMutableRawPointer, start: @escaping Start, end: @escaping End,
    characters: Characters? = nil
  ) throws(ReadingError) {
    context.pointee._private = state
    context.pointee.sax.pointee.startElementNs = start
    context.pointee.sax.pointee.endElementNs = end
    context.pointee.sax.pointee.characters = characters
    context.pointee.sax.pointee.ignorableWhitespace = characters
    context.pointee.sax.pointee.cdataBlock = characters
    let isWhole = xmlParseDocument(context) == 0 && context.pointee.wellFormed == 1
    if let failure = source.failure { throw failure }
    if context.pointee.intSubName != nil {
      throw .refused(detail: "xml: \(name) has a DOCTYPE")
    }
    let code = context.pointee.errNo
    if isWhole || code == Int32(XML_ERR_USER_STOP.rawValue) { return }
    if context.pointee.nameNr >= Self.depthMax {
      throw .limit(name: .depth, value: Int(Self.depthMax))
    }
    let line = context.pointee.input?.pointee.line ?? 0
    throw .damaged(detail: "xml: \(name) is not well-formed, line \(line), error \(code)")
  }

  /// What the caller handed to `run`, from the context that a callback gets.
  @inlinable
  package static func state<State>(
    of context: UnsafeMutableRawPointer?, as type: State.Type
  ) -> UnsafeMutablePointer<State>? {
    context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private?.assumingMemoryBound(to: State.self)
  }

  /// Ends the parsing early, from within a callback: what was wanted is found.
  package static func stop(_ context: UnsafeMutableRawPointer?) {
    xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
  }

  /// How deep the parser itself lets elements nest.
  private static let depthMax: Int32 = 256

  /// The library's global tables are set up once, before the first parser, whatever thread comes first.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()
}

/// Where the parser reads from; keeps the error of an archive until the parser has returned.
private final class XMLPartSource {
  private let entry: ArchiveEntry
  var failure: ReadingError?

  init(_ entry: ArchiveEntry) {
    self.entry = entry
  }

  func read(into buffer: UnsafeMutablePointer<CChar>, _ count: Int32) -> Int32 {
    if failure != nil { return -1 }
    do throws(ReadingError) {
      return Int32(clamping: try entry.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))))
    } catch {
      failure = error
      return -1
    }
  }
}
