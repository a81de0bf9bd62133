// The workbook's shared strings: texts that cells name by number.
internal import Archives
internal import OfficePackages
internal import Tables

struct SharedStrings {
  private(set) var texts: [String] = []
  /// The texts of which a crossed-out part was left out.
  private(set) var struck: Set<Int> = []
  /// True where strings beyond the limit were left out.
  private(set) var isCut = false

  init() {}

  init(_ entry: ArchiveEntry, name: String, limits: ReadingLimits) throws(ReadingError) {
    var xml = try XMLScanner(
      entry, partName: name, names: SheetName.spellings, namespaces: SheetName.namespaces, limits: limits)
    var text = SheetText()
    while true {
      let event = try xml.next()
      if event == .finished { return }
      let element = event != .text && xml.namespace == 1 ? SheetName(rawValue: xml.name) : nil
      guard element == .stringItem else {
        try text.take(event, element, xml)
        continue
      }
      if event == .start {
        text.removeAll()
      } else if texts.count < limits.cellCountMax {
        if text.hasStruckText { struck.insert(texts.count) }
        texts.append(text.string)
      } else {
        isCut = true
      }
    }
  }
}
