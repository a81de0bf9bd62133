// A text broken into lines for a width.
import CPango
import FormSheets

/// Lines of one text, ready to be drawn any number of times; all lengths in points.
final class LaidText {
  /// One line.
  struct Line {
    let pointer: UnsafeMutablePointer<PangoLayoutLine>
    let width: Double
    let height: Double
    /// From the line's upper edge.
    let baseline: Double
  }

  let lines: [Line]
  /// What of the text is printed otherwise than it was written.
  let changes: [TextChange]
  /// Where each line begins, counted from the first; one more for the end.
  private let tops: [Double]
  private let layouts: [OpaquePointer]

  /// - Parameter layouts: owned from now on; the lines are theirs.
  init(layouts: [OpaquePointer], lines: [Line], changes: [TextChange]) {
    self.layouts = layouts
    self.lines = lines
    self.changes = changes
    tops = lines.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.height) }
  }

  deinit {
    FontTurn.begin()
    defer { FontTurn.end() }
    for layout in layouts { plumbline_release(UnsafeMutableRawPointer(layout)) }
  }

  /// The height of some of the lines.
  func height(_ range: Range<Int>) -> Double { tops[range.upperBound] - tops[range.lowerBound] }

  var height: Double { height(0..<lines.count) }

  /// How many lines fit into a height.
  func count(from start: Int, fitting room: Double) -> Int {
    var end = start
    while end < lines.count, tops[end + 1] - tops[start] <= room + 0.01 { end += 1 }
    return end - start
  }

  /// Whether a line ends inside of a word or number, as nothing shorter of it fitted.
  var breaksWord: Bool {
    guard lines.count > 1, layouts.count == 1, let layout = layouts.first,
      let whole = pango_layout_get_text(layout)
    else { return false }
    var count: Int32 = 0
    guard let places = pango_layout_get_log_attrs_readonly(layout, &count) else { return false }
    var (byte, character) = (0, 0)
    for line in lines.dropLast() {
      let end = Int(line.pointer.pointee.start_index + line.pointer.pointee.length)
      while byte < end {
        byte += 1
        if UInt8(bitPattern: whole[byte]) & 0xC0 != 0x80 { character += 1 }
      }
      let isEnd = UInt8(bitPattern: whole[byte]) == 0x0A
      if !isEnd, character < Int(count), plumbline_may_break(places, Int32(character)) == 0 { return true }
    }
    return false
  }

  /// The text of a line as it is printed.
  func text(_ line: Int) -> String {
    let part = lines[line].pointer.pointee
    guard let layout = part.layout, let whole = pango_layout_get_text(layout) else { return "" }
    return whole.withMemoryRebound(to: UInt8.self, capacity: Int(part.start_index + part.length)) {
      String(
        decoding: UnsafeBufferPointer(start: $0 + Int(part.start_index), count: Int(part.length)),
        as: UTF8.self)
    }
  }
}
