// The package's list of what its parts are.
internal import Archives
internal import CXML
internal import Tables

/// The content types of the parts that can be main parts.
struct ContentTypes {
  /// Parts whose type is that of a main part, in the order of the list.
  private(set) var mainParts: [PartName] = []

  private var typeOfName: [String: String] = [:]
  private let names: [(StaticString, UInt8)] = [
    ("Override", Name.override.rawValue), ("PartName", Name.partName.rawValue),
    ("ContentType", Name.contentType.rawValue),
  ]

  private enum Name: UInt8 {
    case override = 1
    case partName, contentType
  }

  /// Reads `[Content_Types].xml`; an archive without one has no types.
  init(_ archive: ArchiveReader) throws(ReadingError) {
    let name = "[Content_Types].xml"
    guard let entry = try archive.entry(named: name) else { return }
    let part = try XMLPart(entry, name: name, names: names, namespaces: [])
    var state = Parsing(part: part)
    try withUnsafeMutablePointer(to: &state) { (pointer) throws(ReadingError) in
      try part.run(
        state: pointer,
        start: { context, name, _, _, _, _, count, _, attributes in
          guard let state = XMLPart.state(of: context, as: Parsing.self) else { return }
          state.pointee.add(name, XMLAttributes(attributes, count: count))
        }, end: { _, _, _, _ in })
    }
    mainParts = state.mainParts
    typeOfName = state.typeOfName
  }

  /// What the list says of a main part; nil where it says nothing, or nothing known.
  func kind(of part: PartName) throws(ReadingError) -> OfficePackage.Kind? {
    guard let type = typeOfName[part.text.lowercased()] else { return nil }
    if type.contains("wordprocessingml") || type.contains("ms-word") { return .wordDocument }
    if type.contains("sheet.binary") { throw .unsupported(formatName: "xlsb") }
    if type.contains("spreadsheetml") || type.contains("ms-excel") { return .spreadsheet }
    if type.contains("presentationml") || type.contains("ms-powerpoint") { throw .unsupported(formatName: "pptx") }
    return nil
  }

  private struct Parsing {
    let part: XMLPart
    var mainParts: [PartName] = []
    var typeOfName: [String: String] = [:]

    /// One is right; more than a few are an attack.
    private static let mainPartsMax = 100

    mutating func add(_ name: UnsafePointer<xmlChar>?, _ attributes: XMLAttributes) {
      guard mainParts.count < Self.mainPartsMax, part.names.code(name) == Name.override.rawValue,
        let type = attributes.value(Name.contentType.rawValue, in: part.names), Self.isMain(type),
        let partName = attributes.value(Name.partName.rawValue, in: part.names)
      else { return }
      let main = PartName(partName.text)
      mainParts.append(main)
      typeOfName[main.text.lowercased()] = type.text.lowercased()
    }

    /// `…wordprocessingml.document.main+xml`, `…spreadsheetml.sheet.main+xml`, `….sheet.binary.macroEnabled.main` and
    /// their kin; all end in `.main` or `.main+xml`.
    private static func isMain(_ type: UnsafeBufferPointer<UInt8>) -> Bool {
      ends(type, in: ".main+xml") || ends(type, in: ".main")
    }

    private static func ends(_ type: UnsafeBufferPointer<UInt8>, in ending: StaticString) -> Bool {
      let length = ending.utf8CodeUnitCount
      guard type.count >= length else { return false }
      return UnsafeBufferPointer(rebasing: type[(type.count - length)...]).isEqual(ending)
    }
  }
}
