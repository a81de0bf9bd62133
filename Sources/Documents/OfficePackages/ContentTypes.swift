// The package's list of what its parts are.
internal import Archives
internal import Tables

/// The content types of the parts that can be main parts.
struct ContentTypes {
  /// Parts whose type is that of a main part, in the order of the list.
  private(set) var mainParts: [PartName] = []

  private var typeOfName: [String: String] = [:]

  /// One main part is right; more than a few are an attack.
  private static let mainPartsMax = 100

  /// Reads `[Content_Types].xml`; an archive without one has no types.
  init(_ archive: ArchiveReader) throws(ReadingError) {
    let name = "[Content_Types].xml"
    guard let entry = try archive.entry(named: name) else { return }
    var xml = try XMLScanner(entry, partName: name, names: [("Override", 1)], namespaces: [])
    while true {
      let event = try xml.next()
      if event == .finished { return }
      guard event == .start, xml.name == 1, mainParts.count < Self.mainPartsMax,
        let type = xml.attribute("ContentType"), Self.isMain(type), let main = try xml.text(of: "PartName")
      else { continue }
      let part = PartName(main)
      typeOfName[part.text.lowercased()] = String(decoding: type, as: UTF8.self).lowercased()
      mainParts.append(part)
    }
  }

  /// What the list says of a main part; nil where it says nothing, or nothing known.
  func kind(of part: PartName) throws(ReadingError) -> OfficePackage.Kind? {
    guard let type = typeOfName[part.text.lowercased()] else { return nil }
    if type.contains("wordprocessingml") || type.contains("ms-word") { return .wordDocument }
    if type.contains("sheet.binary") { throw .unsupported(formatName: "xlsb") }
    if type.contains("spreadsheetml") || type.contains("ms-excel") { return .spreadsheet }
    if type.contains("presentationml") || type.contains("ms-powerpoint") {
      throw .unsupported(formatName: "pptx")
    }
    return nil
  }

  /// `…wordprocessingml.document.main+xml`, `…spreadsheetml.sheet.main+xml`,
  /// `….sheet.binary.macroEnabled.main` and their kin; all end in `.main` or `.main+xml`.
  private static func isMain(_ type: UnsafeBufferPointer<UInt8>) -> Bool {
    ends(type, in: ".main+xml") || ends(type, in: ".main")
  }

  private static func ends(_ type: UnsafeBufferPointer<UInt8>, in ending: StaticString) -> Bool {
    let length = ending.utf8CodeUnitCount
    guard type.count >= length else { return false }
    return UnsafeBufferPointer(rebasing: type[(type.count - length)...]).isEqual(ending)
  }
}
