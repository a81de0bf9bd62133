// Why a file could not be read as a document at all.

/// The whole file is unreadable; a part that is unreadable is a finding of the document instead.
package enum ReadingError: Error, Sendable, Equatable {
  /// The file has no bytes.
  case empty
  /// Cut off or damaged: what was expected is not there. The detail is for operators, in English.
  case damaged(detail: String)
  /// Encrypted or protected by a password.
  case encrypted
  /// A format that is known and not supported; its usual name ("WPS 文字", "PDF").
  case unsupported(formatName: String)
  /// What reads this format is not installed on this machine; the usual name of the format.
  case missingTool(formatName: String)
  /// Not a document of any known format.
  case unknownFormat
  /// A limit was reached: which one, its value.
  case limit(name: Limit, value: Int)
  /// The file carries something refused on principle (a DOCTYPE or entities in OOXML).
  case refused(detail: String)
  /// The deadline passed, or the processor time was used up, before the file was read.
  case timeout(seconds: Int)
  /// The process that read the file broke down or gave no sensible answer.
  case crashed
  /// Reading the file took more memory than one file may have.
  case memory
  /// The process that such files are read in cannot be started. The detail is for operators, in English.
  case noReader(detail: String)

  /// The limits a reader keeps; each has one sentence in `ReadingWording`.
  package enum Limit: String, Sendable, CaseIterable {
    case fileBytes, unpackedBytes, entryCount, compressionRatio, depth, cellCount, rowCount, columnCount
    case textBytes, pageCount, objectCount, answerBytes, temporaryBytes
  }
}
