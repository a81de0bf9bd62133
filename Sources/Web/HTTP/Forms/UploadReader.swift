// Writes the files of one upload; on threads that may wait for the disk.
import Glibc

/// Reads one upload. The actor runs apart from the threads that run tasks, because writing may block.
actor UploadReader {
  private let folder: String
  private let limits: UploadLimits
  private var upload = Upload()
  private var paths: [String] = []
  private var head: PartHead?
  private var value: [UInt8] = []
  private var descriptor: Int32 = -1
  private var fileBytes = 0
  private var fieldsBytes = 0
  private var failure: Refusal?

  nonisolated var unownedExecutor: UnownedSerialExecutor { DiskExecutor.shared.asUnownedSerialExecutor() }

  init(folder: String, limits: UploadLimits) {
    self.folder = folder
    self.limits = limits
  }

  func read(_ request: Request) async throws -> Upload {
    guard request.mediaType == "multipart/form-data" else { throw Refusal.unsupportedMediaType }
    guard
      var parser = MultipartParser(
        contentType: request.headers.text(.contentType) ?? "", partsMax: limits.partsMax)
    else { throw Refusal.badForm(.broken) }
    while let piece = try await request.body.next() {
      do throws(FormFault) { try parser.feed(piece) { take($0) } } catch { throw Refusal.badForm(error) }
      if let failure { throw failure }
    }
    guard parser.isEnded else { throw Refusal.badForm(.broken) }
    return upload
  }

  func removeFiles() {
    closeFile()
    for path in paths { unlink(path) }
    paths = []
  }

  private func take(_ event: MultipartParser.Event) {
    guard failure == nil else { return }
    switch event {
    case .part(let next):
      head = next
      value = []
      fileBytes = 0
      if next.fileName != nil { openFile() }
    case .bytes(let bytes): take(bytes)
    case .partEnd: finishPart()
    case .end: break
    }
  }

  private func take(_ bytes: ArraySlice<UInt8>) {
    if descriptor >= 0 {
      fileBytes += bytes.count
      guard fileBytes <= limits.fileBytesMax else {
        failure = .bodyTooLarge(bytesMax: limits.fileBytesMax)
        return
      }
      write(bytes)
    } else {
      fieldsBytes += bytes.count
      guard value.count + bytes.count <= limits.fieldBytesMax, fieldsBytes <= limits.fieldsBytesMax else {
        failure = .badForm(.tooLong)
        return
      }
      value += bytes
    }
  }

  private func finishPart() {
    guard let head else { return }
    self.head = nil
    guard let name = head.fileName else {
      guard let text = String(validating: value, as: UTF8.self) else {
        failure = .badForm(.badCoding)
        return
      }
      upload.fields.fields.append(FormFields.Field(head.name, text))
      return
    }
    closeFile()
    guard let path = paths.last else { return }
    // An input for files that was left empty sends a part without name and bytes.
    if name.isEmpty, fileBytes == 0 { return }
    upload.files.append(
      UploadedFile(
        field: head.name, clientName: Self.lastPart(name), contentType: head.contentType, path: path,
        bytes: fileBytes))
  }

  /// Old browsers send `C:\forms\a.docx`.
  private static func lastPart(_ name: String) -> String {
    let bytes = name.utf8
    let start = bytes.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    return start.map { String(name[bytes.index(after: $0)...]) } ?? name
  }

  private func openFile() {
    let path = "\(folder)/upload-\(RequestID().text)\(RequestID().text)"
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if descriptor < 0 { failure = .notStored } else { paths.append(path) }
  }

  private func closeFile() {
    guard descriptor >= 0 else { return }
    if close(descriptor) != 0 { failure = .notStored }
    descriptor = -1
  }

  private func write(_ bytes: ArraySlice<UInt8>) {
    let isWritten = bytes.withUnsafeBytes { buffer in
      var count = 0
      while count < buffer.count {
        let put = Glibc.write(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        guard put > 0 else { return false }
        count += put
      }
      return true
    }
    if !isWritten { failure = .notStored }
  }
}
