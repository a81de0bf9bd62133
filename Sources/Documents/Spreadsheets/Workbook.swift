// The workbook part: which sheets there are, in which order, and which of them people see.
internal import Archives
internal import OfficePackages
internal import Tables

struct Workbook {
  /// One sheet as the workbook lists it.
  struct Sheet {
    var name: String
    var relationship: String
    var isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  /// True where days are counted from 1904 (workbooks made on old Macintosh computers).
  private(set) var countsFrom1904 = false

  /// True where there are more sheets than are read.
  private(set) var hasMoreSheets = false

  /// A workbook has a few hundred sheets at most; the rest is left out, and told.
  static let sheetsMax = 2_000

  /// - Throws: `.unknownFormat` where the part is no workbook.
  init(_ entry: ArchiveEntry, name: String, limits: ReadingLimits) throws(ReadingError) {
    var xml = try XMLScanner(
      entry, partName: name, names: SheetName.spellings, namespaces: SheetName.namespaces, limits: limits)
    var hasRoot = false
    while true {
      let event = try xml.next()
      if event == .finished { return }
      guard event == .start else { continue }
      let element = xml.namespace == 1 ? SheetName(rawValue: xml.name) : nil
      if !hasRoot {
        guard element == .workbook else { throw .unknownFormat }
        hasRoot = true
      }
      switch element {
      case .workbookProperties: countsFrom1904 = xml.attribute("date1904")?.isOn ?? false
      case .sheet where sheets.count < Self.sheetsMax:
        let state = xml.attribute("state")
        let isHidden = state.map { $0.isEqual("hidden") || $0.isEqual("veryHidden") } ?? false
        let sheet = Sheet(
          name: try xml.text(of: "name") ?? "", relationship: try xml.text(of: "id") ?? "", isHidden: isHidden
        )
        sheets.append(sheet)
      case .sheet: hasMoreSheets = true
      default: break
      }
    }
  }
}
