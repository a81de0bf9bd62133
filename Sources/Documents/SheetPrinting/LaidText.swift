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
  private let layout: OpaquePointer?

  /// - Parameter layout: owned from now on; the lines are its own.
  init(layout: OpaquePointer?, lines: [Line], changes: [TextChange]) {
    self.layout = layout
    self.lines = lines
    self.changes = changes
    tops = lines.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.height) }
  }

  deinit {
    if let layout { plumbline_release(UnsafeMutableRawPointer(layout)) }
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

  /// The text of a line as it is printed.
  func text(_ line: Int) -> String {
    guard let layout, let whole = pango_layout_get_text(layout) else { return "" }
    let part = lines[line].pointer.pointee
    return whole.withMemoryRebound(to: UInt8.self, capacity: Int(part.start_index + part.length)) {
      String(
        decoding: UnsafeBufferPointer(start: $0 + Int(part.start_index), count: Int(part.length)),
        as: UTF8.self)
    }
  }
}
