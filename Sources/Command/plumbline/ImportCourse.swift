// The course of an import: finished files come in their order and go to the outputs, the journal and the
// sums.
import DocumentReading
import Operations
import Recognition
import Tables

/// Takes products one after the other, on one thread.
struct ImportCourse {
  let reading: FileImport
  let state: ImportState?
  let table: FindingsFile?
  let console: Console

  var sum = ImportSum()
  private(set) var summary = ImportSummary()
  /// False once the standard output takes no more.
  private(set) var isWritten = true
  private var isStateIntact = true
  /// The first file of each content.
  private var first: [FileFingerprint: (path: String, format: DocumentFormat?)] = [:]

  init(reading: FileImport, state: ImportState?, table: FindingsFile?, console: Console) {
    self.reading = reading
    self.state = state
    self.table = table
    self.console = console
  }

  /// - Returns: false when the work has to end because an output takes no more.
  mutating func take(_ product: FileProduct, of file: InputFile) -> Bool {
    var product = product
    sum.files += 1
    if reading.claims != nil, let fingerprint = product.fingerprint {
      if let other = first[fingerprint] {
        let document = FileImport.duplicate(file, of: other, fingerprint: fingerprint)
        product.document = document
        product.output = reading.written(document)
        sum.duplicates += 1
      } else {
        first[fingerprint] = (file.path, product.document?.source.format)
      }
    }
    guard let document = product.document else {
      sum.missing += 1
      console.tell(ImportWording.notFound(file.path))
      return true
    }
    count(document)
    if product.isKept { sum.kept += 1 }
    isWritten =
      product.output.map { console.output.write($0) } ?? reading.write(document, to: console.output)
    table?.add(document)
    if let state, !product.stateLine.isEmpty, isWritten {
      isStateIntact = state.append(product.stateLine) && isStateIntact
    }
    return isWritten && isStateIntact && table?.isIntact != false
  }

  private mutating func count(_ document: ImportedDocument) {
    switch document.outcome {
    case .read(let recognized):
      sum.read += 1
      sum.forms += recognized.forms.count
      sum.findings += recognized.findings.count
    case .unreadable(let error):
      sum.unreadable += 1
      console.tell(ImportWording.unreadable(document.source.file, ReadingWording.sentence(for: error)))
    }
    summary.add(document)
  }

  /// What is to be told when the journal or the table could not be written.
  func failure(_ request: ImportRequest) -> String? {
    if !isStateIntact, let path = request.stateFile { return ImportWording.stateUnusable(path) }
    if table?.isIntact == false, let path = request.findingsFile { return ImportWording.tableUnusable(path) }
    return nil
  }
}
