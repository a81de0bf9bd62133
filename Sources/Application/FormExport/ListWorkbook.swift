// Lists as a workbook, a worksheet each.
package import FormSheets
import SheetFiles

/// Writes lists that are no forms, such as an overview.
package struct ListWorkbook: Sendable {
  package var sheets: [FormSheet]
  /// As in `ExportSettings`.
  package var created: Int

  package init(_ sheets: [FormSheet], created: Int) {
    self.sheets = sheets
    self.created = created
  }

  /// The bytes of an XLSX file.
  package func bytes() throws(ExportError) -> [UInt8] {
    do throws(SheetFileError) {
      return try SheetWriter(created: created).workbook(sheets).bytes
    } catch { throw .notWritten(error) }
  }
}
