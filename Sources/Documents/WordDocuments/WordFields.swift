// Fields of the story: what is instruction and what is result, and form fields that print without a result.

/// The fields that are open, and the form field whose definition is being read.
struct WordFields {
  /// For each open field: whether its instruction is being read (text there is not printed).
  private var areInstructions: [Bool] = []
  private var instructionCount = 0
  private var isInCheckBox = false
  private var isInList = false
  private var defaultChecked = false
  private var defaultChoice: Int?
  private var choice: Int?
  private var entries: [String] = []
  /// Entries of a list; word processors allow 25.
  private static let entriesMax = 1_000

  /// What `w:checked` says; nil where it is absent.
  var isChecked: Bool?

  mutating func begin(limit: Int) {
    guard areInstructions.count < limit else { return }
    areInstructions.append(true)
    instructionCount += 1
  }

  mutating func separate() {
    guard let last = areInstructions.last, last else { return }
    areInstructions[areInstructions.count - 1] = false
    instructionCount -= 1
  }

  mutating func end() {
    if areInstructions.popLast() == true { instructionCount -= 1 }
  }

  /// Instructions do not run over paragraphs; a field without its marks must not swallow the rest of the
  /// document.
  mutating func endParagraph() {
    guard instructionCount > 0 else { return }
    areInstructions.removeAll { $0 }
    instructionCount = 0
  }

  /// - Parameter insideMark: for what stands inside the mark that begins a field: that field does not hide
  ///   it.
  func isInInstruction(insideMark: Bool) -> Bool {
    instructionCount > (insideMark ? 1 : 0)
  }

  // MARK: Form fields

  mutating func startCheckBox() {
    isInCheckBox = true
    isChecked = nil
    defaultChecked = false
  }

  /// Whether the box is ticked; nil where none was open.
  mutating func endCheckBox() -> Bool? {
    defer { isInCheckBox = false }
    return isInCheckBox ? isChecked ?? defaultChecked : nil
  }

  mutating func setDefault(isOn: Bool, number: Int?) {
    if isInCheckBox { defaultChecked = isOn }
    if isInList { defaultChoice = number }
  }

  mutating func startList() {
    isInList = true
    defaultChoice = nil
    choice = nil
    entries = []
  }

  mutating func choose(_ index: Int?) {
    if isInList { choice = index }
  }

  mutating func addEntry(_ text: String) {
    if isInList, entries.count < Self.entriesMax { entries.append(text) }
  }

  /// The entry that is shown: the chosen one, else the default, else the first.
  mutating func endList() -> String? {
    defer {
      isInList = false
      entries = []
    }
    let index = choice ?? defaultChoice ?? 0
    guard isInList, entries.indices.contains(index) else { return nil }
    return entries[index]
  }
}
