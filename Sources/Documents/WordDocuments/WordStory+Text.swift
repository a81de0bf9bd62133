// Text of the story: runs, tabs, breaks, symbols, and what of it is hidden.
internal import OfficePackages
internal import Tables

extension WordStory {
  /// Takes text; it counts only inside `w:t`.
  mutating func text(_ xml: borrowing XMLScanner) throws(ReadingError) {
    if isCollecting, skipDepth == 0 { try xml.appendText(to: &flows[level].bytes) }
  }

  mutating func startText(_ xml: borrowing XMLScanner) {
    isCollecting = true
    textStart = flows[level].bytes.count
    keepsBlanks = xml.attribute("space")?.isEqual("preserve") ?? false
  }

  /// In a formula blanks always count.
  mutating func startFormulaText() {
    isCollecting = true
    textStart = flows[level].bytes.count
    keepsBlanks = true
  }

  mutating func endText() {
    guard isCollecting else { return }
    isCollecting = false
    textStart = min(textStart, flows[level].bytes.count)
    if !keepsBlanks { dropOuterBlanks() }
    guard textStart < flows[level].bytes.count else { return }
    guard isVisible(insideFieldMark: false) else {
      flows[level].bytes.removeSubrange(textStart...)
      return
    }
    contentCount += 1
    for index in textStart..<flows[level].bytes.count where flows[level].bytes[index] == 0x0A {
      // A raw line break in the file is a blank in print; only `w:br` breaks a line.
      flows[level].bytes[index] = 0x20
    }
    if run.isRaised { RaisedDigits.raise(&flows[level].bytes, from: textStart) }
    if let font = run.symbolFont { font.respell(&flows[level].bytes, from: textStart) }
  }

  /// Blanks around the text of `w:t` are layout of the file unless `xml:space` keeps them.
  private mutating func dropOuterBlanks() {
    while flows[level].bytes.count > textStart, let last = flows[level].bytes.last, last <= 0x20 {
      flows[level].bytes.removeLast()
    }
    var start = textStart
    while start < flows[level].bytes.count, flows[level].bytes[start] <= 0x20 { start += 1 }
    if start > textStart { flows[level].bytes.removeSubrange(textStart..<start) }
  }

  /// Whether text at this place is printed; tells why not where it is not.
  private mutating func isVisible(insideFieldMark: Bool) -> Bool {
    if run.isHidden {
      notes.hasHiddenText = true
      return false
    }
    if run.isStruck {
      notes.hasStruckText = true
      return false
    }
    if placeholderDepth > 0 {
      notes.hasPlaceholders = true
      return false
    }
    return !fields.isInInstruction(insideMark: insideFieldMark)
  }

  /// Adds characters that stand for an element of the run.
  mutating func emit(_ text: StaticString, insideFieldMark: Bool = false) {
    guard isVisible(insideFieldMark: insideFieldMark) else { return }
    flows[level].bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func emit(_ text: String, insideFieldMark: Bool = false) {
    guard !text.isEmpty, isVisible(insideFieldMark: insideFieldMark) else { return }
    contentCount += 1
    flows[level].bytes.append(contentsOf: text.utf8)
  }

  /// Elements inside a run, and of form fields inside a field mark.
  mutating func startRunContent(_ name: WordName, _ xml: borrowing XMLScanner) throws(ReadingError) {
    switch name {
    case .tab: emit("\t")
    case .lineBreak: emit("\n")
    case .noBreakHyphen: emit("-")
    case .symbol: startSymbol(xml)
    case .fieldChar:
      guard let type = xml.attribute("fldCharType") else { return }
      if type.isEqual("begin") {
        fields.begin(limit: limits.depthMax)
      } else if type.isEqual("separate") {
        fields.separate()
      } else if type.isEqual("end") {
        fields.end()
      }
    case .checkBox: fields.startCheckBox()
    case .checked: fields.isChecked = xml.attribute("val")?.isOn ?? true
    case .defaultValue:
      let value = xml.attribute("val")
      fields.setDefault(isOn: value?.isOn ?? true, number: value?.wholeNumber)
    case .dropDownList: fields.startList()
    case .result: fields.choose(xml.attribute("val")?.wholeNumber)
    case .listEntry: fields.addEntry(try xml.text(of: "val") ?? "")
    default: break
    }
  }

  mutating func endCheckBox() {
    if let isChecked = fields.endCheckBox() { emit(isChecked ? "☑" : "□", insideFieldMark: true) }
  }

  mutating func endDropDownList() {
    if let choice = fields.endList() { emit(choice, insideFieldMark: true) }
  }

  private mutating func startSymbol(_ xml: borrowing XMLScanner) {
    guard let code = xml.attribute("char"),
      let number = UInt32(String(decoding: code, as: UTF8.self), radix: 16)
    else { return }
    let font = xml.attribute("font").flatMap { SymbolFont(name: $0) }
    emit(SymbolFont.character(number, in: font))
  }
}
