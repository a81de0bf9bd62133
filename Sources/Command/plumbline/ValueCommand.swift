// `plumbline value`: shows what an indicator value means, one by one or line by line.

import IndicatorValues
import JSONText
import Quantities

/// What the user asked for, already parsed from the command line.
struct ValueRequest: Sendable {
  /// How the answer is written.
  enum Output: Sendable {
    /// The typed tree, for people.
    case tree
    /// One JSON object a value.
    case json
  }

  /// The values to read; empty in the batch form, which reads standard input.
  var texts: [String] = []
  var name: String?
  var level2: String?
  var unit: String?
  /// The fiscal year.
  var year: Int?
  var output = Output.tree
  /// `--jsonl`: reads `value<TAB>name<TAB>level2` lines and writes one JSON object a line.
  var isBatch = false

  var context: ValueContext {
    ValueContext(
      name: name, level2: level2, columnUnit: unit, fiscalYear: year.flatMap { FiscalYear($0) })
  }
}

/// Runs the command against any source and sink of bytes.
struct ValueCommand {
  /// Takes finished bytes; false when they cannot be taken any more (a closed pipe).
  typealias Sink = (UnsafeRawBufferPointer) -> Bool
  /// Fills the buffer and returns how many bytes came: 0 at the end, below 0 on an error.
  typealias Source = (UnsafeMutableRawBufferPointer) -> Int

  /// How the command ended; the composition root maps it to the exit code.
  enum Ending: Sendable {
    case done
    case readingFailed
    case writingFailed
  }

  var request: ValueRequest
  var sink: Sink

  func run(reading source: Source) -> Ending {
    if request.isBatch { return runBatch(source) }
    var output: [UInt8] = []
    for text in request.texts {
      let parsed = IndicatorValue.parse(text, context: request.context)
      switch request.output {
      case .tree: output += parsed.tree.drawing.utf8
      case .json:
        var json = JSONWriter()
        parsed.write(to: &json)
        output += json.bytes
        output.append(UInt8(ascii: "\n"))
      }
    }
    return output.withUnsafeBytes(sink) ? .done : .writingFailed
  }

  // MARK: Batch

  /// Longer lines are cut here, so that memory stays bounded; the cut value is told as too long.
  private static let lineBytesMax = 1 << 20
  private static let blockBytes = 1 << 16

  private func runBatch(_ source: Source) -> Ending {
    var block = [UInt8](repeating: 0, count: Self.blockBytes)
    var line: [UInt8] = []
    var json = JSONWriter(reserving: Self.blockBytes * 2)
    var output: [UInt8] = []
    output.reserveCapacity(Self.blockBytes * 2)
    while true {
      let count = block.withUnsafeMutableBytes(source)
      if count < 0 { return .readingFailed }
      if count == 0 { break }
      var start = 0
      while start < count {
        guard let end = block[start..<count].firstIndex(of: UInt8(ascii: "\n")) else {
          keep(block[start..<count], in: &line)
          break
        }
        if line.isEmpty {
          answer(block[start..<end], &json, &output)
        } else {
          keep(block[start..<end], in: &line)
          answer(line[...], &json, &output)
          line.removeAll(keepingCapacity: line.count < Self.blockBytes)
        }
        start = end + 1
      }
      guard flush(&output) else { return .writingFailed }
    }
    // A last line without its line feed.
    if !line.isEmpty { answer(line[...], &json, &output) }
    return flush(&output) ? .done : .writingFailed
  }

  private func keep(_ bytes: ArraySlice<UInt8>, in line: inout [UInt8]) {
    line += bytes.prefix(Self.lineBytesMax - line.count)
  }

  private func answer(_ bytes: ArraySlice<UInt8>, _ json: inout JSONWriter, _ output: inout [UInt8]) {
    let line = ValueLine(bytes)
    let asked = request.context
    let context = ValueContext(
      name: line.context.name ?? asked.name, level2: line.context.level2 ?? asked.level2,
      columnOperator: line.context.columnOperator, columnUnit: asked.columnUnit, fiscalYear: asked.fiscalYear)
    json.removeAll()
    IndicatorValue.parse(line.value, context: context).write(to: &json)
    output += json.bytes
    output.append(UInt8(ascii: "\n"))
  }

  private func flush(_ output: inout [UInt8]) -> Bool {
    defer { output.removeAll(keepingCapacity: true) }
    return output.isEmpty || output.withUnsafeBytes(sink)
  }
}
