// A form in the making: texts by field path, each with its place and how sure the reading is.
import Findings
import FormVocabulary
import Model
import Quantities

/// A text taken from the document: where it stood and how sure the reading is, in percent.
struct Located {
  var text: String
  var place: Place?
  var confidence: Int
}

/// A year as printed, and where.
struct PrintedYear {
  var year: Int
  var place: Place?

  init(_ year: Int, place: Place?) {
    self.year = year
    self.place = place
  }
}

/// One indicator in the making.
struct IndicatorDraft {
  var indicator = Indicator()
  var places = FieldSpots()
  var confidence = 98
}

/// A form in the making; what is read first stands, later readings of the same field are ignored.
struct FormDraft {
  var title: Located?
  /// The year of a title's or a line's own, and the one that a label prints.
  var year: PrintedYear?
  var labelYear: PrintedYear?
  var scale: MoneyScale?
  /// The unit that the label of its funds prints, for funds in a table of their own.
  var fundsScale: MoneyScale?
  /// Single sources of fiscal money by their label: the whole of it where there is only one.
  var fiscalParts: [String: (money: Money, place: Place?)] = [:]
  /// Texts by field path of the record, such as `project/name`.
  private(set) var texts: [String: Located] = [:]
  private(set) var amounts: [String: Money] = [:]
  private(set) var numbers: [String: Int] = [:]
  var plan: [(share: PlannedShare, place: Place?)] = []
  var funds: [(row: FundRow, place: Place?)] = []
  var indicators: [IndicatorDraft] = []
  var tasks: [(task: DepartmentTask, place: Place?)] = []
  var subgoals: [(subgoal: Subgoal, place: Place?)] = []
  var measures: [(text: String, place: Place?)] = []
  var findings: [Finding] = []
  /// Signs for the kind of the form.
  var hasProjectLabel = false
  var hasDepartmentLabel = false
  var hasActualColumn = false
  var hasForecastColumn = false
  var hasIndicatorTable = false
  var isFromRunningText = false
  /// The kind that the built form has; nil before it is built.
  var settledKind: FormKind?
  /// Labels met, blank ones too: how much of a form this is.
  var labelCount = 0

  mutating func set(_ path: String, _ text: String, place: Place?, confidence: Int) {
    guard !text.isEmpty, texts[path] == nil else { return }
    texts[path] = Located(text: text, place: place, confidence: confidence)
  }

  mutating func replace(_ path: String, _ text: String?) {
    guard var located = texts[path] else { return }
    guard let text, !text.isEmpty else {
      texts[path] = nil
      return
    }
    located.text = text
    texts[path] = located
  }

  mutating func move(_ path: String, to target: String) {
    guard let located = texts.removeValue(forKey: path), texts[target] == nil else { return }
    texts[target] = located
  }

  mutating func setAmount(_ path: String, _ money: Money?, place: Place?, confidence: Int) {
    guard let money, amounts[path] == nil else { return }
    amounts[path] = money
    texts[path] = Located(text: money.description, place: place, confidence: confidence)
  }

  /// The money printed in a cell; a number that cannot be read as an amount is told and not taken.
  mutating func money(_ text: String, scale: MoneyScale?, place: Place?) -> Money? {
    let money = Amount.money(text, scale: scale)
    if money == nil, Amount.isBroken(text) {
      let finding = RecognitionWording.brokenAmount(text, place: place)
      if !findings.contains(finding) { findings.append(finding) }
    }
    return money
  }

  /// Drops what was read above a table whose rows say it better.
  mutating func forget(_ path: String, where isSaid: Bool) {
    guard isSaid else { return }
    texts[path] = nil
    amounts[path] = nil
  }

  /// Moves an amount, over another one where there is one.
  mutating func moveAmount(_ path: String, to target: String) {
    guard let money = amounts.removeValue(forKey: path) else { return }
    amounts[target] = money
    texts[target] = texts.removeValue(forKey: path)
  }

  mutating func dropAmount(_ path: String) {
    amounts[path] = nil
    texts[path] = nil
  }

  mutating func replaceAmount(_ target: String, by path: String) {
    dropAmount(target)
    moveAmount(path, to: target)
  }

  mutating func setNumber(_ path: String, _ number: Int?, place: Place?, confidence: Int) {
    guard let number, numbers[path] == nil else { return }
    numbers[path] = number
    texts[path] = Located(text: String(number), place: place, confidence: confidence)
  }

  func text(_ path: String) -> String? { texts[path]?.text }

  /// Every text with its path.
  var locatedTexts: [String: Located] { texts }

  /// True while nothing of a form was read.
  var isEmpty: Bool {
    texts.isEmpty && indicators.isEmpty && tasks.isEmpty && funds.isEmpty && subgoals.isEmpty
      && measures.isEmpty
      && !hasIndicatorTable && labelCount == 0
  }

  /// Takes over what another draft read of the same form (a table's continuation).
  mutating func absorb(_ other: FormDraft) {
    for (path, located) in other.texts where texts[path] == nil {
      texts[path] = located
      amounts[path] = other.amounts[path]
      numbers[path] = other.numbers[path]
    }
    title = title ?? other.title
    year = year ?? other.year
    labelYear = labelYear ?? other.labelYear
    scale = scale ?? other.scale
    fiscalParts.merge(other.fiscalParts) { mine, _ in mine }
    plan += other.plan
    funds += other.funds
    indicators += other.indicators
    tasks += other.tasks
    subgoals += other.subgoals
    measures += other.measures
    findings += other.findings
    hasProjectLabel = hasProjectLabel || other.hasProjectLabel
    hasDepartmentLabel = hasDepartmentLabel || other.hasDepartmentLabel
    hasActualColumn = hasActualColumn || other.hasActualColumn
    hasForecastColumn = hasForecastColumn || other.hasForecastColumn
    hasIndicatorTable = hasIndicatorTable || other.hasIndicatorTable
    isFromRunningText = isFromRunningText || other.isFromRunningText
    labelCount += other.labelCount
  }
}
