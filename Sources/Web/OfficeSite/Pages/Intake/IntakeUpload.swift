// Takes the files of an upload as they come in: each is kept, or refused with a sentence, by itself.
import HTTP
import Ledger
import OfficeOperations
import Organisations
import Records

/// What an upload brought.
struct IntakeUpload: Sendable {
  var unit: OrganisationID?
  var received: [IntakeID] = []
  /// Files that are not taken, each with the reason.
  var refused: [(name: String, sentence: String)] = []

  static let unitField = "unit"
  static let filesField = "files"
  static let filesMax = 50
  /// What the server takes in one request.
  static let bytesMax = 256 << 20
  static let accepted =
    ".docx,.xlsx,.pdf,.doc,.xls,.wps,.et,.html,.htm,.mht,.mhtml,.txt,.csv,"
    + ".rtf,.odt,.ods,.jpg,.jpeg,.png,.tif,.tiff"
}

/// Reads one upload part by part.
private struct UploadTaking {
  let office: Office
  let signedIn: SignedIn
  var upload = IntakeUpload()
  private var head: PartHead?
  private var value: [UInt8] = []
  private var document: IncomingDocument?
  private var byteCount = 0

  private static let valueBytesMax = 100

  init(_ office: Office, _ signedIn: SignedIn) {
    self.office = office
    self.signedIn = signedIn
  }

  mutating func take(_ event: MultipartParser.Event) async throws {
    switch event {
    case .part(let next):
      head = next
      value = []
      byteCount = 0
      document = nil
      if next.fileName != nil { try await begin() }
    case .bytes(let bytes):
      byteCount += bytes.count
      if let document {
        await document.add(Array(bytes))
      } else if value.count + bytes.count <= Self.valueBytesMax {
        value += bytes
      }
    case .partEnd: try await end()
    case .end: break
    }
  }

  /// Nothing is kept for a unit whose forms the reader may not make.
  private mutating func begin() async throws {
    guard let unit = upload.unit else { throw Refusal.badForm(.broken) }
    if upload.received.isEmpty, upload.refused.isEmpty {
      try await ReceiveDocument.check(unit, in: office, by: signedIn)
    }
    if upload.received.count + upload.refused.count < IntakeUpload.filesMax {
      document = try IncomingDocument(in: office)
    }
  }

  private mutating func end() async throws {
    guard let head else { return }
    self.head = nil
    guard let name = head.fileName else {
      if head.name == IntakeUpload.unitField {
        upload.unit = OrganisationID(String(decoding: value, as: UTF8.self))
      }
      return
    }
    // A field for files that was left empty sends a part without name and bytes.
    if name.isEmpty, byteCount == 0 { return }
    guard let unit = upload.unit else { return }
    guard let document else {
      upload.refused.append((name, IntakePageWording.tooMany(IntakeUpload.filesMax)))
      return
    }
    self.document = nil
    let kept: KeptBytes
    do throws(AttachmentProblem) {
      kept = try await document.finish()
    } catch {
      upload.refused.append((name, IntakePageWording.notKept(error)))
      return
    }
    upload.received.append(
      try await ReceiveDocument(organisation: unit, name: name, kept: kept).run(in: office, by: signedIn))
  }
}

extension OfficePages {
  /// - Throws: `Refusal` for what is no upload; what the office refuses.
  func receive(_ request: Request, by signedIn: SignedIn) async throws -> IntakeUpload {
    guard request.mediaType == "multipart/form-data",
      var parser = MultipartParser(contentType: request.headers.text(.contentType) ?? "", partsMax: 200)
    else { throw Refusal.unsupportedMediaType }
    var taking = UploadTaking(office, signedIn)
    while let piece = try await request.body.next() {
      var events: [MultipartParser.Event] = []
      do throws(FormFault) { try parser.feed(piece) { events.append($0) } } catch {
        throw Refusal.badForm(error)
      }
      for event in events { try await taking.take(event) }
    }
    guard parser.isEnded else { throw Refusal.badForm(.broken) }
    return taking.upload
  }
}
