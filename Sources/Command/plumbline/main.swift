// The composition root.
import Glibc
import JSONText
import PlainText
import Recognition
import Tables
import WebPages
import WordDocuments
var json = JSONWriter(indent: 1)
let path = CommandLine.arguments.last ?? ""
var bytes: [UInt8] = []
let file = fopen(path, "rb")
var buffer = [UInt8](repeating: 0, count: 65536)
while true { let n = fread(&buffer, 1, 65536, file); if n <= 0 { break }; bytes += buffer[..<n] }
let document: Document
if path.hasSuffix(".docx") { document = try WordDocumentReader().read(bytes) }
else if path.hasSuffix(".txt") { document = try PlainTextReader().read(bytes) }
else { document = try WebPageReader().read(bytes) }
if CommandLine.arguments.contains("--dump") {
  func show(_ t: Table, _ indent: String) {
    Swift.print(indent + "TABLE \(t.rowCount)x\(t.columnCount) ragged \(t.isRagged)")
    for c in t.cells {
      Swift.print(indent + " [\(c.row),\(c.column) \(c.rowSpan)x\(c.columnSpan)] " + c.text.prefix(60).split(separator: "\n").joined(separator: "⏎"))
      for n in c.tables { show(n, indent + "    ") }
    }
  }
  for b in document.blocks { switch b { case .paragraph(let p): Swift.print("P: \(p.text)"); case .table(let t): show(t, "") } }
}
json.object { Recognizer().recognize(document).writeMembers(to: &$0) }
print(json.text)
