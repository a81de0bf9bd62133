// Who reads what people upload: the office hands over bytes and gets values, and parses nothing itself.
import Dispatch
import DocumentReading
package import IsolatedReading
package import Operations
import Rosters
package import Tables

/// Reads documents for an office.
package protocol ReadingDesk: Sendable {
  /// The forms of a document, with the paragraphs and tables that they were read from. What makes a file
  /// unreadable stands in the answer.
  ///
  /// - Parameters:
  ///   - name: for the result; it decides nothing.
  ///   - readsPictures: whether the text of scanned pages is recognised, which takes seconds a page.
  func read(_ bytes: [UInt8], named name: String, readsPictures: Bool) async -> ReadDocument

  /// The tables of a workbook or of a text with separators.
  func tables(_ bytes: [UInt8]) async throws(ReadingError) -> Document

  /// How a part of a page looks.
  ///
  /// - Parameter bytes: gives the file once it is its turn, so that those who wait hold nothing in memory;
  ///   nil where it is lost.
  func cutOut(
    _ part: PagePart, of bytes: @escaping @Sendable () -> [UInt8]?
  ) async throws(ReadingError) -> PagePicture
}

/// Reads behind the wall: in the processes of a pool, which the caller's threads never wait for.
package struct IsolatedReadingDesk: ReadingDesk {
  private let pool: ReaderPool
  private let pictures: ReaderPool
  private let queue = DispatchQueue(label: "plumbline.reading", attributes: .concurrent)
  /// One cut-out after the other.
  private let pictureQueue = DispatchQueue(label: "plumbline.pictures")

  /// - Parameter pictures: readers that cut out, because somebody waits for it while others recognise scans
  ///   for minutes; nil for those of the pool.
  package init(pool: ReaderPool, pictures: ReaderPool? = nil) {
    self.pool = pool
    self.pictures = pictures ?? pool
  }

  /// Reads in a process of the pool.
  package func read(_ bytes: [UInt8], named name: String, readsPictures: Bool) async -> ReadDocument {
    let pool = pool
    let options = ReadingOptions(readsPictures: readsPictures)
    let outcome: Result<ReadDocument, ReadingError> = await run { () throws(ReadingError) in
      let fingerprint = FileFingerprint(of: bytes)
      return try pool.read(bytes, asking: .formsAndDocument, options: options) {
        ReadDocument($0, file: name, fingerprint: fingerprint)
      }
    }
    switch outcome {
    case .success(let document): return document
    case .failure(let error):
      let source = ImportedDocument.Source(file: name, fingerprint: nil, format: nil)
      return ReadDocument(
        imported: ImportedDocument(source: source, outcome: .unreadable(error)), document: nil)
    }
  }

  /// Reads in a process of the pool.
  package func tables(_ bytes: [UInt8]) async throws(ReadingError) -> Document {
    let pool = pool
    let outcome: Result<Result<Document, ReadingError>, ReadingError> = await run { () throws(ReadingError) in
      try pool.read(bytes, asking: .tables) { TableAnswer.read($0) }
    }
    return try outcome.get().get()
  }

  /// Cuts out in a process of the pool for that.
  package func cutOut(
    _ part: PagePart, of bytes: @escaping @Sendable () -> [UInt8]?
  ) async throws(ReadingError) -> PagePicture {
    let pool = pictures
    let outcome: Result<Result<PagePicture, ReadingError>, ReadingError> = await run(on: pictureQueue) {
      () throws(ReadingError) in
      guard let bytes = bytes() else { throw .empty }
      return try pool.read(bytes, asking: .cutOut(part)) { CutOutAnswer.read($0, of: part) }
    }
    return try outcome.get().get()
  }

  private func run<Answer: Sendable>(
    on other: DispatchQueue? = nil, _ work: @escaping @Sendable () throws(ReadingError) -> Answer
  ) async -> Result<Answer, ReadingError> {
    await withCheckedContinuation { continuation in
      (other ?? queue).async { continuation.resume(returning: Result(catching: work)) }
    }
  }
}

/// Reads where it is asked, without a wall: for tests of what comes after reading. No office that people
/// upload to has one.
package struct OpenReadingDesk: ReadingDesk {
  package init() {}

  /// Reads here.
  package func read(_ bytes: [UInt8], named name: String, readsPictures: Bool) async -> ReadDocument {
    ImportDocument().runHere(file: name, bytes: bytes, options: .init(readsPictures: readsPictures))
  }

  /// Reads here.
  package func tables(_ bytes: [UInt8]) async throws(ReadingError) -> Document {
    try RosterFile.table(bytes)
  }

  /// Cuts out here.
  package func cutOut(
    _ part: PagePart, of bytes: @escaping @Sendable () -> [UInt8]?
  ) async throws(ReadingError) -> PagePicture {
    guard let bytes = bytes() else { throw .empty }
    return try DocumentReader().cutOut(part, of: bytes)
  }
}
