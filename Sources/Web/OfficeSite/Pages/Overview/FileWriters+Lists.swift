// Workbooks of lists, written away from the threads of requests.
import FormExport
import FormSheets

extension FileWriters {
  /// A worksheet for each sheet.
  func workbook(_ sheets: [FormSheet], created: Int) async throws -> [UInt8] {
    try await write { () throws(ExportError) in try ListWorkbook(sheets, created: created).bytes() }
  }
}
