// Events of a text as one line, by our scanner and by the XML library, for comparison.
import Archives
import CXML
import OfficePackages
import Tables

private let names: [(StaticString, UInt8)] = [("a", 1), ("b", 2), ("c", 3)]
private let namespaces: [(StaticString, UInt8)] = [("urn:one", 1), ("urn:two", 2)]

/// `<1:a p=1>text</1:a>`: namespaces as numbers, names nobody asked for as `?`, their attributes left out.
func dump(_ bytes: [UInt8]) throws(ReadingError) -> String {
  try scan(bytes) { (xml) throws(ReadingError) in
    var text: [UInt8] = []
    while true {
      let event = try xml.next()
      let space = xml.namespace == 0 ? "" : "\(xml.namespace):"
      let name = xml.name == 0 ? "?" : String(Character(Unicode.Scalar(0x60 + xml.name)))
      switch event {
      case .start:
        var tag = "<" + space + name
        for (label, key) in [("p", "p"), ("q", "q")] as [(StaticString, String)] {
          if let value = try xml.text(of: label) { tag += " \(key)=\(value)" }
        }
        text += Array((tag + ">").utf8)
      case .end: text += Array("</\(space)\(name)>".utf8)
      case .text: try xml.appendText(to: &text)
      case .finished: return String(decoding: text, as: UTF8.self)
      }
    }
  }
}

/// How many elements begin, and how many bytes of text there are.
func measure(_ bytes: [UInt8]) throws(ReadingError) -> (starts: Int, bytes: Int) {
  try scan(bytes) { (xml) throws(ReadingError) in
    var starts = 0
    var text: [UInt8] = []
    while true {
      switch try xml.next() {
      case .start: starts += 1
      case .text: try xml.appendText(to: &text)
      case .end: continue
      case .finished: return (starts, text.count)
      }
    }
  }
}

/// How the reading fails; nil where it does not.
func failure(_ bytes: [UInt8]) -> ReadingError? {
  do {
    _ = try dump(bytes)
    return nil
  } catch {
    return error
  }
}

private func scan<Result>(
  _ bytes: [UInt8], _ body: (inout XMLScanner) throws(ReadingError) -> Result
) throws(ReadingError) -> Result {
  var writer = ArchiveWriter()
  writer.add("part.xml", bytes, isPacked: bytes.count < 15 << 20)
  return try ArchiveReader.reading(try writer.finish()) { (archive) throws(ReadingError) in
    guard let entry = try archive.entry(named: "part.xml") else { throw .empty }
    var xml = try XMLScanner(entry, partName: "part.xml", names: names, namespaces: namespaces)
    return try body(&xml)
  }
}

/// The same line made by the library's reader; nil where it finds a fault, a DOCTYPE, or a name with a colon
/// at its end.
func libraryDump(_ bytes: [UInt8]) -> String? {
  let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
  let reader = bytes.withUnsafeBytes { raw in
    xmlReaderForMemory(raw.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, nil, options)
  }
  guard let reader else { return nil }
  defer { xmlFreeTextReader(reader) }
  var line = ""
  var result = xmlTextReaderRead(reader)
  while result == 1 {
    switch UInt32(xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_ELEMENT.rawValue:
      let name = label(reader)
      if local(reader).isEmpty { return nil }
      line += "<" + name
      for key in ["p", "q"] {
        if let value = firstAttribute(key, reader) { line += " \(key)=\(value)" }
      }
      line += ">"
      if xmlTextReaderIsEmptyElement(reader) == 1 { line += "</\(name)>" }
    case XML_READER_TYPE_END_ELEMENT.rawValue: line += "</\(label(reader))>"
    case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
      XML_READER_TYPE_WHITESPACE.rawValue, XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
      line += string(xmlTextReaderConstValue(reader)) ?? ""
    case XML_READER_TYPE_DOCUMENT_TYPE.rawValue: return nil
    default: break
    }
    result = xmlTextReaderRead(reader)
  }
  return result == 0 ? line : nil
}

private func label(_ reader: xmlTextReaderPtr) -> String {
  let name = local(reader)
  let shown = ["a", "b", "c"].contains(name) ? name : "?"
  switch string(xmlTextReaderConstNamespaceUri(reader)) {
  case "urn:one": return "1:" + shown
  case "urn:two": return "2:" + shown
  default: return shown
  }
}

/// The first attribute with a local name, whatever its prefix.
private func firstAttribute(_ name: String, _ reader: xmlTextReaderPtr) -> String? {
  var value: String?
  while value == nil, xmlTextReaderMoveToNextAttribute(reader) == 1 {
    let isDeclaration = xmlTextReaderIsNamespaceDecl(reader) == 1
    if !isDeclaration, local(reader) == name {
      value = string(xmlTextReaderConstValue(reader))
    }
  }
  _ = xmlTextReaderMoveToElement(reader)
  return value
}

/// The local name; the library takes an undeclared prefix for a part of the name.
private func local(_ reader: xmlTextReaderPtr) -> String {
  let name = string(xmlTextReaderConstLocalName(reader)) ?? ""
  return name.split(separator: ":", omittingEmptySubsequences: false).last.map(String.init) ?? name
}

private func string(_ bytes: UnsafePointer<xmlChar>?) -> String? {
  bytes.map { String(cString: $0) }
}

extension ReadingError {
  var isDamage: Bool { if case .damaged = self { true } else { false } }
}
