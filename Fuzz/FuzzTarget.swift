// What is fuzzed: one case for each parser of bytes from outside.
import HTTP
import IndicatorValues
import JSONText
import Operations
import Organisations
import PDFPages
import PlainText
import Quantities
import Rosters
import Scans
import Spreadsheets
import Tables
import WebPages
import WordDocuments

/// A parser, and how an input reaches it.
enum FuzzTarget: String, CaseIterable {
  /// Indicator values, with what follows the first tab as the indicator's name.
  case values
  /// Exact decimals.
  case numbers
  case html
  /// A web page with its parts in one file.
  case mht
  case text
  /// The input is the zip archive itself.
  case docx, xlsx
  /// The input is the text of the parts, parted by zero bytes; the archive around them is sound.
  case docxparts, xlsxparts
  /// What poppler's programs print: word boxes, then the drawing of each page after a zero byte.
  case pdfpages
  /// Two bytes of size, then pixels, of which a part is cut out; and the same bytes as a portable picture.
  case scans
  /// From bytes to records: detection, reader, recognition, JSON.
  case records
  /// A rule-set file, laid over the national set where it says so.
  case rulesets
  /// A table of organisations or people, as text with separators, into a plan of an import.
  case rosters
  /// What stands behind the method of a request, looked for in a router; and the same bytes as a link.
  case targets
  /// A simple form, and the same bytes as cookies and lists of headers.
  case forms
  /// One byte that says how the rest is cut, then an upload with the boundary x.
  case uploads

  /// Limits that end an input soon enough to try many.
  private static var limits: ReadingLimits {
    var limits = ReadingLimits()
    limits.unpackedBytesMax = 4 << 20
    limits.cellCountMax = 50_000
    limits.rowCountMax = 5_000
    return limits
  }

  func read(_ bytes: [UInt8]) {
    let limits = Self.limits
    switch self {
    case .values: readValue(bytes)
    case .numbers: readNumber(bytes)
    case .html: _ = try? WebPageReader(limits: limits).read(bytes)
    case .mht: _ = try? WebArchiveReader(limits: limits).read(bytes)
    case .text: _ = try? PlainTextReader(limits: limits).read(bytes)
    case .docx: _ = try? WordDocumentReader(limits: limits).read(bytes)
    case .xlsx: _ = try? SpreadsheetReader(limits: limits).read(bytes)
    case .docxparts: _ = try? WordDocumentReader(limits: limits).read(OfficeFile.word(parts: bytes))
    case .xlsxparts: _ = try? SpreadsheetReader(limits: limits).read(OfficeFile.workbook(parts: bytes))
    case .pdfpages: _ = try? PrintedPages(limits: limits).read(bytes)
    case .scans: readScan(bytes)
    case .records:
      var json = JSONWriter()
      ImportDocument(limits: limits).run(file: "fuzz", bytes: bytes).write(to: &json)
    case .rulesets: readRuleSet(bytes)
    case .rosters: readRoster(bytes)
    case .targets: readTarget(bytes)
    case .forms: readForm(bytes)
    case .uploads: readUpload(bytes)
    }
  }

  /// A page of whatever pixels is taken apart, its texts are not recognised; some part of it is cut out.
  private func readScan(_ bytes: [UInt8]) {
    _ = Raster(portableGrey: bytes, pixelsPerPoint: 4)
    guard bytes.count > 2 else { return }
    let (width, height) = (Int(bytes[0]) + 1, Int(bytes[1]) + 1)
    let pixels = (0..<(width * height)).map { bytes[2 + $0 % (bytes.count - 2)] }
    guard let raster = Raster(width: width, height: height, pixels: pixels, pixelsPerPoint: 1) else { return }
    _ = Scan(raster)
    let places = (2..<6).map { Double(bytes[$0 % bytes.count]) * 4 - 256 }
    _ = raster.shades(
      in: ScanBox(left: places[0], top: places[1], right: places[2], bottom: places[3]),
      quarters: Int(bytes[2] % 4), skew: Double(bytes[1]) / 25 - 5, columns: Int(bytes[0]) + 1, rows: 20)
  }

  /// A set that can be read is listed for every year in which it could say something.
  private func readRuleSet(_ bytes: [UInt8]) {
    guard let ruleSet = try? LoadRuleSet().file(named: "fuzz", bytes: bytes) else { return }
    for year in [1994, 2024, 2100] {
      var json = JSONWriter()
      RuleListing(ruleSet, year: year).write(to: &json)
    }
  }

  /// What is planned as organisations is the chart in which people are looked for.
  private func readRoster(_ bytes: [UInt8]) {
    guard let region = RegionCode("998877103"), let year = FiscalYear(2026),
      let today = Day(year: 2026, month: 3, day: 1), let first = FiscalYear(2000),
      let years = YearSpan(first: first), let id = OrganisationID(1),
      let document = try? RosterFile.document(bytes, limits: Self.limits)
    else { return }
    var organisations = [
      Organisation(id: id, path: OrganisationPath(region: region), kind: .region, name: "R", years: years)
    ]
    let importing = OrganisationImport(region: region, year: year, existing: organisations)
    if let plan = try? importing.plan(document) {
      for (index, draft) in plan.additions.enumerated() {
        if let id = OrganisationID(Int64(index + 2)) { organisations.append(draft.organisation(id)) }
      }
    }
    guard let chart = try? OrganisationChart(organisations) else { return }
    _ = try? PersonImport(region: region, today: today, chart: chart, people: [], assignments: [])
      .plan(document)
  }

  private func readValue(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 9, maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : nil
    let parsed = IndicatorValue.parse(
      String(decoding: parts[0], as: UTF8.self),
      context: ValueContext(name: name, fiscalYear: FiscalYear(2025)))
    var json = JSONWriter()
    parsed.write(to: &json)
  }

  /// Numbers that can be read are computed with: sums and products must tell that they do not fit, not trap.
  private func readNumber(_ bytes: [UInt8]) {
    guard let number = ExactDecimal(String(decoding: bytes, as: UTF8.self)) else { return }
    _ = number.adding(number)
    _ = number.subtracting(number.negated)
    _ = number.multiplied(by: number)
    _ = Money(yuan: number)
    _ = number.description
  }
}
