// Plants flaws into target forms; each changes cells and never adds or removes a row.
import Model
import Quantities

extension PlantedFlaw {
  /// Plants the flaw; false, and nothing changed, where the form has no place for it.
  func plant(in form: inout WrittenTarget, _ random: inout SampleRandom) -> Bool {
    switch self {
    case .missingValue, .bareNumber, .vagueValue, .wordySatisfaction, .countedShare, .shareAmongQuantities,
      .countAmongQualities, .timelessTimeliness, .lowBar, .foreignYear:
      plantInRow(&form, &random)
    case .executionAsCost, .rewardedSpending, .incomeAsCost, .unaffordable: plantInMoney(&form, &random)
    case .unfinished, .numberlessGoal, .copiedGoal, .wrongWeights, .reversedYears, .leftoverMarkup,
      .yearBeyondPeriod,
      .fallingPlan:
      plantInWhole(&form, &random)
    case .copiedFromLastYear, .unbalancedBudget, .fullMarks, .unexplainedExcess, .unexplainedMiss,
      .wrongTotal,
      .unexplainedSavings, .unfoundedCertainty:
      false
    }
  }

  private func plantInRow(_ form: inout WrittenTarget, _ random: inout SampleRandom) -> Bool {
    let place = place
    let rows = form.categories.indices.filter { row in
      place.categories.contains(form.categories[row])
        && place.fits(form.target.indicators[row])
    }
    guard let row = random.element(of: rows) else { return false }
    var indicator = form.target.indicators[row]
    switch self {
    case .missingValue: indicator.setValues(nil)
    case .bareNumber: indicator.setValues(indicator.annualValue?.replacing(SamplesWords.percent, with: ""))
    case .vagueValue:
      indicator.name = random.element(of: FlawWording.vagueNames)
      indicator.setValues(random.element(of: FlawWording.vagueValues))
    case .wordySatisfaction: indicator.setValues(random.element(of: FlawWording.satisfied))
    case .countedShare: indicator.setValues(random.element(of: FlawWording.counts))
    case .shareAmongQuantities:
      indicator.name = random.element(of: FlawWording.shareNames)
      indicator.setValues("≥95%")
    case .countAmongQualities:
      indicator.name = random.element(of: FlawWording.countNames)
      indicator.setValues("≥\(random.number(in: 3...6) * 10)人")
    case .timelessTimeliness:
      indicator.name = FlawWording.timelessName
      indicator.setValues(FlawWording.timely)
    case .lowBar: indicator.setValues("≥\(random.number(in: 60...75))%")
    case .foreignYear:
      let year = form.target.fiscalYear ?? 0
      indicator.annualValue = indicator.annualValue?.replacing(String(year), with: String(year - 2))
    default: return false
    }
    form.target.indicators[row] = indicator
    return true
  }

  private struct Place {
    var categories: Set<SampleCategory>
    var fits: (Indicator) -> Bool = { _ in true }
  }

  /// Rows into which a flaw of one row fits.
  private var place: Place {
    let isShare: (Indicator) -> Bool = {
      $0.annualValue?.contains("≥") == true && $0.annualValue?.last == "%"
    }
    switch self {
    case .missingValue, .vagueValue: return Place(categories: [.social, .ecological])
    case .bareNumber: return Place(categories: [.quality, .social], fits: isShare)
    case .wordySatisfaction, .lowBar: return Place(categories: [.satisfaction])
    case .countedShare:
      return Place(categories: [.social]) { isShare($0) && $0.name?.last == FlawWording.shareEnd }
    case .shareAmongQuantities: return Place(categories: [.quantity])
    case .countAmongQualities: return Place(categories: [.quality])
    case .timelessTimeliness: return Place(categories: [.timeliness])
    case .foreignYear:
      return Place(categories: [.timeliness]) {
        $0.annualValue.flatMap { PromisedValue($0) }?.deadline != nil
      }
    default: return Place(categories: [])
    }
  }

  private func plantInMoney(_ form: inout WrittenTarget, _ random: inout SampleRandom) -> Bool {
    guard let row = form.categories.firstIndex(of: .cost) else { return false }
    switch self {
    case .executionAsCost:
      form.target.indicators[row].name = FlawWording.executionRate
      form.target.indicators[row].setValues("≥\(random.number(in: 90...98))%")
    case .rewardedSpending:
      let value = form.target.indicators[row].annualValue?.replacing("≤", with: "≥")
      form.target.indicators[row].setValues(value)
    case .incomeAsCost:
      form.target.indicators[row].name = random.element(of: FlawWording.incomeNames)
      form.target.indicators[row].setValues("≥\(random.number(in: 2...9))0000元")
    case .unaffordable: return plantUnaffordable(&form, &random)
    default: return false
    }
    return true
  }

