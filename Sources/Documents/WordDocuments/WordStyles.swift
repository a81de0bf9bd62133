// Which paragraph styles are headings, and of what level.
internal import Archives
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
  init(_ entry: ArchiveEntry, name: String, limits: ReadingLimits) throws(ReadingError) {
    var xml = try XMLScanner(
      entry, partName: name, names: WordName.spellings, namespaces: WordNamespace.spellings, limits: limits)
    var id: String?
    var style = Style()
    while true {
      let event = try xml.next()
      if event == .finished { return }
      guard event != .text, xml.namespace == WordNamespace.word.rawValue,
        let name = WordName(rawValue: xml.name)
      else { continue }
      switch (event, name) {
      case (.start, .style):
        style = Style()
        let isOfParagraphs = xml.attribute("type")?.isEqual("paragraph") ?? true
        id = isOfParagraphs ? try xml.text(of: "styleId") : nil
      case (.end, .style):
        if let id, styles.count < Self.countMax { styles[id] = style }
        id = nil
      case (.start, .styleName): style.name = try xml.text(of: "val") ?? ""
      case (.start, .basedOn): style.parent = try xml.text(of: "val")
      case (.start, .outlineLevel): style.outlineLevel = xml.attribute("val")?.wholeNumber
      default: break
      }
    }
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
    guard let last = letters.last, let level = last.wholeNumberValue, (1...9).contains(level) else {
      return nil
    }
    let stem = letters.dropLast()
    return stem == "heading" || stem == "标题" ? level : nil
  }
}
