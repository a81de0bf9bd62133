// A document with its forms: what the office shows beside each other, original and reading.
package import DocumentReading
import Findings
import IsolatedReading
package import JSONText
import Recognition
package import Tables

/// What became of a document, with the paragraphs and tables that its forms were read from.
package struct ReadDocument: Sendable {
  /// The forms and findings, or why there are none.
  package var imported: ImportedDocument
  /// Nil for a file that could not be read.
  package var document: Document?

  package init(imported: ImportedDocument, document: Document?) {
    self.imported = imported
    self.document = document
  }

  /// `{"import":{…},"document":{…}}`; `document` is missing where the file could not be read.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("import")
      imported.write(to: &json)
      guard let document else { return }
      json.key("document")
      document.write(to: &json)
    }
  }

  /// Reads what `write` wrote; nil for anything else, because it may come from a process that a hostile file
  /// has taken over.
  package init?(_ json: JSONValue, file: String, fingerprint: FileFingerprint? = nil) {
    guard let stated = json["import"],
      let imported = ImportedDocument(stated, file: file, fingerprint: fingerprint)
    else { return nil }
    self.imported = imported
    guard let value = json["document"] else {
      guard case .unreadable = imported.outcome else { return nil }
      return
    }
    guard let document = Document(value) else { return nil }
    self.document = document
  }

  /// True where pages or the whole file are pictures whose text nobody has asked for yet; a picture inside an
  /// office file is none of them, its text cannot be asked for.
  package var hasUnreadPictures: Bool {
    switch imported.outcome {
    case .read(let result):
      result.findings.contains { $0.rule == Self.pictureRule && $0.place?.page != nil }
    case .unreadable(.unsupported(let name)): name == FileFormat.picture.usualName
    case .unreadable: false
    }
  }

  /// The rule that speaks of pages that are pictures.
  private static let pictureRule = "R12"
}

extension ImportDocument {
  /// Reads in this process, whatever the isolation says: for the reading process itself, and for tests.
  package func runHere(file: String, bytes: [UInt8], options: ReadingOptions) -> ReadDocument {
    let fingerprint = FileFingerprint(of: bytes)
    var source = ImportedDocument.Source(file: file, fingerprint: fingerprint, format: nil)
    do throws(ReadingError) {
      let document = try reader.read(bytes, options: options)
      source.format = document.format
      let result = Recognizer().recognize(document)
      return ReadDocument(
        imported: ImportedDocument(source: source, outcome: .read(result)), document: document)
    } catch {
      return ReadDocument(
        imported: ImportedDocument(source: source, outcome: .unreadable(error)), document: nil)
    }
  }
}
