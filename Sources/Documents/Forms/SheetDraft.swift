// A sheet in the making: it notes which fields of the record it shows, so that what is lost can be told.
import FormSheets
import FormVocabulary
import Model
import Quantities

/// Collects blocks, and the fields that they show.
struct SheetDraft {
  let fields: RecordFields
  let layout: FormLayout
  let options: FormSheetOptions
  var paper = Paper.portrait
  private var blocks: [SheetBlock] = []
  private var held: Set<String> = []
  /// Fields that the sheet shows with another text than the record's.
  private var replaced: [String: String] = [:]

  init(fields: RecordFields, layout: FormLayout, options: FormSheetOptions) {
    self.fields = fields
    self.layout = layout
    self.options = options
  }

  var form: Form { fields.form }

  // MARK: What came of it

  /// The title that is printed: the record's, else the layout's own.
  var title: String { fields["/title"] ?? layout.title(for: form.kind) }

  var sheet: FormSheet {
    let who = fields["/unit/name"] ?? fields["/department/name"]
    return FormSheet(
      title: title, author: who, paper: paper, mark: options.isDraft ? FormWords.draft : nil, blocks: blocks)
  }

  var lossCount: Int { fields.all.count { !held.contains($0.path) } }

  var losses: [FieldLoss] {
    fields.all.filter { !held.contains($0.path) }.map {
      FieldLoss(
        path: String($0.path.dropFirst()), label: FieldWording.label($0.path, in: form), text: $0.text)
    }
  }

  var printedForm: Form {
    fields.form(keeping: held, replacing: replaced)
  }

  // MARK: Blocks

  mutating func add(_ grid: SheetGrid) {
    var grid = grid
    grid.close()
    blocks.append(.grid(grid))
  }

  /// Adds a line that is written into.
  mutating func add(_ text: String, role: TextRole = .body, _ entry: SheetEntry) {
    var part = SheetText(text, role: role)
    part.entry = entry
    blocks.append(.line(SheetLine([part])))
  }

  mutating func add(line parts: SheetText...) { blocks.append(.line(SheetLine(parts))) }

  /// Notes that the sheet shows a field.
  mutating func hold(_ path: String) { held.insert(path) }

  /// Notes that the sheet shows a field with another text, composed of several fields.
  mutating func hold(_ path: String, as text: String) {
    held.insert(path)
    replaced[path] = text
  }

  // MARK: Head

  /// Adds the title, and the year below it where neither title nor labels print it.
  ///
  /// - Parameters:
  ///   - labelsPrintYear: whether a label beside a filled cell prints the year.
  ///   - unit: the money unit that stands at the right of the year's line: 单位：万元.
  mutating func addTitle(labelsPrintYear: Bool = false, unit: String? = nil) {
    if fields["/title"] == nil { hold("/title", as: title) } else { hold("/title") }
    add(line: SheetText(title, role: .title, alignment: .center))
    let year = yearLine(labelsPrintYear: labelsPrintYear)
    if let year { add(line: SheetText(year, role: .subtitle, alignment: .center)) }
    if let unit { add(line: SheetText(unit, role: .note, alignment: .end)) }
  }

  private mutating func yearLine(labelsPrintYear: Bool) -> String? {
    if let titled = FormTitle.year(in: title) {
      // what the title says counts, whatever the record says
      if fields["/fiscalYear"] == String(titled) {
        hold("/fiscalYear")
      } else {
        replaced["/fiscalYear"] = String(titled)
      }
      return nil
    }
    guard let year = fields["/fiscalYear"] else { return nil }
    let line = FormWords.yearLine(year)
    guard FormTitle.yearLine(line).map(String.init) == year else { return nil }
    hold("/fiscalYear")
    return labelsPrintYear ? nil : line
  }

  /// The year for labels such as 2024年度目标; nil where the record has none.
  var year: String? { fields["/fiscalYear"] }
}
