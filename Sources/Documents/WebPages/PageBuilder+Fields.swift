// Fields of forms on a page: what a printed page would show of them.

/// A `select` that is open: the text of its options, of which the chosen one is printed.
struct OpenList {
  private var flow = TextFlow()
  private var chosen: [UInt8]?
  private var first: [UInt8]?
  private var isInOption = false
  private var isChosen = false

  mutating func append(_ source: Span<UInt8>, _ range: Range<Int>) {
    if isInOption { flow.append(source, range) }
  }

  mutating func startOption(isChosen: Bool) {
    endOption()
    isInOption = true
    self.isChosen = isChosen
  }

  mutating func endOption() {
    guard isInOption else { return }
    isInOption = false
    if first == nil { first = flow.bytes }
    if isChosen {
      if chosen == nil { chosen = [] } else { chosen?.append(contentsOf: [0xE3, 0x80, 0x81]) }
      chosen?.append(contentsOf: flow.bytes)
    }
    flow.removeAll()
  }

  /// The chosen options, else the first one.
  mutating func text() -> [UInt8] {
    endOption()
    return chosen ?? first ?? []
  }
}

extension PageBuilder {
  /// A start tag inside a `select`; false where the list ends before it.
  mutating func handlesInList(start tag: Tag) -> Bool {
    switch tag {
    case .option: list?.startOption(isChosen: scanner.attributes.contains { $0.name == Self.selected })
    case .optionGroup: list?.endOption()
    case .skipped: _ = scanner.rawContent()
    case .select:
      closeList()
    case .input, .textArea, .table, .caption, .tableGroup, .row, .cell:
      closeList()
      return false
    default: break
    }
    return true
  }

  /// An end tag inside a `select`; false where the list ends before it.
  mutating func handlesInList(end tag: Tag) -> Bool {
    switch tag {
    case .option, .optionGroup: list?.endOption()
    case .select: closeList()
    case .table, .caption, .tableGroup, .row, .cell:
      closeList()
      return false
    default: break
    }
    return true
  }

  mutating func closeList() {
    guard var open = list else { return }
    list = nil
    flows[flowIndex].append(text: open.text())
  }

  /// An `input`: a box with its mark, or the value of a text field. Buttons and files say nothing.
  mutating func addInput() {
    let kind = scanner.value("type").map { PackedName(decoding: $0) } ?? PackedName("text")
    switch kind {
    case PackedName("checkbox"), PackedName("radio"):
      let isChecked = scanner.attributes.contains { $0.name == Self.checked }
      flows[flowIndex].append(words: isChecked ? "☑" : "☐")
    case PackedName("button"), PackedName("submit"), PackedName("reset"), PackedName("image"),
      PackedName("file"), PackedName("password"), PackedName("hidden"):
      break
    default:
      let name = PackedName("value")
      guard let attribute = scanner.attributes.first(where: { $0.name == name }) else { return }
      let page = scanner.bytes
      flows[flowIndex].appendPreformatted(page.span, attribute.value)
    }
  }

  private static let selected = PackedName("selected")
  private static let checked = PackedName("checked")
}

extension PackedName {
  init(decoding bytes: ArraySlice<UInt8>) {
    for byte in bytes.prefix(16) where byte > 0x20 { append(byte) }
  }
}
