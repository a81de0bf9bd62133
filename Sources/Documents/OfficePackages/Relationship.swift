// Relationships: how the parts of a package name each other.
package import Archives
package import Tables

/// One relationship of a part.
package struct Relationship: Sendable, Equatable {
  package let id: String
  /// The last step of its type, the same in transitional and strict documents: `officeDocument`, `styles`,
  /// `worksheet`.
  package let kind: String
  /// The part it leads to; nil where it leads out of the package.
  package let target: PartName?

  /// Reads the relationships of a part, or of the package (`nil`); none where there is no such part.
  ///
  /// - Throws: what reading the part throws.
  package static func all(of source: PartName?, in archive: ArchiveReader) throws(ReadingError)
    -> [Relationship]
  {
    let name = source?.relationships ?? PartName("_rels/.rels")
    guard let entry = try archive.entry(named: name.text) else { return [] }
    var xml = try XMLScanner(entry, partName: name.text, names: [("Relationship", 1)], namespaces: [])
    var relationships: [Relationship] = []
    while true {
      let event = try xml.next()
      if event == .finished { return relationships }
      guard event == .start, xml.name == 1, relationships.count < countMax else { continue }
      let isExternal = xml.attribute("TargetMode")?.isEqual("External") ?? false
      let target = isExternal ? nil : try xml.text(of: "Target")
      relationships.append(
        Relationship(
          id: try xml.text(of: "Id") ?? "", kind: lastStep(xml.attribute("Type")),
          target: target.flatMap { PartName(target: $0, from: source) }))
    }
  }

  /// More than any document has; beyond it they are left out.
  private static let countMax = 100_000

  private static func lastStep(_ type: UnsafeBufferPointer<UInt8>?) -> String {
    guard let type else { return "" }
    let start = (type.lastIndex(of: 0x2F) ?? -1) + 1
    return String(decoding: type[start...], as: UTF8.self)
  }
}
