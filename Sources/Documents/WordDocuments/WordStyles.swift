// Which paragraph styles are headings, and of what level.
internal import Archives
internal import CXML
internal import OfficePackages
internal import Tables

/// The styles of a document, as far as headings need them.
struct WordStyles {
  private var styles: [String: Style] = [:]

  private struct Style {
    var name = ""
    var parent: String?
    var outlineLevel: Int?
  }

  /// Styles a document may have; the rest is left out.
  private static let countMax = 20_000
  /// How long a chain of parents is followed.
  private static let chainMax = 20

  /// Reads the part with the styles.
  init(_ entry: ArchiveEntry, name: String) throws(ReadingError) {
    let part = try XMLPart(entry, name: name, names: WordName.spellings, namespaces: WordNamespace.spellings)
    var parsing = Parsing(part: part)
    try withUnsafeMutablePointer(to: &parsing) { (pointer) throws(ReadingError) in
      try part.run(
        state: pointer,
        start: { context, name, _, space, _, _, count, _, attributes in
          guard let state = XMLPart.state(of: context, as: Parsing.self) else { return }
          state.pointee.start(name, space, XMLAttributes(attributes, count: count))
        },
        end: { context, name, _, space in
          guard let state = XMLPart.state(of: context, as: Parsing.self) else { return }
          state.pointee.end(name, space)
        })
    }
    styles = parsing.styles
  }

  /// 1…9 for a heading style, by its outline level or its name ("heading 1", "标题 1"), its own or inherited.
  func headingLevel(of id: String) -> Int? {
    var id = id
    for _ in 0..<Self.chainMax {
      guard let style = styles[id] else { return nil }
      if let level = style.outlineLevel { return (0...8).contains(level) ? level + 1 : nil }
      if let level = Self.level(inName: style.name) { return level }
      guard let parent = style.parent else { return nil }
      id = parent
    }
    return nil
  }

  private static func level(inName name: String) -> Int? {
    let letters = name.lowercased().filter { !$0.isWhitespace }
    guard let last = letters.last, let level = last.wholeNumberValue, (1...9).contains(level) else { return nil }
    let stem = letters.dropLast()
    return stem == "heading" || stem == "标题" ? level : nil
  }

  private struct Parsing {
    let part: XMLPart
    var styles: [String: Style] = [:]
    private var id: String?
    private var style = Style()

    init(part: XMLPart) {
      self.part = part
    }

    private func name(
      _ local: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?
    ) -> WordName? {
      guard part.namespaces.code(space) == WordNamespace.word.rawValue else { return nil }
      return WordName(rawValue: part.names.code(local))
    }

    mutating func start(
      _ local: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?, _ attributes: XMLAttributes
    ) {
      guard let name = name(local, space) else { return }
      if name == .style {
        style = Style()
        let type = attributes.value(WordName.type.rawValue, in: part.names)
        let isOfParagraphs = type?.isEqual("paragraph") ?? true
        id = isOfParagraphs ? attributes.value(WordName.styleId.rawValue, in: part.names)?.text : nil
        return
      }
      guard id != nil else { return }
      switch name {
      case .styleName: style.name = value(attributes)?.text ?? ""
      case .basedOn: style.parent = value(attributes)?.text
      case .outlineLevel: style.outlineLevel = value(attributes)?.wholeNumber
      default: break
      }
    }

    mutating func end(_ local: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?) {
      guard name(local, space) == .style, let id else { return }
      if styles.count < WordStyles.countMax { styles[id] = style }
      self.id = nil
    }

    private func value(_ attributes: XMLAttributes) -> UnsafeBufferPointer<UInt8>? {
      attributes.value(WordName.value.rawValue, in: part.names)
    }
  }
}
