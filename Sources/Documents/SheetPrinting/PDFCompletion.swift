// Adds to a finished PDF what the drawing library cannot write: its language and the spans of its cells.

/// Goes through a file once, by its table of places, and writes it again with additions.
///
/// The drawing library writes every object as text of its own with its keys in a fixed order. Whatever is
/// built otherwise is left as it is.
struct PDFCompletion {
  /// What the structure says of each cell, in the order in which cells were drawn.
  var cells: [String] = []

  private static let entries = "\n   /Lang (zh-CN)\n   /ViewerPreferences << /DisplayDocTitle true >>"
  private static let catalogue = Array("<< /Type /Catalog".utf8)
  private static let headCell = Array("<< /Type /StructElem\n   /S /TH\n".utf8)
  private static let cell = Array("<< /Type /StructElem\n   /S /TD\n".utf8)

  /// - Returns: the same file with additions; without any where it is built otherwise than expected.
  func completed(_ file: [UInt8]) -> [UInt8] {
    guard let table = PlaceTable(file), let additions = additions(to: file, table) else { return file }
    var completed: [UInt8] = []
    completed.reserveCapacity(file.count + additions.reduce(0) { $0 + $1.text.utf8.count })
    var written = 0
    for addition in additions {
      completed += file[written..<addition.place]
      completed += addition.text.utf8
      written = addition.place
    }
    completed += file[written..<table.start]
    completed += moved(table, additions)
    return completed
  }

  private struct Addition {
    var place: Int
    var text: String
  }

  /// Additions by their place; nil where the cells of the file are not those that were drawn.
  private func additions(to file: [UInt8], _ table: PlaceTable) -> [Addition]? {
    var additions: [Addition] = []
    var cellCount = 0
    // Objects are numbered in the order in which they came up, so cells come in the order of drawing.
    for place in table.places {
      guard let start = PlaceTable.contentStart(file, object: place) else { continue }
      let content = file[start...]
      if content.starts(with: Self.headCell) || content.starts(with: Self.cell) {
        guard cellCount < cells.count else { return nil }
        if !cells[cellCount].isEmpty {
          additions.append(Addition(place: start + Self.cell.count - 1, text: "\n   \(cells[cellCount])"))
        }
        cellCount += 1
      } else if content.starts(with: Self.catalogue) {
        additions.append(Addition(place: start + Self.catalogue.count, text: Self.entries))
      }
    }
    guard cellCount == cells.count else { return nil }
    return additions.sorted { $0.place < $1.place }
  }

  /// The table of places after the additions, with what follows it.
  private func moved(_ table: PlaceTable, _ additions: [Addition]) -> [UInt8] {
    // Both lists by place: for each object what was added before it.
    var shifts = Array(repeating: 0, count: table.places.count)
    var (next, shift) = (0, 0)
    for index in table.places.indices.sorted(by: { table.places[$0] < table.places[$1] }) {
      while next < additions.count, additions[next].place <= table.places[index] {
        shift += additions[next].text.utf8.count
        next += 1
      }
      shifts[index] = shift
    }
    let whole = additions.reduce(0) { $0 + $1.text.utf8.count }
    var text: [UInt8] = Array("xref\n0 \(table.places.count + 1)\n0000000000 65535 f \n".utf8)
    for (place, shift) in zip(table.places, shifts) {
      let digits = String(place + shift)
      text += repeatElement(0x30, count: max(0, 10 - digits.utf8.count))
      text += "\(digits) 00000 n \n".utf8
    }
    text += table.trailer
    text += "startxref\n\(table.start + whole)\n%%EOF\n".utf8
    return text
  }
}

/// The table at the end of a PDF that tells where each object is.
private struct PlaceTable {
  /// Where the table begins.
  let start: Int
  /// Places of the objects 1, 2, 3 and so on.
  let places: [Int]
  /// From `trailer` to before `startxref`.
  let trailer: ArraySlice<UInt8>

  private static let entryCount = 20

  /// - Returns: nil for tables of other kinds than the drawing library writes.
  init?(_ file: [UInt8]) {
    let mark = Array("startxref\n".utf8)
    guard file.count > 100,
      let end = stride(from: file.count - mark.count, to: file.count - 100, by: -1).first(where: {
        file[$0...].starts(with: mark)
      }), let start = Self.number(file, at: end + mark.count), start < end,
      file[start...].starts(with: "xref\n0 ".utf8), let count = Self.number(file, at: start + 7)
    else { return nil }
    let entries = start + 8 + String(count).utf8.count
    guard count > 1, count < file.count, entries + count * Self.entryCount < end else { return nil }
    var places: [Int] = []
    places.reserveCapacity(count)
    for entry in 1..<count {
      let offset = entries + entry * Self.entryCount
      guard let place = Self.number(file, at: offset), place < start, file[offset + 17] == 0x6E else {
        return nil
      }
      places.append(place)
    }
    self.start = start
    self.places = places
    trailer = file[(entries + count * Self.entryCount)..<end]
    guard trailer.starts(with: "trailer\n".utf8) else { return nil }
  }

  /// Where an object's content begins, behind `12 0 obj` and the line's end.
  static func contentStart(_ file: [UInt8], object place: Int) -> Int? {
    let line = file[place...].prefix(24)
    guard let end = line.firstIndex(of: 0x0A), file[..<end].reversed().starts(with: "jbo 0 ".utf8) else {
      return nil
    }
    return end + 1
  }

  private static func number(_ file: [UInt8], at place: Int) -> Int? {
    guard place < file.count else { return nil }
    let digits = file[place...].prefix { (0x30...0x39).contains($0) }
    return digits.count < 16 ? Int(String(decoding: digits, as: UTF8.self)) : nil
  }
}
