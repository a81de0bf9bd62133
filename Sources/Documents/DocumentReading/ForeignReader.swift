// The seam for readers that work through foreign libraries and programs.
package import Tables

/// What the one who brings a file asks of its reading.
package struct ReadingOptions: Sendable, Equatable {
  /// Whether texts in pictures are recognised (`--ocr`).
  package var readsPictures: Bool

  package init(readsPictures: Bool = false) {
    self.readsPictures = readsPictures
  }
}

/// A reader for formats that are not read by this package's own code: PDF, old office files, scans.
///
/// Such readers are put together in `plumbline-reader` and run only there, behind limits; see decision 8.
package protocol ForeignReader: Sendable {
  /// Whether files of this format are for this reader, on this machine (a library may be missing).
  func reads(_ format: FileFormat) -> Bool

  /// - Parameters:
  ///   - bytes: the whole file, at most `ReadingLimits.fileBytesMax`.
  ///   - format: what the file is; `reads` has answered true for it.
  /// - Throws: what makes the file unreadable; what is doubtful is a finding of the document.
  func read(
    _ bytes: [UInt8], format: FileFormat, options: ReadingOptions
  ) throws(ReadingError) -> Document
}
