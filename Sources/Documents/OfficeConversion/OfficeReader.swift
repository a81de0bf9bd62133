// Old and foreign office files, turned into DOCX or XLSX by LibreOffice and then read as those.
package import DocumentReading
import OfficePackages
import Programs
import Spreadsheets
package import Tables
import WordDocuments

/// Reads DOC, XLS, XLSB, RTF, ODT, ODS and the XML of Office 2003, and what WPS writes under these formats.
///
/// Runs in the reading process only: the program that it starts shares that process's walls and dies with it.
package struct OfficeReader: ForeignReader {
  private let limits: ReadingLimits
  private let program: OfficeProgram?
  private let seconds: Int

  /// - Parameter seconds: how long one conversion may take.
  package init(limits: ReadingLimits = .init(), seconds: Int = 50) {
    self.limits = limits
    self.seconds = seconds
    program = OfficeProgram()
  }

  /// What a format becomes.
  private struct Route {
    var ending: String
    var target: String
    var filter: String
    var format: DocumentFormat
    /// By which filters the file is opened, the first that can; without any LibreOffice looks itself and
    /// takes what it cannot read for a text.
    var sources: [String]

    static func text(_ ending: String, _ format: DocumentFormat, _ sources: String...) -> Route {
      Route(
        ending: ending, target: "docx", filter: "docx:MS Word 2007 XML", format: format, sources: sources)
    }

    static func sheet(_ ending: String, _ format: DocumentFormat, _ sources: String...) -> Route {
      Route(
        ending: ending, target: "xlsx", filter: "xlsx:Calc MS Excel 2007 XML", format: format,
        sources: sources)
    }
  }

  private static func route(_ format: FileFormat) -> Route? {
    switch format {
    case .legacyWord: .text("doc", .doc, "MS Word 97", "MS Word 95", "MS WinWord 6.0")
    case .legacyWorkbook: .sheet("xls", .xls, "MS Excel 97")
    case .binaryWorkbook: .sheet("xlsb", .xls, "Calc MS Excel 2007 Binary")
    case .spreadsheetXML: .sheet("xml", .xls, "MS Excel 2003 XML")
    case .wordXML: .text("xml", .doc)
    case .richText: .text("rtf", .rtf, "Rich Text Format")
    case .openText: .text("odt", .odt, "writer8")
    case .openSpreadsheet: .sheet("ods", .ods, "calc8")
    default: nil
    }
  }

  /// True for what LibreOffice turns into DOCX or XLSX, installed or not: what is missing is told.
  package func reads(_ format: FileFormat) -> Bool { Self.route(format) != nil }

  /// - Throws: `.missingTool`, `.timeout`, `.damaged` where nothing came of it; then what the readers of
  ///   DOCX and XLSX throw.
  package func read(
    _ bytes: [UInt8], format: FileFormat, options: ReadingOptions
  ) throws(ReadingError) -> Document {
    guard let route = Self.route(format) else { throw .unknownFormat }
    guard let program else { throw .missingTool(formatName: format.usualName ?? route.ending) }
    guard let folder = WorkFolder("convert") else { throw .damaged(detail: "no temporary folder") }
    defer { folder.remove() }
    guard folder.write(bytes, as: "input.\(route.ending)") else {
      throw .damaged(detail: "the temporary folder is full")
    }
    let converted = try convert("input.\(route.ending)", in: folder, by: route, with: program)
    var document = try OfficePackage.reading(converted, limits: limits) {
      (package) throws(ReadingError) -> Document in
      var document =
        route.target == "docx"
        ? try WordDocumentReader(limits: limits).read(package)
        : try SpreadsheetReader(limits: limits).read(package)
      document.tellPicturesAlone(of: package)
      return document
    }
    document.format = route.format
    return document
  }

  private func convert(
    _ name: String, in folder: WorkFolder, by route: Route, with program: OfficeProgram
  ) throws(ReadingError) -> [UInt8] {
    var ending = ChildProgram.Ending.notStarted
    for source in route.sources.isEmpty ? [nil] : route.sources.map(Optional.some) {
      ending = try program.convert(
        folder.path(name), from: source, to: route.filter, folder: folder.path, seconds: seconds)
      if let converted = folder.read("input.\(route.target)", bytesMax: limits.unpackedBytesMax) {
        return converted
      }
      if ending == .late || ending == .notStarted { break }
    }
    throw Self.failure(ending, seconds: seconds)
  }

  private static func failure(_ ending: ChildProgram.Ending, seconds: Int) -> ReadingError {
    switch ending {
    case .late: .timeout(seconds: seconds)
    case .done: .damaged(detail: "LibreOffice made nothing of it")
    case .failed(let code): .damaged(detail: "LibreOffice ended with \(code)")
    case .notStarted: .missingTool(formatName: "LibreOffice")
    }
  }
}
