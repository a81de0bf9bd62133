// The styles part of a workbook: which style shows numbers in which format, and which crosses out.
internal import Archives
internal import OfficePackages
internal import Tables

struct CellStyles {
  /// Format numbers by style.
  private var formatOfStyle: [Int] = []
  /// Codes that the workbook defines itself.
  private var codes: [Int: String] = [:]
  /// The styles whose font is crossed out.
  private(set) var struck: Set<Int> = []
  /// Formats already read; nil for those that show a number as it is.
  private var formats: [Int: NumberFormat?] = [:]

  /// Styles and formats a workbook may have (spreadsheets allow 65,490 and a few hundred).
  private static let stylesMax = 70_000

  /// Without a styles part every number is shown as it is.
  init() {}

  init(_ entry: ArchiveEntry, name: String, limits: ReadingLimits) throws(ReadingError) {
    var xml = try XMLScanner(
      entry, partName: name, names: SheetName.spellings, namespaces: SheetName.namespaces, limits: limits)
    var isInFonts = false
    var isInCellFormats = false
    var fontCount = 0
    var struckFonts: Set<Int> = []
    while true {
      let event = try xml.next()
      if event == .finished { return }
      guard event != .text, xml.namespace == 1, let element = SheetName(rawValue: xml.name) else { continue }
      switch (event, element) {
      case (.start, .numberFormat):
        guard let id = xml.attribute("numFmtId")?.wholeNumber, codes.count < Self.stylesMax else { continue }
        codes[id] = try xml.text(of: "formatCode")
      case (.start, .fonts): isInFonts = true
      case (.end, .fonts): isInFonts = false
      case (.start, .font) where isInFonts: fontCount += 1
      case (.start, .strike) where isInFonts && xml.attribute("val")?.isOn ?? true:
        struckFonts.insert(fontCount - 1)
      case (.start, .cellFormats): isInCellFormats = true
      // Nothing after the cell formats is about cells.
      case (.end, .cellFormats): return
      case (.start, .cellFormat) where isInCellFormats && formatOfStyle.count < Self.stylesMax:
        if let font = xml.attribute("fontId")?.wholeNumber, struckFonts.contains(font) {
          struck.insert(formatOfStyle.count)
        }
        formatOfStyle.append(xml.attribute("numFmtId")?.wholeNumber ?? 0)
      default: break
      }
    }
  }

  /// What people see of a number, or of a date in ISO form; the number as it is where no format says
  /// otherwise.
  mutating func shown(_ text: String, style: Int, isDate: Bool, countsFrom1904: Bool) -> String {
    let format = format(formatOfStyle.indices.contains(style) ? formatOfStyle[style] : 0)
    if isDate {
      guard let date = SerialDate(iso: text, countsFrom1904: countsFrom1904) else { return text }
      return format?.shown(date) ?? text
    }
    guard let number = DecimalDigits(text) else { return text }
    return Self.trimmed(format?.shown(number, countsFrom1904: countsFrom1904) ?? number.general)
  }

  private static func trimmed(_ text: String) -> String {
    guard text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
    var text = text
    return text.withUTF8 { String(trimming: $0) }
  }

  private mutating func format(_ id: Int) -> NumberFormat? {
    if let known = formats[id] { return known }
    let code = codes[id] ?? BuiltInFormats.codes[id]
    let format = code.flatMap { NumberFormat(code: $0) }
    formats[id] = .some(format)
    return format
  }
}
