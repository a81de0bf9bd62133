// The markup of a sheet taken apart: its tables square by square, its fields, its ids.
import HTML

@testable import OfficeSite

/// The start tags of the editor's pieces.
struct SheetProbe {
  struct Tag {
    let name: String
    let attributes: [String: String]
    /// What stands behind the tag up to the next one.
    let text: String
  }

  /// The tags of each row of each table, and of each line.
  let tables: [[[Tag]]]
  let all: [Tag]
  let markup: String

  init(_ sheet: EditorSheet) {
    var tables: [String: [[Tag]]] = [:]
    var order: [String] = []
    var all: [Tag] = []
    var markup = ""
    for piece in sheet.pieces {
      let text = String(decoding: piece.content.bytes, as: UTF8.self)
      markup += text
      let tags = Self.tags(text)
      all += tags
      if let parent = piece.parent {
        tables[parent, default: []].append(tags)
      } else if case .table = piece.kind {
        order.append(piece.key)
      }
    }
    self.tables = order.map { tables[$0] ?? [] }
    self.all = all
    self.markup = markup
  }

  static func tags(_ markup: String) -> [Tag] {
    markup.split(separator: "<").compactMap { piece in
      guard let end = piece.firstIndex(of: ">"), !piece.hasPrefix("/") else { return nil }
      let inside = piece[..<end]
      let name = String(inside.prefix { $0 != " " })
      var attributes: [String: String] = [:]
      var rest = inside.dropFirst(name.count)
      while let start = rest.firstIndex(where: { $0 != " " }) {
        let key = rest[start...].prefix { $0 != "=" && $0 != " " }
        rest = rest[key.endIndex...]
        guard rest.hasPrefix("=\"") else {
          attributes[String(key)] = ""
          continue
        }
        let value = rest.dropFirst(2).prefix { $0 != "\"" }
        attributes[String(key)] = String(value)
        rest = rest[value.endIndex...].dropFirst()
      }
      return Tag(name: name, attributes: attributes, text: String(piece[piece.index(after: end)...]))
    }
  }

  /// What is wrong with the squares of the tables: covered twice or not at all.
  var gaps: [String] {
    tables.enumerated().flatMap { number, rows in Self.gaps(in: rows, table: number) }
  }

  private static func gaps(in rows: [[Tag]], table: Int) -> [String] {
    var taken: [[Int: Bool]] = Array(repeating: [:], count: rows.count)
    var found: [String] = []
    var width = 0
    for (row, tags) in rows.enumerated() {
      var column = 0
      for cell in tags where cell.name == "td" || cell.name == "th" {
        while taken[row][column] != nil { column += 1 }
        let columns = cell.attributes["colspan"].flatMap { Int($0) } ?? 1
        let deep = cell.attributes["rowspan"].flatMap { Int($0) } ?? 1
        for line in row..<(row + deep) {
          guard rows.indices.contains(line) else {
            found.append("table \(table), row \(row): a cell reaches below the last row")
            break
          }
          for square in column..<(column + columns) {
            if taken[line][square] != nil {
              found.append("table \(table), row \(line): two cells at \(square)")
            }
            taken[line][square] = true
          }
        }
        column += columns
      }
      width = max(width, taken[row].count)
    }
    for (row, squares) in taken.enumerated() where squares.count != width {
      found.append("table \(table), row \(row): \(squares.count) of \(width) squares")
    }
    return found
  }
}
