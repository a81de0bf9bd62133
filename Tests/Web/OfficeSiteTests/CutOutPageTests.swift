// The page of a scan: beside each doubtful field its cell as it stands on paper.
import DocumentReading
import Findings
import HTTP
import OfficeOperations
import Operations
import Recognition
import Tables
import Testing

@testable import OfficeSite

/// Reads every file as the same scan of one page, whose cells stand where it says.
private struct ScanningDesk: ReadingDesk {
  func read(_ bytes: [UInt8], named name: String, readsPictures: Bool) async -> ReadDocument {
    let rows = [
      ["项目名称", "桥梁维护", "主管部门", "农林水务办"], ["实施单位", "水利所", "预算金额（元）", "213764.00"],
      ["一级指标", "二级指标", "三级指标", "年度指标值"], ["产出指标", "数量指标", "维护桥梁座数", "≥3座"],
      ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%"],
    ]
    var table = Table(page: 1, number: 1, rowCount: rows.count, columnCount: 4, cells: [])
    var frames = TableFrames()
    let edges = [600, 1_400, 2_900, 4_200, 5_000]
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        let box = Box(
          left: edges[column], top: 1_000 + 300 * row, width: edges[column + 1] - edges[column], height: 300)
        table.cells.append(Cell(row: row, column: column, text: text))
        frames.set(.init(page: 1, box: box, confidence: 72 + 5 * column), row: row, column: column)
      }
    }
    table.frames = frames
    let document = Document(
      format: .picture,
      blocks: [.paragraph(Paragraph(text: "项目支出绩效目标表（2026年度）", line: 1)), .table(table)],
      turns: [PageTurn(page: 1, quarters: 1, skew: -1_250)].compactMap { $0 })
    let source = ImportedDocument.Source(file: name, fingerprint: nil, format: .picture)
    let result = Recognizer().recognize(document)
    return ReadDocument(
      imported: ImportedDocument(source: source, outcome: .read(result)), document: document)
  }

  func tables(_ bytes: [UInt8]) async throws(ReadingError) -> Document { throw .unknownFormat }

  func cutOut(
    _ part: PagePart, of bytes: @escaping @Sendable () -> [UInt8]?
  ) async throws(ReadingError) -> PagePicture {
    let shades = [UInt8](repeating: 15, count: part.width * part.height)
    guard bytes() != nil, let picture = PagePicture(width: part.width, height: part.height, shades: shades)
    else { throw .empty }
    return picture
  }
}

@Suite struct CutOutPageTests {
  @Test func `the page of a scan is as it was looked at`() async throws {
    let town = try await ClerkTown(reading: ScanningDesk())
    let place = try await town.upload([("扫描件.png", [1])]).location
    try await town.readAll()
    try SnapshotFolder.expect(try await town.browser.get(place), is: "forms-intake-scan")
  }

  @Test func `every picture on the page comes, as large as it was asked for`() async throws {
    let town = try await ClerkTown(reading: ScanningDesk())
    let place = try await town.upload([("扫描件.png", [1])]).location
    try await town.readAll()
    let page = try await town.browser.get(place).text
    let addresses = page.split(separator: "src=\"", omittingEmptySubsequences: false).dropFirst()
      .map { String($0.prefix { $0 != "\"" }).replacing("&amp;", with: "&") }
      .filter { $0.contains("/cut-out?") }
    #expect(addresses.count >= 4)
    for address in addresses {
      let picture = try await town.browser.get(address)
      #expect(picture.status == 200 && picture.headers.text(.contentType) == "image/png", "\(address)")
    }
  }
}
