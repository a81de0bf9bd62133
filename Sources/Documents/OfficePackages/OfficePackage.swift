// An office document as a package of parts: which part is the main one, and what kind of document it makes.
package import Archives
package import Tables

/// An open package: the archive, its main part and what kind of document that is.
package struct OfficePackage {
  /// What the main part makes of the package.
  package enum Kind: Sendable {
    case wordDocument, spreadsheet
  }

  package let archive: ArchiveReader
  package let mainPart: PartName
  /// What the content types say; nil where they say nothing known, and the main part itself has to tell.
  package let kind: Kind?

  /// Opens a package for the time of `body`.
  ///
  /// - Throws: `.unknownFormat` where the archive has no main part (some other zip), `.unsupported` for
  ///   documents of the same family that are not read (presentations, binary workbooks), and what reading the
  ///   archive throws.
  package static func reading<Result>(
    _ bytes: [UInt8], limits: ReadingLimits = .init(),
    _ body: (OfficePackage) throws(ReadingError) -> Result
  ) throws(ReadingError) -> Result {
    try ArchiveReader.reading(bytes, limits: limits) { (archive) throws(ReadingError) -> Result in
      try body(OfficePackage(archive))
    }
  }

  init(_ archive: ArchiveReader) throws(ReadingError) {
    self.archive = archive
    let types = try ContentTypes(archive)
    let named = try Relationship.all(of: nil, in: archive).first { $0.kind == "officeDocument" }?.target
    if let named, archive.contains(named.text) {
      mainPart = named
    } else if let typed = types.mainParts.first(where: { archive.contains($0.text) }) {
      mainPart = typed
    } else if let named {
      throw .damaged(detail: "package: the main part \(named.text) is missing")
    } else if let typed = types.mainParts.first {
      throw .damaged(detail: "package: the main part \(typed.text) is missing")
    } else {
      throw .unknownFormat
    }
    kind = try types.kind(of: mainPart)
  }

  /// The relationships of a part.
  package func relationships(of part: PartName) throws(ReadingError) -> [Relationship] {
    try Relationship.all(of: part, in: archive)
  }
}
