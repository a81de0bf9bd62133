// Where text goes while a document is walked through: the body, a cell, a text box.
internal import Tables

/// One place that collects paragraphs and tables.
struct WordFlow {
  /// Cells join their paragraphs to one text; the body and text boxes in it keep them as blocks.
  enum Kind { case blocks, cell }

  var kind = Kind.blocks
  /// The text: of the current paragraph (`.blocks`), or of the cell so far (`.cell`).
  var bytes: [UInt8] = []
  /// Where in `bytes` the current paragraph begins.
  var paragraphStart = 0
  var isInParagraph = false
  /// True when the mark of the last paragraph is deleted: the next one continues it.
  var isMarkDeleted = false
  var hasParagraphs = false
  /// What text boxes of the current paragraph held; it follows the paragraph.
  var boxedBlocks: [Block] = []
  var boxedText: [UInt8] = []
  /// Finished blocks (`.blocks`).
  var blocks: [Block] = []
  /// Finished tables (`.cell`).
  var tables: [Table] = []
  /// Where in `bytes` the text behind the last of them begins.
  var tableEnd = 0
  /// True for what a text box holds: its text joins that of its paragraph elsewhere.
  var isBox = false

  /// Makes the flow empty, keeping the memory of its text.
  mutating func reset(_ kind: Kind) {
    self.kind = kind
    bytes.removeAll(keepingCapacity: true)
    paragraphStart = 0
    isInParagraph = false
    isMarkDeleted = false
    hasParagraphs = false
    boxedBlocks = []
    boxedText.removeAll(keepingCapacity: true)
    blocks = []
    tables = []
    tableEnd = 0
    isBox = false
  }

  /// Adds a table that stands in a cell, with the text between the one before it and this one.
  mutating func add(_ table: Table) {
    var table = table
    if !isBox {
      let before = bytes[tableEnd...].withUnsafeBufferPointer { String(trimming: $0) }
      table.textBefore = before.isEmpty ? nil : before
      tableEnd = bytes.count
    }
    tables.append(table)
  }

  /// The whole text of a cell, ends trimmed.
  var cellText: String { bytes.withUnsafeBufferPointer { String(trimming: $0) } }
}
