// One file of an export, on the thread that works on it: read, laid out, written, read again.
import DocumentReading
import FormExport
import Forms
import Operations
import Tables

/// What came out of one input file.
struct ExportProduct: Sendable {
  /// One form with its file, or why there is none.
  struct Item: Sendable {
    var laidOut: LaidOutForm
    /// Nil where all forms become one file.
    var file: ExportedFile?
    var differences: [RecordDifference] = []
  }

  var items: [Item] = []
  /// Forms that could not be exported, as sentences.
  var failures: [String] = []
  /// Why the input could not be read.
  var unreadable: String?
  var isMissing = false
}

/// Exports the forms of one file after another; all of it happens on the threads of the work.
struct FileExport: Sendable {
  let input: ByteSource
  let exporting: ExportForms
  let reading: ReadForms
  let isMerged: Bool
  let verifies: Bool
  let limits = ReadingLimits()

  func product(of file: InputFile) -> ExportProduct {
    switch FileBytes.read(file, from: input, bytesMax: limits.fileBytesMax) {
    case .failed: return ExportProduct(isMissing: true)
    case .tooLarge(let limit):
      return ExportProduct(
        unreadable: ReadingWording.sentence(for: .limit(name: .fileBytes, value: limit)))
    case .bytes(let bytes):
      switch reading.run(file: file.path, bytes: bytes) {
      case .unreadable(let error): return ExportProduct(unreadable: ReadingWording.sentence(for: error))
      case .noRecord(let failure): return ExportProduct(unreadable: failure.sentence)
      case .forms(let forms):
        var product = ExportProduct()
        for form in forms {
          do throws(ExportError) {
            product.items.append(try item(of: try exporting.layOut(form)))
          } catch {
            product.failures.append(error.sentence)
          }
        }
        return product
      }
    }
  }

  private func item(of laidOut: LaidOutForm) throws(ExportError) -> ExportProduct.Item {
    var item = ExportProduct.Item(laidOut: laidOut)
    guard !isMerged else { return item }
    let file = try exporting.write([laidOut])
    if verifies { item.differences = exporting.differences(in: file, from: [laidOut], reading: reading) }
    item.file = file
    return item
  }
}
