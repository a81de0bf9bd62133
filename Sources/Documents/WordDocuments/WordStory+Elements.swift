// What each element of the story does when it begins and when it ends.
internal import OfficePackages
internal import Tables

extension WordStory {
  /// Takes the element that has just begun.
  mutating func start(_ xml: borrowing XMLScanner) throws(ReadingError) {
    if skipDepth > 0 {
      skipDepth += 1
      return
    }
    if !hasRoot {
      hasRoot = true
      guard xml.namespace == WordNamespace.word.rawValue, xml.name == WordName.document.rawValue else {
        throw .unknownFormat
      }
      return
    }
    // Most elements are looks (fonts, widths) that nobody asked for.
    guard xml.name != 0, let namespace = WordNamespace(rawValue: xml.namespace),
      let name = WordName(rawValue: xml.name)
    else { return }
    switch namespace {
    case .word: try startWord(name, xml)
    case .math: startMath(name)
    case .compatibility: startAlternate(name)
    }
  }

  /// Takes the element that has just ended.
  mutating func end(_ xml: borrowing XMLScanner) {
    if skipDepth > 0 {
      skipDepth -= 1
      return
    }
    guard xml.name != 0, let namespace = WordNamespace(rawValue: xml.namespace),
      let name = WordName(rawValue: xml.name)
    else {
      return
    }
    switch namespace {
    case .word: endWord(name)
    case .math:
      if name == .text { endText() }
      if name == .run { run.isOpen = false }
    case .compatibility: endAlternate(name)
    }
  }

  private mutating func startWord(_ name: WordName, _ xml: borrowing XMLScanner) throws(ReadingError) {
    switch name {
    case .paragraph: startParagraph()
    case .run: run = Run(isOpen: true)
    case .text: startText(xml)
    case .paragraphProperties: properties = .paragraph
    case .runProperties: startRunProperties()
    case .cellProperties: properties = .cell
    case .rowProperties: properties = .row
    case .table: startTable()
    case .row: startRow()
    case .cell: startCell()
    case .textBox: startTextBox()
    case .skipped: skipDepth = 1
    case .deletion, .movedAway: startDeletion(name, xml)
    case .contentControl: placeholders.append(false)
    case .contentControlProperties: properties = .control
    case .gridColumn: declareColumn()
    case .altChunk: notes.hasForeignChunk = true
    default:
      switch properties {
      case .none: try startRunContent(name, xml)
      case .paragraph: try paragraphProperty(name, xml)
      case .run: runProperty(name, xml)
      case .row: rowProperty(name, xml)
      case .cell: cellProperty(name, xml)
      case .control: if name == .placeholderShown { showPlaceholder(xml) }
      case .paragraphMark: break
      }
    }
  }

  private mutating func endWord(_ name: WordName) {
    switch name {
    case .paragraph: closeParagraph()
    case .run: run.isOpen = false
    case .text: endText()
    case .runProperties: properties = properties == .paragraphMark ? .paragraph : .none
    case .paragraphProperties, .cellProperties, .rowProperties, .contentControlProperties: properties = .none
    case .table, .row, .cell, .textBox: endStructure()
    case .contentControl:
      if placeholders.popLast() == true { placeholderDepth -= 1 }
    case .checkBox: endCheckBox()
    case .dropDownList: endDropDownList()
    default: break
    }
  }

  private mutating func endStructure() {
    switch structures.popLast() {
    case .table: endTable()
    case .row: endRow()
    case .cell: endCell()
    case .textBox: endTextBox()
    case .ignored, nil: break
    }
  }

  private mutating func startMath(_ name: WordName) {
    switch name {
    case .run: run = Run(isOpen: true)
    case .text: startFormulaText()
    case .skipped: skipDepth = 1
    default: break
    }
  }

  // MARK: Properties

  private mutating func startRunProperties() {
    switch properties {
    case .paragraph: properties = .paragraphMark
    case .none where run.isOpen: properties = .run
    default: skipDepth = 1
    }
  }

  private mutating func paragraphProperty(_ name: WordName, _ xml: borrowing XMLScanner) throws(ReadingError)
  {
    guard let value = xml.attribute("val") else { return }
    switch name {
    case .paragraphStyle where level == 0: paragraphStyle = index(ofStyle: try xml.text(of: "val") ?? "")
    case .outlineLevel: outlineLevel = value.wholeNumber
    default: break
    }
  }

  private mutating func runProperty(_ name: WordName, _ xml: borrowing XMLScanner) {
    switch name {
    case .vanish:
      run.isHidden = xml.attribute("val")?.isOn ?? true
    case .struck:
      run.isStruck = xml.attribute("val")?.isOn ?? true
    case .raised:
      run.isRaised = xml.attribute("val")?.isEqual("superscript") ?? false
    case .fonts:
      let font = xml.attribute("ascii")
      run.symbolFont = font.flatMap { SymbolFont(name: $0) }
    default: break
    }
  }

  private mutating func index(ofStyle id: String) -> Int? {
    if let known = styleIDs.lastIndex(of: id) { return known }
    // Documents have a few dozen styles; beyond a bound the search would cost more than a heading is worth.
    guard styleIDs.count < 500 else { return nil }
    styleIDs.append(id)
    return styleIDs.count - 1
  }

  private mutating func declareColumn() {
    guard structures.last == .table, !tables.isEmpty else { return }
    let top = tables.count - 1
    tables[top].grid.declaredColumns = min(tables[top].grid.declaredColumns + 1, limits.columnCountMax)
  }

  // MARK: Deletions, placeholders, alternatives

  /// `w:del` marks a paragraph mark or a row as deleted, or holds the deleted runs.
  private mutating func startDeletion(_ name: WordName, _ xml: borrowing XMLScanner) {
    switch properties {
    case .paragraphMark: isMarkDeleted = true
    case .row: rowProperty(.deletion, xml)
    case .none:
      notes.deletionCount += 1
      skipDepth = 1
    case .paragraph, .run, .cell, .control: break
    }
  }

  private mutating func showPlaceholder(_ xml: borrowing XMLScanner) {
    guard let last = placeholders.last, !last,
      xml.attribute("val")?.isOn ?? true
    else { return }
    placeholders[placeholders.count - 1] = true
    placeholderDepth += 1
  }

  /// Of several alternatives the first that holds anything counts, the others are the same once more.
  private mutating func startAlternate(_ name: WordName) {
    switch name {
    case .alternateContent: alternates.append(Alternate(contentBefore: contentCount, isTaken: false))
    case .choice, .fallback: if alternates.last?.isTaken == true { skipDepth = 1 }
    default: break
    }
  }

  private mutating func endAlternate(_ name: WordName) {
    switch name {
    case .alternateContent: alternates.removeLast(alternates.isEmpty ? 0 : 1)
    case .choice:
      guard let last = alternates.last else { return }
      alternates[alternates.count - 1].isTaken = contentCount > last.contentBefore
    default: break
    }
  }
}
