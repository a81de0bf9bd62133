// Puts a department's tasks together from lines whose cells run over several lines.
import FormVocabulary

/// The tasks that stand below a head such as 名称 主要实施内容 拟投入的资金（元） 期望达到的目标.
struct TaskFlow {
  /// The head and one row a task.
  private(set) var rows: [[GridCell]] = []
  /// The line behind the last one.
  private(set) var end: Int
  private var heads: [Chunk] = []
  private var parts: [Chunk?]
  private var current = -1
  private let fundsColumn: Int?

  /// The tasks whose head begins in a line.
  static func find(in chunks: [[Chunk]], at index: Int, end: Int) -> TaskFlow? {
    var heads: [Chunk] = []
    var line = index
    var pending: Chunk?
    reading: while line < end, line < index + 8 {
      for chunk in chunks[line] {
        if let open = pending {
          let whole = Chunk(open.text + chunk.text, line: open.line)
          pending = nil
          if isTerm(whole) || isTerm(chunk) || chunk.text.ends("）") || chunk.text.ends(")") {
            heads.append(whole)
            continue
          }
          break reading
        }
        if heads.isEmpty, chunk.field == .group(.tasks), chunks[line].count > 1 || line == index {
          continue
        }
        if isTerm(chunk) {
          if chunk.text.holds("（") && !chunk.text.holds("）") {
            pending = chunk
          } else {
            heads.append(chunk)
          }
        } else if heads.count >= 2, chunk.text.begins("（"), chunk.text.ends("）") {
          heads[heads.count - 1] = Chunk(heads[heads.count - 1].text + chunk.text, line: chunk.line)
        } else {
          break reading
        }
      }
      line += 1
    }
    let terms = heads.map { $0.columnTerm }
    guard line > index, heads.count >= 2, terms.first == .taskName, terms.contains(.taskContent) else {
      return nil
    }
    var flow = TaskFlow(heads: heads, start: line)
    flow.read(chunks, from: line, end: end)
    return flow
  }

  private static func isTerm(_ chunk: Chunk) -> Bool {
    switch chunk.columnTerm {
    case .taskName?, .taskContent?, .taskFunds?, .taskExpected?, .budget?: return true
    case .value(.only)?: return chunk.text.holds("目标")
    default: return false
    }
  }

  private init(heads: [Chunk], start: Int) {
    self.heads = heads
    end = start
    parts = Array(repeating: nil, count: heads.count)
    fundsColumn = heads.firstIndex { $0.columnTerm == .taskFunds || $0.columnTerm == .budget }
    rows.append(heads.enumerated().map { $1.cell(column: $0) })
  }

  private mutating func read(_ chunks: [[Chunk]], from start: Int, end limit: Int) {
    var line = start
    while line < limit {
      guard let first = chunks[line].first else { break }
      if isEnd(first, chunks[line]) { break }
      for (position, chunk) in chunks[line].enumerated() { take(chunk, startsLine: position == 0) }
      line += 1
    }
    flush()
    end = line
  }

  /// A label of another block ends the tasks; 基本支出 and 项目支出 are tasks too.
  private func isEnd(_ first: Chunk, _ line: [Chunk]) -> Bool {
    if first.level != nil { return true }
    guard let field = first.field else { return false }
    return field != .basicSpending && field != .projectSpending && field.sort != .money && field != .unkept
  }

  private mutating func take(_ chunk: Chunk, startsLine: Bool) {
    if let fundsColumn, isAmount(chunk), current >= 0, current <= fundsColumn {
      current = fundsColumn
      parts[current] = chunk
      return
    }
    if current < 0 {
      start(chunk)
    } else if current == fundsColumn || !startsLine {
      if current + 1 < parts.count, current + 1 != fundsColumn {
        current += 1
        parts[current] = chunk
      } else if startsLine {
        flush()
        start(chunk)
      } else {
        parts[current]?.text += " " + chunk.text
      }
    } else if goesOn(chunk) {
      parts[current]?.text += chunk.text
    } else if current + 1 < parts.count, current + 1 != fundsColumn {
      current += 1
      parts[current] = chunk
    } else {
      flush()
      start(chunk)
    }
  }

  private mutating func start(_ chunk: Chunk) {
    current = 0
    parts[0] = chunk
  }

  private func isAmount(_ chunk: Chunk) -> Bool {
    chunk.isNumeric && chunk.text.count >= 3
      || chunk.text.ends("万元") && chunk.text.first?.isNumber == true
  }

  /// Whether a line goes on with the cell in the making: names by their width, other cells until their
  /// sentence ends.
  private func goesOn(_ chunk: Chunk) -> Bool {
    guard let text = parts[current]?.text else { return false }
    if current == 0 {
      return text.count >= 6 && chunk.text.count < text.count && chunk.text.count <= 6
    }
    if current == parts.count - 1 { return text.last != "。" }
    return true
  }

  private mutating func flush() {
    if current >= 0 {
      rows.append(parts.enumerated().compactMap { index, chunk in chunk.map { $0.cell(column: index) } })
    }
    parts = Array(repeating: nil, count: heads.count)
    current = -1
  }
}
