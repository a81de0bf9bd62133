// Scans: how sure their texts are, and the few misreadings that labels and values put right themselves.
import Findings
import FormVocabulary
import Tables

/// How sure the recognition of a document's texts is, by where they stand.
struct ScannedTexts {
  private struct Spot: Hashable {
    let table: Int
    let row: Int
    let column: Int
  }

  private var cells: [Spot: Int] = [:]
  private var lines: [Int: Int] = [:]

  init(_ document: Document) {
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph): lines[paragraph.line] = paragraph.frame?.confidence
      case .table(let table):
        for cell in table.cells {
          let frame = table.frames?.frame(row: cell.row, column: cell.column)
          cells[Spot(table: table.number, row: cell.row + 1, column: cell.column + 1)] = frame?.confidence
        }
      }
    }
  }

  /// Percent; nil where the text was printed as text.
  func confidence(at place: Place) -> Int? {
    guard let table = place.table else { return place.line.flatMap { lines[$0] } }
    guard let row = place.row, let column = place.column else { return nil }
    return cells[Spot(table: table, row: row, column: column)]
  }
}

/// Puts right what a scan's recognizer misread, where the forms' own words leave no doubt.
enum ScanRepair {
  /// The document with its repairs, and what was repaired.
  static func repaired(_ document: Document) -> (Document, [Finding]) {
    var document = document
    var findings: [Finding] = []
    for index in document.blocks.indices {
      guard case .table(var table) = document.blocks[index] else { continue }
      for cell in table.cells.indices {
        let place = table.place(of: table.cells[cell])
        let frame = table.frames?.frame(row: table.cells[cell].row, column: table.cells[cell].column)
        guard let confidence = frame?.confidence,
          let text = repaired(table.cells[cell].text, confidence: confidence)
        else { continue }
        findings.append(RecognitionWording.repaired(table.cells[cell].text, as: text, place: place))
        table.cells[cell].text = text
      }
      document.blocks[index] = .table(table)
    }
    return (document, findings)
  }

  /// Surer than this, in percent, a text is left as it was read: it may be no label at all.
  private static let sureMin = 93

  private static func repaired(_ text: String, confidence: Int) -> String? {
    if let value = MisreadValue.corrected(text) { return value }
    return confidence < sureMin ? MisreadLabel.corrected(text) : nil
  }
}
