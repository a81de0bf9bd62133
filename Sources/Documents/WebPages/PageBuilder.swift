// Builds the blocks of a page from its tags: paragraphs, tables, tables in cells.
import PlainText
import Tables

/// Puts a document together while the scanner goes over the page; no tree of elements is kept.
///
/// Text belongs to a flow: the page's own, or that of the innermost open cell. Text inside a table and
/// outside its cells goes before the table, as browsers print it ("foster parenting").
struct PageBuilder {
  var scanner: MarkupScanner
  let limits: ReadingLimits
  var blocks: [Block] = []
  /// The page's flow, then one for each open table.
  var flows: [TextFlow] = [TextFlow()]
  var tables: [OpenTable] = []
  var tableCount = 0
  var cellCount = 0
  var paragraphCount = 0
  var headingLevel: Int?
  var preformattedDepth = 0
  var list: OpenList?
  var hidden: HiddenElement?
  /// Where an open `<sup>` begins in its flow.
  private var raised: (flow: Int, start: Int)?
  var tally = PageTally()

  /// A table whose end tag has not come yet.
  struct OpenTable {
    var grid: GridBuilder
    let number: Int
    var hasRow = false
    var cell: OpenCell?
  }

  /// A cell whose end has not come yet.
  struct OpenCell {
    let rowSpan: Int
    let columnSpan: Int
    var tables: [Table] = []
    /// Where the text after the last nested table starts in the flow.
    var textStart = 0
  }

  /// The elements that end with the page.
  private static let endsPage: Set<PackedName> = [PackedName("html"), PackedName("body")]
  /// True behind the end of the page's own elements.
  private var hasEnded = false
  /// The elements that show another page.
  private static let frames: Set<PackedName> = [PackedName("frame"), PackedName("iframe")]
  private static let superscript = PackedName("sup")

  init(_ page: [UInt8], limits: ReadingLimits) {
    scanner = MarkupScanner(page)
    self.limits = limits
  }

  /// The index of the flow that text goes to now.
  var flowIndex: Int {
    guard let last = tables.last else { return 0 }
    return last.cell == nil ? tables.count - 1 : tables.count
  }

  mutating func build() throws(ReadingError) {
    while true {
      let token = scanner.next()
      if hidden != nil, consumesHidden(token) { continue }
      switch token {
      case .text(let range): addText(range)
      case .start(let tag): try open(tag)
      case .end(let tag): try close(tag)
      case .endOfPage:
        closeList()
        tally.endsInTable = !tables.isEmpty && !hasEnded
        while !tables.isEmpty { try closeTable() }
        try flushParagraph()
        tally.isCutShort = scanner.isCutShort
        return
      }
    }
  }

  private mutating func addText(_ range: Range<Int>) {
    let index = flowIndex
    let page = scanner.bytes
    if list != nil {
      list?.append(page.span, range)
    } else if preformattedDepth > 0 {
      flows[index].appendPreformatted(page.span, range)
    } else {
      flows[index].append(page.span, range)
    }
  }

  private mutating func open(_ tag: Tag) throws(ReadingError) {
    if tag == .inline, Self.isStruck(scanner.startName) {
      hide(tag, .struck)
      return
    }
    if tag != .inline {
      raised = nil
    } else if scanner.startName == Self.superscript {
      raised = (flowIndex, flows[flowIndex].bytes.count)
    }
    if tag == .inline, scanner.attributes.isEmpty { return }
    if list != nil, handlesInList(start: tag) { return }
    let visibility = Visibility(scanner, isInput: tag == .input)
    if visibility != .visible, !tag.isTablePart || tag == .table {
      hide(tag, visibility)
      return
    }
    switch tag {
    case .inline, .optionGroup, .option: break
    case .void: noteFrame()
    case .lineBreak: flows[flowIndex].breakLine()
    case .block, .rule, .paragraph: try endBlock()
    case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6:
      try endBlock()
      headingLevel = tag.headingLevel
    case .preformatted:
      try endBlock()
      preformattedDepth += 1
    case .skipped:
      noteFrame()
      _ = scanner.rawContent()
    case .input: addInput()
    case .select: list = OpenList()
    case .textArea:
      let content = scanner.rawContent()
      let page = scanner.bytes
      flows[flowIndex].appendPreformatted(page.span, content)
    case .table, .caption, .tableGroup, .row, .cell, .columns:
      try openTablePart(tag, visibility)
    }
  }

  /// Another page in this one is not followed.
  private mutating func noteFrame() {
    if Self.frames.contains(scanner.startName) { tally.hasFrames = true }
  }

  private mutating func close(_ tag: Tag) throws(ReadingError) {
    if list != nil, handlesInList(end: tag) { return }
    if tag == .inline, scanner.endName == Self.superscript { raiseDigits() }
    if tag != .inline { raised = nil }
    switch tag {
    case .lineBreak: flows[flowIndex].breakLine()
    case .block, .paragraph:
      if Self.endsPage.contains(scanner.endName) { hasEnded = true }
      try endBlock()
    case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6:
      try endBlock()
      headingLevel = nil
    case .preformatted:
      try endBlock()
      preformattedDepth = max(0, preformattedDepth - 1)
    case .table, .caption, .tableGroup, .row, .cell: try closeTablePart(tag)
    case .inline, .void, .rule, .columns, .input, .select, .option, .optionGroup, .textArea, .skipped: break
    }
  }

  private mutating func raiseDigits() {
    if let raised, raised.flow == flowIndex { flows[raised.flow].raiseDigits(from: raised.start) }
    raised = nil
  }

  /// A line of its own begins or ends here.
  mutating func endBlock() throws(ReadingError) {
    let index = flowIndex
    if index == 0 {
      try flushParagraph()
    } else {
      flows[index].endBlock()
    }
  }

  /// What the page's own flow holds becomes a paragraph; preformatted text is read as plain text is.
  mutating func flushParagraph() throws(ReadingError) {
    guard !flows[0].isBlank else {
      flows[0].removeAll()
      return
    }
    if preformattedDepth > 0 {
      try addPreformatted(flows[0].bytes)
    } else {
      let text = flows[0].string()
      if !text.isEmpty {
        try add(Paragraph(text: text, headingLevel: headingLevel, line: paragraphCount + 1))
      }
    }
    flows[0].removeAll()
  }

  private mutating func add(_ paragraph: Paragraph) throws(ReadingError) {
    paragraphCount += 1
    try count(cells: 1)
    blocks.append(.paragraph(paragraph))
  }

  /// `<pre>` holds what a text file could hold: tabs and bars make tables there too.
  private mutating func addPreformatted(_ text: [UInt8]) throws(ReadingError) {
    let plain = try PlainTextReader(limits: limits).document(
      of: DecodedText(utf8: text, encoding: .utf8))
    for block in plain.blocks {
      switch block {
      case .paragraph(var paragraph):
        paragraph.line = paragraphCount + 1
        try add(paragraph)
      case .table(var table):
        tableCount += 1
        table.number = tableCount
        // Inside an open table it goes before that table, whose number is given already.
        tally.hasGaps = true
        try count(cells: table.cells.count + 1)
        blocks.append(.table(table))
      }
    }
  }

  /// Counts cells, and paragraphs and tables as one more each, against the limit of cells.
  mutating func count(cells: Int) throws(ReadingError) {
    cellCount += cells
    if cellCount > limits.cellCountMax { throw .limit(name: .cellCount, value: limits.cellCountMax) }
  }
}
