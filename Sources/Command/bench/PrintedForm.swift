// Invented forms as they are printed, and the same as pages of HTML for the peers.
import FormSheets

enum PrintedForm {
  /// A project form with so many indicators; texts differ from number to number.
  static func sheet(_ number: Int, rows: Int) -> FormSheet {
    FormSheet(
      title: "\(BenchWording.title) \(number)",
      blocks: [
        .line(SheetLine([SheetText(BenchWording.title, role: .title, alignment: .center)])),
        .line(SheetLine([SheetText(BenchWording.year, role: .subtitle, alignment: .center)])),
        .grid(grid(number, rows: rows)),
      ])
  }

  private static func grid(_ number: Int, rows: Int) -> SheetGrid {
    var grid = SheetGrid(columns: [240, 300, 480, 360, 360])
    for (label, value) in BenchWording.labels {
      grid.addRow([
        SheetPiece(label, role: .label, scope: .row),
        SheetPiece("\(value)\(number)", alignment: .start, columns: 4),
      ])
    }
    grid.addRow(
      BenchWording.head.map { SheetPiece($0, role: .head, scope: .column) }, row: SheetRow(isHead: true))
    let kinds = BenchWording.rows
    for row in 0..<rows {
      // Rows of one kind stand together under one label.
      let kind = row * kinds.count / rows
      let isFirst = row == 0 || (row - 1) * kinds.count / rows != kind
      let span = (row..<rows).prefix { $0 * kinds.count / rows == kind }.count
      let labels = [kinds[kind].0, kinds[kind].1].map {
        SheetPiece($0, role: .label, rows: span, scope: .rowGroup)
      }
      grid.addRow(
        (isFirst ? labels : [])
          + [
            SheetPiece("\(kinds[kind].2)\(number + row)", alignment: .start),
            SheetPiece("\(kinds[kind].3)\(row)"), SheetPiece("\(kinds[kind].3)\(number)"),
          ])
    }
    grid.close()
    return grid
  }

  /// The same words in the same table, with borders and the same margins.
  static func page(_ number: Int, rows: Int) -> String {
    let grid = grid(number, rows: rows)
    var page =
      "<!DOCTYPE html><html lang='zh-CN'><meta charset='utf-8'><title>\(BenchWording.title)</title>"
      + "<style>@page{size:A4;margin:20mm 18mm}body{font:10.5pt 'Noto Serif CJK SC'}"
      + "h1{font-size:18pt;text-align:center}p{text-align:center}"
      + "table{border-collapse:collapse;width:100%}td{border:0.5pt solid}</style>"
      + "<h1>\(BenchWording.title)</h1><p>\(BenchWording.year)</p><table border='1'>"
    for row in grid.rows.indices {
      page += "<tr>"
      for cell in grid.cells where cell.row == row {
        page += "<td rowspan='\(cell.rowSpan)' colspan='\(cell.columnSpan)'>\(cell.content.text)</td>"
      }
      page += "</tr>"
    }
    return page + "</table></html>"
  }
}
