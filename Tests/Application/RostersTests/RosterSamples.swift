// Invented offices as tables, and what was found in them as lines of text.
import Archives
import Findings
import Organisations
import Quantities
import Rosters
import Tables
import Testing

/// The invented township of the tests: a bureau, two departments, three units.
struct RosterSamples {
  let region: RegionCode
  let year: FiscalYear
  let today: Day
  let organisations: [Organisation]

  init() throws {
    region = try #require(RegionCode("998877103"))
    year = try #require(FiscalYear(2026))
    today = try #require(Day(year: 2026, month: 3, day: 1))
    let rows: [(String, OrganisationKind, String, String?)] = [
      ("", .region, "云梯镇", nil), ("105", .bureau, "云梯镇财政分局", nil), ("105001", .unit, "国库支付组", nil),
      ("713", .department, "云梯镇城乡建设办公室", "建设办"), ("713001", .unit, "路灯管理所", nil),
      ("713002", .unit, "服务中心", nil), ("714", .department, "云梯镇文化站", nil), ("714001", .unit, "服务中心", nil),
    ]
    var organisations: [Organisation] = []
    for (index, row) in rows.enumerated() {
      let code = try #require(OrganisationCode(row.0))
      let first = try #require(FiscalYear(2020))
      organisations.append(
        Organisation(
          id: try #require(OrganisationID(Int64(index + 1))),
          path: OrganisationPath(region: region, code: code), kind: row.1, name: row.2, shortName: row.3,
          years: try #require(YearSpan(first: first))))
    }
    self.organisations = organisations
  }

  func organisationImport() -> OrganisationImport {
    OrganisationImport(region: region, year: year, existing: organisations)
  }

  func personImport(people: [Person] = [], assignments: [Assignment] = []) throws -> PersonImport {
    PersonImport(
      region: region, today: today, chart: try OrganisationChart(organisations), people: people,
      assignments: assignments)
  }

  func organisation(_ code: String) throws -> Organisation {
    try #require(organisations.first { $0.path.code.digits == code })
  }
}

/// A text with commas as a document.
func separated(_ text: String) throws -> Document {
  try RosterFile.document(Array(text.utf8))
}

/// What is wrong with a table; nil where it is planned.
func refusal<Plan>(_ planning: () throws -> Plan) throws -> RosterRefusal? {
  do {
    _ = try planning()
    return nil
  } catch let refusal as RosterRefusal {
    return refusal
  }
}

/// Faults as lines: `5,3 unknownRole`.
func lines(_ refusal: RosterRefusal) -> [String] {
  refusal.faults.map { fault in
    let problem = String(describing: fault.problem).prefix { $0 != "(" }
    return "\(fault.place.row ?? 0),\(fault.place.column ?? 0) \(problem)"
  }
}

/// A workbook with one sheet for each list of rows; a cell is a text, or a number where it begins with `#`.
func workbook(_ sheets: [(name: String, rows: [[String]])]) throws -> [UInt8] {
  let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  let frame = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
  var archive = ArchiveWriter()
  archive.add(
    "[Content_Types].xml",
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
      + "PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
      + "spreadsheetml.sheet.main+xml\"/></Types>")
  archive.add(
    "_rels/.rels",
    "\(frame)<Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"/xl/workbook.xml\"/>"
      + "</Relationships>")
  var listed = ""
  var related = ""
  for (index, sheet) in sheets.enumerated() {
    listed += "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"r\(index)\"/>"
    related += "<Relationship Id=\"r\(index)\" Type=\"\(office)/worksheet\" Target=\"s/\(index).xml\"/>"
    let rows = sheet.rows.map { row in
      "<row>"
        + row.map { cell in
          cell.hasPrefix("#")
            ? "<c><v>\(cell.dropFirst())</v></c>"
            : "<c t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
        }.joined() + "</row>"
    }.joined()
    archive.add(
      "xl/s/\(index).xml", "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>")
  }
  archive.add(
    "xl/workbook.xml",
    "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>\(listed)</sheets></workbook>")
  archive.add("xl/_rels/workbook.xml.rels", "\(frame)\(related)</Relationships>")
  return try archive.finish()
}
