// A small table that somebody chose: taken from the upload, read, and carried to the next page of the import.
import DocumentReading
import HTTP
import OfficeOperations
import Tables

/// Why a chosen file is no table that can be looked at; a sentence for its reader.
struct TableFault: Error, Equatable {
  var sentence: String
}

/// The bytes of a chosen file. They stand in the form of the next page, so that every node of the office can
/// go on with it and nothing is left on a disk.
struct ChosenTable: Sendable, Equatable {
  var bytes: [UInt8]

  /// Of a file; tables of some ten thousand rows stay below.
  static let bytesMax = 1 << 20
  /// Of an upload with what is around the file.
  static let uploadBytesMax = bytesMax + (64 << 10)

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The file in the field `table` of an upload.
  ///
  /// - Throws: `TableFault` for no file or too large a one, `Refusal` for a broken body.
  init(from request: Request) async throws {
    guard request.mediaType == "multipart/form-data",
      var parser = MultipartParser(contentType: request.headers.text(.contentType) ?? "", partsMax: 20)
    else { throw Refusal.unsupportedMediaType }
    var bytes: [UInt8] = []
    var isTable = false
    while let piece = try await request.body.next() {
      do throws(FormFault) {
        try parser.feed(piece) { event in
          switch event {
          case .part(let head): isTable = head.name == "table" && head.fileName != nil
          case .bytes(let some): if isTable, bytes.count <= Self.bytesMax { bytes += some }
          case .partEnd, .end: isTable = false
          }
        }
      } catch { throw Refusal.badForm(error) }
    }
    guard parser.isEnded else { throw Refusal.badForm(.broken) }
    guard !bytes.isEmpty else { throw TableFault(sentence: ImportWording.noFile) }
    guard bytes.count <= Self.bytesMax else { throw TableFault(sentence: ImportWording.tooLarge) }
    self.bytes = bytes
  }

  /// The table of the file, read behind the office's wall.
  func document(in office: Office) async throws(TableFault) -> Document {
    guard let desk = office.reading else {
      throw TableFault(sentence: ReadingWording.sentence(for: .noReader(detail: "")))
    }
    let document: Document
    do throws(ReadingError) {
      document = try await desk.tables(bytes)
    } catch .unknownFormat {
      throw TableFault(sentence: ImportWording.otherFormat)
    } catch { throw TableFault(sentence: ReadingWording.sentence(for: error)) }
    switch document.format {
    case .xlsx, .xls, .text: return document
    case .docx, .html, .pdf, .doc, .rtf, .odt, .ods, .picture:
      throw TableFault(sentence: ImportWording.otherFormat)
    }
  }

  // MARK: As a text

  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// Base64 with the alphabet of addresses (RFC 4648, section 5), without padding.
  var text: String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 4 / 3 + 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var word: UInt32 = 0
      for (place, byte) in group.enumerated() { word |= UInt32(byte) << (16 - 8 * UInt32(place)) }
      for place in 0...group.count { out.append(Self.letters[Int(word >> (18 - 6 * UInt32(place)) & 63)]) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Reads what `text` prints; nil for anything else.
  init?(text: String) {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, letter) in Self.letters.enumerated() { values[Int(letter)] = UInt8(value) }
    var bytes: [UInt8] = []
    var word: UInt32 = 0
    var bits: UInt32 = 0
    for letter in text.utf8 {
      let value = values[Int(letter)]
      guard value != 0xFF else { return nil }
      word = (word << 6 | UInt32(value)) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: word >> bits))
      }
    }
    guard bits < 6, !bytes.isEmpty, bytes.count <= Self.bytesMax else { return nil }
    self.bytes = bytes
  }
}
