// Relationships: how the parts of a package name each other.
package import Archives
internal import CXML
package import Tables

/// One relationship of a part.
package struct Relationship: Sendable, Equatable {
  package let id: String
  /// The last step of its type, the same in transitional and strict documents: `officeDocument`, `styles`, `worksheet`.
  package let kind: String
  /// The part it leads to; nil where it leads out of the package.
  package let target: PartName?

  /// Reads the relationships of a part, or of the package (`nil`); none where there is no such part.
  ///
  /// - Throws: what reading the part throws.
  package static func all(of source: PartName?, in archive: ArchiveReader) throws(ReadingError) -> [Relationship] {
    let name = source?.relationships ?? PartName("_rels/.rels")
    guard let entry = try archive.entry(named: name.text) else { return [] }
    let part = try XMLPart(
      entry, name: name.text,
      names: [
        ("Relationship", Name.relationship.rawValue), ("Id", Name.id.rawValue), ("Type", Name.type.rawValue),
        ("Target", Name.target.rawValue), ("TargetMode", Name.mode.rawValue),
      ], namespaces: [])
    var list = RelationshipList(part: part, source: source)
    try withUnsafeMutablePointer(to: &list) { (pointer) throws(ReadingError) in
      try part.run(
        state: pointer,
        start: { context, name, _, _, _, _, count, _, attributes in
          guard let state = XMLPart.state(of: context, as: RelationshipList.self) else { return }
          state.pointee.add(name, XMLAttributes(attributes, count: count))
        }, end: { _, _, _, _ in })
    }
    return list.relationships
  }

  fileprivate enum Name: UInt8 {
    case relationship = 1
    case id, type, target, mode
  }
}

private struct RelationshipList {
  let part: XMLPart
  let source: PartName?
  var relationships: [Relationship] = []

  /// More than any document has; beyond it they are left out.
  private static let countMax = 100_000

  mutating func add(_ name: UnsafePointer<xmlChar>?, _ attributes: XMLAttributes) {
    guard part.names.code(name) == Relationship.Name.relationship.rawValue else { return }
    guard relationships.count < Self.countMax else { return }
    var (id, kind, target, isExternal) = ("", "", "", false)
    for index in 0..<attributes.count {
      switch Relationship.Name(rawValue: part.names.code(attributes.name(index))) {
      case .id: id = attributes.value(index).text
      case .type: kind = Self.lastStep(attributes.value(index))
      case .target: target = attributes.value(index).text
      case .mode: isExternal = attributes.value(index).isEqual("External")
      case .relationship, nil: break
      }
    }
    let part = isExternal ? nil : PartName(target: target, from: source)
    relationships.append(Relationship(id: id, kind: kind, target: part))
  }

  private static func lastStep(_ type: UnsafeBufferPointer<UInt8>) -> String {
    let start = (type.lastIndex(of: 0x2F) ?? -1) + 1
    return String(decoding: type[start...], as: UTF8.self)
  }
}
