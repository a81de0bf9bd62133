// The main story of a Word document while it is walked through, element by element, in one pass.
internal import OfficePackages
internal import Tables

/// Everything the walk has to remember. It is reached through a pointer from the parser's callbacks.
struct WordStory {
  let limits: ReadingLimits

  /// Depth inside a subtree that is left out; 0 outside.
  var skipDepth = 0
  /// Flows that are open, the body first; entries beyond `level` are kept for their memory.
  var flows: [WordFlow] = [WordFlow()]
  var level = 0
  /// Tables, rows, cells and text boxes that are open, malformed ones as `.ignored`.
  var structures: [Structure] = []
  var tables: [WordTable] = []
  var tableCount = 0
  /// Cells and paragraphs outside cells so far.
  var cellCount = 0
  /// Paragraphs of the body so far, empty ones included.
  var paragraphCount = 0

  var properties = Properties.none
  var run = Run()
  var isCollecting = false
  var textStart = 0
  var keepsBlanks = false
  var fields = WordFields()
  /// For each open content control: whether it shows only its placeholder.
  var placeholders: [Bool] = []
  var placeholderDepth = 0
  var alternates: [Alternate] = []
  /// Grows with every text and table; tells whether an alternative held anything.
  var contentCount = 0

  /// Paragraph styles in use, and which blocks of the body have them.
  var styleIDs: [String] = []
  var headings: [Heading] = []
  var paragraphStyle: Int?
  var outlineLevel: Int?
  var isMarkDeleted = false

  var hasRoot = false
  var notes = WordNotes()

  enum Structure { case table, row, cell, textBox, ignored }

  /// Whose properties are being read; the same names mean different things in each.
  enum Properties { case none, paragraph, paragraphMark, run, row, cell, control }

  struct Run {
    var isOpen = false
    var isHidden = false
    /// Crossed out: what somebody took back without deleting it.
    var isStruck = false
    /// Above the line: 10⁴, m².
    var isRaised = false
    var symbolFont: SymbolFont?
  }

  struct Alternate {
    var contentBefore: Int
    var isTaken: Bool
  }

  struct Heading {
    var block: Int
    var style: Int?
    var outlineLevel: Int?
  }

  init(limits: ReadingLimits) {
    self.limits = limits
  }

  /// Ends what is open, at the end of the document.
  mutating func finish() -> [Block] {
    endParagraph()
    return flows[0].blocks
  }

  // MARK: Flows

  mutating func enterFlow(_ kind: WordFlow.Kind) {
    level += 1
    if level == flows.count { flows.append(WordFlow()) }
    flows[level].reset(kind)
  }

  /// Text in a cell goes to the cell, also out of a text box.
  var innerKind: WordFlow.Kind { flows[level].kind }

  // MARK: Paragraphs

  mutating func startParagraph() {
    if flows[level].isInParagraph, !flows[level].isMarkDeleted { endParagraph() }
    paragraphStyle = nil
    outlineLevel = nil
    isMarkDeleted = false
    if flows[level].kind == .blocks { paragraphCount += 1 }
    if flows[level].isMarkDeleted {
      flows[level].isMarkDeleted = false
    } else if flows[level].kind == .cell, flows[level].hasParagraphs {
      flows[level].bytes.append(0x0A)
    }
    flows[level].hasParagraphs = true
    flows[level].isInParagraph = true
  }

  /// Ends the open paragraph: a block in the body, lines in a cell; then follows what its text boxes held.
  mutating func endParagraph() {
    fields.endParagraph()
    switch flows[level].kind {
    case .cell:
      if !flows[level].boxedText.isEmpty {
        flows[level].bytes.append(0x0A)
        flows[level].bytes.append(contentsOf: flows[level].boxedText)
        flows[level].boxedText.removeAll(keepingCapacity: true)
      }
    case .blocks:
      let text = flows[level].cellText
      flows[level].bytes.removeAll(keepingCapacity: true)
      if !text.isEmpty, isRoomLeft() {
        if level == 0, paragraphStyle != nil || outlineLevel != nil {
          let heading = Heading(
            block: flows[0].blocks.count, style: paragraphStyle, outlineLevel: outlineLevel)
          headings.append(heading)
        }
        flows[level].blocks.append(.paragraph(Paragraph(text: text, line: paragraphCount)))
      }
      if !flows[level].boxedBlocks.isEmpty {
        flows[level].blocks.append(contentsOf: flows[level].boxedBlocks)
        flows[level].boxedBlocks = []
      }
    }
    flows[level].isInParagraph = false
    flows[level].isMarkDeleted = false
  }

  /// Paragraphs count against the same limit as cells; beyond it they are left out.
  private mutating func isRoomLeft() -> Bool {
    guard cellCount < limits.cellCountMax else {
      notes.reach(.cellCount)
      return false
    }
    cellCount += 1
    return true
  }

  /// The end tag of a paragraph; one whose mark is deleted goes on in the next.
  mutating func closeParagraph() {
    guard flows[level].isInParagraph else { return }
    if isMarkDeleted {
      flows[level].isMarkDeleted = true
      isMarkDeleted = false
    } else {
      endParagraph()
    }
  }

  // MARK: Text boxes

  mutating func startTextBox() {
    structures.append(.textBox)
    enterFlow(innerKind)
    flows[level].isBox = true
  }

  /// Gives what the box held to the paragraph that it hangs on.
  mutating func endTextBox() {
    endParagraph()
    let box = level
    level -= 1
    switch flows[level].kind {
    case .cell:
      if !flows[box].bytes.isEmpty {
        if !flows[level].boxedText.isEmpty { flows[level].boxedText.append(0x0A) }
        flows[level].boxedText.append(contentsOf: flows[box].bytes)
      }
      flows[level].tables.append(contentsOf: flows[box].tables)
    case .blocks:
      flows[level].boxedBlocks.append(contentsOf: flows[box].blocks)
    }
  }
}
