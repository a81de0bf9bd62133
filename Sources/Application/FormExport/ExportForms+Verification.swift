// Holds an exported file to the records that it shows, by reading it in again.
package import Forms
import Model
package import Operations

extension ExportForms {
  /// Reads a written file in again and compares every field.
  ///
  /// - Parameters:
  ///   - reading: how files are read here.
  ///   - forms: what was written. Sheets that show no record, such as the review sheet, are not compared.
  /// - Returns: what differs; empty where all fields are the same.
  package func differences(
    in file: ExportedFile, from forms: [LaidOutForm], reading: ReadForms
  ) -> [RecordDifference] {
    let shown = forms.filter { !settings.format.showsForm || $0.layout.showsRecord }.map(\.printed)
    guard !shown.isEmpty else { return [] }
    if settings.format == .csv {
      let table = RecordTable(shown)
      return RecordTable.cells(file.bytes) == [table.head] + table.rows
        ? [] : RecordDifference.between(shown, [])
    }
    return switch reading.run(file: "", bytes: file.bytes) {
    case .forms(let got): RecordDifference.between(shown, got)
    case .unreadable, .noRecord: RecordDifference.between(shown, [])
    }
  }
}
