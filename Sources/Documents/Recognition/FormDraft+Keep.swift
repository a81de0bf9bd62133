// Keeps a label's value in the draft, as the field's sort wants it.
import Findings
import FormVocabulary
import Model

extension FormDraft {
  /// Keeps a text as the value of a field.
  /// - Parameter scale: the unit of money that the surroundings print; the label's own wins.
  mutating func keep(
    _ field: FieldTerm, label: LabelText, text: String, place: Place?, confidence: Int = 90,
    scale: MoneyScale? = nil
  ) {
    note(field, year: label.year.map { PrintedYear($0, place: place) })
    switch field {
    case .moneyUnit:
      return
    case .unit where MoneyScale(unitNote: LabelText.folded(text)) != nil:
      self.scale = self.scale ?? MoneyScale(unitNote: LabelText.folded(text))
    case .fiscalYear:
      labelYear = Amount.years(in: text).first.map { PrintedYear($0, place: place) } ?? labelYear
    case .approvalOf(let authority):
      set("approval/authority", authority, place: place, confidence: confidence)
      set("approval/opinion", text, place: place, confidence: confidence)
    case .group(.funds):
      if let pair = LabelledPairs.amount(text), let field = pair.meaning.field {
        keep(
          field, label: pair.label, text: pair.value, place: place, confidence: confidence,
          scale: label.moneyScale ?? scale)
        return
      }
      guard Amount.looksNumeric(text) else { return }
      setAmount(
        "budget/total", money(text, scale: label.moneyScale ?? scale ?? self.scale, place: place),
        place: place, confidence: confidence)
    case .fiscalPart:
      let money = self.money(text, scale: label.moneyScale ?? scale ?? self.scale, place: place)
      if let money, fiscalParts[label.key] == nil { fiscalParts[label.key] = (money, place) }
    case .department, .unit, .departmentCode, .unitCode:
      keepParty(field, label: label, text: text, place: place, confidence: confidence)
    case .grade:
      set("grade", CheckBoxes.chosen(in: text) ?? text, place: place, confidence: confidence)
    case .totalScore:
      keepScore(text, place: place, confidence: confidence)
    default:
      guard let path = field.path else { return }
      switch field.sort {
      case .money:
        let money = self.money(text, scale: label.moneyScale ?? scale ?? self.scale, place: place)
        setAmount(label.isYearly ? path + "OfYear" : path, money, place: place, confidence: confidence)
        if let year = label.year { setAmount("\(path)@\(year)", money, place: place, confidence: confidence) }
        if field == .budgetTotal || field == .budgetWhole {
          keepShares(of: text, label: label, place: place, scale: scale)
        }
      case .year: setNumber(path, Amount.years(in: text).first, place: place, confidence: confidence)
      case .number: setNumber(path, Amount.count(text), place: place, confidence: confidence)
      case .text:
        set(path, text, place: place, confidence: confidence)
        if field.isGoal, let year = label.year {
          set("\(path)@\(year)", text, place: place, confidence: confidence)
        }
      }
    }
  }

  /// 单位编码（单位名称） and 主管部门及代码 ask for both in one text; elsewhere the name is parted at the end.
  private mutating func keepParty(
    _ field: FieldTerm, label: LabelText, text: String, place: Place?, confidence: Int
  ) {
    guard let path = field.path else { return }
    let text = CleanText.withoutSealMark(text)
    // the project's own unit counts where both are printed
    if field == .unit, label.key.begins("组织") {
      set("unit/organiser", text, place: place, confidence: confidence)
      return
    }
    let asksForCode = label.fullKey.holds("代码") || label.fullKey.holds("编码")
    guard asksForCode, let party = CodedName.party(text, hasCode: true), let code = party.code else {
      set(path, text, place: place, confidence: confidence)
      return
    }
    let who = field == .unit || field == .unitCode ? "unit" : "department"
    set("\(who)/code", code, place: place, confidence: confidence)
    if let name = party.name { set("\(who)/name", name, place: place, confidence: confidence) }
  }

  /// The shares that a total names in its own sentence: `12万元，其中：财政拨款10万元，其他资金2万元`.
  private mutating func keepShares(of text: String, label: LabelText, place: Place?, scale: MoneyScale?) {
    // 90万元（财政拨款80万元，其他资金10万元） says as much
    guard let start = text.firstRange(ofText: "其中") ?? text.firstIndex(of: "（") else { return }
    let scale = Amount.scale(in: String(text[..<start])) ?? label.moneyScale ?? scale
    let shares = text[start...].drop { "（其中".contains($0) }
    for part in shares.split(whereSeparator: { "，,；;、。\n）".contains($0) }) {
      guard let figure = part.firstIndex(where: \.isDigit) else { continue }
      var name = String(part[..<figure])
      while let last = name.last, "：:为是 ".contains(last) { name.removeLast() }
      while let first = name.first, "：: ".contains(first) { name.removeFirst() }
      guard let reading = LabelReading.of(name), let field = reading.meaning.field,
        field == .fiscal || field == .fiscalPart || field == .other
      else { continue }
      keep(
        field, label: reading.label, text: String(part[figure...]), place: place, confidence: 85, scale: scale
      )
    }
  }

  /// A total, perhaps with its grade: `96分（优）`.
  private mutating func keepScore(_ text: String, place: Place?, confidence: Int) {
    guard let score = Amount.decimal(text) else {
      if Amount.isBroken(text) { findings.append(RecognitionWording.brokenScore(text, place: place)) }
      return
    }
    set("totalScore", score, place: place, confidence: confidence)
    let words = LabelText.folded(text).split { !$0.isLetter || $0 == "分" }
    if let grade = words.lazy.compactMap({ Grades.grade(String($0)) }).first {
      set("grade", grade, place: place, confidence: 80)
    }
  }

  /// What a label tells of the form, whatever its value is.
  mutating func note(_ field: FieldTerm, year: PrintedYear?) {
    switch field {
    case .projectName, .projectParentName, .projectCode, .category, .tier: hasProjectLabel = true
    case .departmentName, .staff, .subordinateUnits: hasDepartmentLabel = true
    case .actualGoal: hasActualColumn = true
    case .budgetTotal, .annualGoal, .fiscal, .fiscalYear: labelYear = labelYear ?? year
    default: break
    }
  }
}