  /// A digit too many in the quantity, as it happens when figures are copied.
  private func plantUnaffordable(_ form: inout WrittenTarget, _ random: inout SampleRandom) -> Bool {
    guard form.categories.count(where: { $0 == .cost }) == 1,
      let row = form.categories.firstIndex(of: .cost),
      let price = form.target.indicators[row].annualValue.flatMap({ PromisedValue($0) })?.tenths,
      let total = form.target.budget.total, price > 0
    else { return false }
    let wanted = Int(total.fen) / 10 / price
    let quantity = form.categories.indices.first { place in
      guard form.categories[place] == .quantity,
        let value = form.target.indicators[place].annualValue.flatMap({ PromisedValue($0) })
      else { return false }
      // The quantity that, with the price, explains the budget.
      let tenths = (value.tenths ?? 0) / 10
      return tenths > 0 && tenths <= wanted && tenths * 115 >= wanted * 100
    }
    guard let quantity, let printed = form.target.indicators[quantity].annualValue,
      let value = PromisedValue(printed), let tenths = value.tenths
    else { return false }
    let factor = random.number(in: 3...10)
    form.target.indicators[quantity].annualValue = printed.replacing(
      value.text(tenths), with: value.text(tenths * factor))
    if let period = form.target.indicators[quantity].periodValue, let whole = PromisedValue(period),
      let sum = whole.tenths
    {
      form.target.indicators[quantity].periodValue = period.replacing(
        whole.text(sum), with: whole.text(sum * factor))
    }
    return true
  }

  private func plantInWhole(_ form: inout WrittenTarget, _ random: inout SampleRandom) -> Bool {
    let spansYears =
      form.target.project.startYear.flatMap { start in form.target.project.endYear.map { $0 > start } }
      == true
    switch self {
    case .unfinished:
      form.target.goals.annual = nil
      for row in form.target.indicators.indices.suffix(random.number(in: 2...4)) {
        form.target.indicators[row].setValues(nil)
      }
    case .numberlessGoal:
      form.target.goals.annual = FlawWording.numberlessGoal(form.target.project.name ?? "")
    case .copiedGoal:
      guard spansYears else { return false }
      form.target.goals.annual = form.target.goals.period
    case .wrongWeights:
      guard let row = random.element(of: Array(form.target.indicators.indices)),
        form.target.indicators[row].weight != nil
      else { return false }
      form.target.indicators[row].weight = String(random.number(in: 21...25))
    case .reversedYears:
      guard let start = form.target.project.startYear else { return false }
      form.target.project.endYear = start - 1
    case .leftoverMarkup:
      form.target.goals.annual = form.target.goals.annual.map { "<p>\($0)</p>" }
    case .yearBeyondPeriod: return plantYearBeyondPeriod(&form)
    case .fallingPlan:
      guard form.target.spendingPlan.count == 4 else { return false }
      form.target.spendingPlan[2].percent = "10"
    default: return false
    }
    return true
  }

  /// Goal and values of the year before, and a quarter more money; false where a deadline tells the year.
  static func copy(_ last: ProjectTarget, into form: inout WrittenTarget) -> Bool {
    guard let lastYear = last.fiscalYear, let total = last.budget.total,
      last.indicators.count == form.target.indicators.count,
      last.indicators.allSatisfy({ $0.annualValue?.contains(String(lastYear)) == false }),
      let more = Money(fen: total.fen / 40_000 * 10_000).adding(total)
    else { return false }
    var copied = form.target
    for row in copied.indicators.indices {
      let name = copied.indicators[row].name
      guard let old = last.indicators.first(where: { $0.name == name }) else {
        return false
      }
      copied.indicators[row].annualValue = old.annualValue
      copied.indicators[row].periodValue = old.periodValue
    }
    // The old year stays in the goal, as it does when a form is copied in a hurry.
    copied.goals.annual = last.goals.annual
    copied.budget.total = more
    copied.budget.fiscal = more
    copied.budget.other = .zero
    form.target = copied
    return true
  }

  private func plantYearBeyondPeriod(_ form: inout WrittenTarget) -> Bool {
    guard let start = form.target.project.startYear, let end = form.target.project.endYear, end > start,
      end != ProjectPattern.openEnd,
      let row = form.categories.indices.first(where: { place in
        let indicator = form.target.indicators[place]
        return form.categories[place] == .quantity && indicator.periodValue != indicator.annualValue
      }),
      let printed = form.target.indicators[row].annualValue, let value = PromisedValue(printed),
      let tenths = value.tenths, tenths >= 40, FlawWording.eventUnits.contains(value.unit)
    else { return false }
    form.target.indicators[row].periodValue = printed.replacing(
      value.text(tenths), with: value.text(tenths / 10 * 3 / 4 * 10))
    return true
  }
}

extension Indicator {
  mutating func setValues(_ value: String?) {
    annualValue = value
    periodValue = value
  }
}
