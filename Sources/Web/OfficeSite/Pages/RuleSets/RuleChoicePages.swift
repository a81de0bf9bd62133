// Which rule set and layout count where: what was chosen, and the form in which an administrator chooses.
import Design
import Forms
import HTTP
import Model
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records
import RuleSets

/// The fields of the form.
enum RuleChoiceForm {
  static let fields = ["organisation", "year", "kind", "set", "layout"]
}

extension OfficePages {
  @Sendable func chooseRuleSet(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    do throws(OfficeRefusal) {
      try demand(.changeRuleSets, of: signedIn)
      try await choice(in: form).run(in: office, by: signedIn)
    } catch {
      let answers = try await again(form, after: error, about: "", by: [.ruleSetChoose])
      return try await ruleSetsPage(request, context, answers, isFresh: false).response(error.status)
    }
    return .redirect(to: Outcome.ruleSetChosen.on(Routes.ruleSets()))
  }

  private func choice(in form: FormFields) throws(OfficeRefusal) -> ChooseRuleSet {
    var faults: [FieldFault] = []
    let organisation = OrganisationID(form["organisation"] ?? "")
    if organisation == nil { faults.append(FieldFault("organisation", PeopleWording.chooseOrganisation)) }
    let year = form["year"].flatMap { Int($0) }.flatMap { FiscalYear($0) }
    if year == nil { faults.append(FieldFault("year", RuleSetsWording.chooseYear)) }
    let kind = FormKind(rawValue: form["kind"] ?? "")
    if kind == nil { faults.append(FieldFault("kind", RuleSetsWording.chooseKind)) }
    guard let organisation, let year, let kind else { throw .fields(faults) }
    // The form names what it is about, so only now is it known whether there is a choice already.
    let isOther = form["was"] != "\(organisation) \(year) \(kind.rawValue)"
    return ChooseRuleSet(
      organisation: organisation, year: year, kind: kind, ruleSet: form["set"] ?? "",
      layout: FormLayout(rawValue: form["layout"] ?? ""),
      revision: isOther ? 0 : form["revision"].flatMap { Int64($0) } ?? 0)
  }

  /// What was chosen, and for those who may change it the form.
  func choicePanels(
    _ context: OfficeContext, _ typed: Answers, isFresh: Bool
  ) async throws -> [any Component] {
    let signedIn = try context.person()
    let regions = try await office.read { records in
      try records.organisations(under: nil).map(\.value).filter { $0.kind == .region }
    }
    let choices = try await ListRuleChoices().run(in: office, by: signedIn)
    let mayChange = signedIn.mayDoSomewhere(.changeRuleSets)
    var panels: [any Component] = [chosenPanel(choices, regions, mayChange: mayChange)]
    guard mayChange else { return panels }
    let years = try await ListYears().run(in: office, by: signedIn).map(\.year.value).filter(\.isOpen)
      .map(\.year)
    guard !years.isEmpty else { return panels }
    panels.append(
      Panel(
        RuleSetsWording.choose,
        [try choiceForm(context, typed, isFresh: isFresh, regions, years, choices)]))
    return panels
  }

  private func chosenPanel(
    _ choices: [RuleChoice], _ regions: [Organisation], mayChange: Bool
  ) -> Panel {
    guard !choices.isEmpty else {
      return Panel(
        RuleSetsWording.choice, isPadded: false,
        [EmptyPlace(RuleSetsWording.nothingChosen, RuleSetsWording.choiceNote)])
    }
    let rows = choices.map { choice -> ListTable.Row in
      let region = regions.first { $0.path.region == choice.region }
      let link = Routes.ruleSets().with([
        ("organisation", region?.id.description ?? ""), ("year", choice.year.description),
        ("kind", choice.kind.rawValue),
      ])
      return ListTable.Row(
        Words(region?.label ?? choice.region.digits),
        [
          Words(choice.year.description), Words(ClerkWording.kind(choice.kind)),
          Lead(Self.title(of: choice.ruleSet), Routes.ruleSet(choice.ruleSet)),
          Words(choice.layout?.name ?? RuleSetsWording.byRuleSet),
          mayChange ? Button.small(RuleSetsWording.change, .go(link)) : Words(""),
        ])
    }
    return Panel(
      RuleSetsWording.choice, note: RuleSetsWording.choiceNote, isPadded: false,
      [
        ListTable(
          RuleSetsWording.choice,
          columns: [
            .init(RuleSetsWording.region), .init(RuleSetsWording.chosenYear), .init(RuleSetsWording.kinds),
            .init(RuleSetsWording.set), .init(RuleSetsWording.layout), .init(""),
          ], rows: rows)
      ])
  }

  private static func title(of identifier: String) -> String {
    ((try? RuleSetLibrary().load(identifier)) ?? nil)?.head.title ?? identifier
  }

  private func choiceForm(
    _ context: OfficeContext, _ typed: Answers, isFresh: Bool, _ regions: [Organisation],
    _ years: [FiscalYear], _ choices: [RuleChoice]
  ) throws -> PageForm {
    var answers = typed
    let region = regions.first { $0.id.description == typed["organisation"] } ?? regions.first
    let kind = FormKind(rawValue: typed["kind"]) ?? .projectTarget
    let year = years.first { $0.description == typed["year"] } ?? years[0]
    let stored = choices.first { $0.region == region?.path.region && $0.year == year && $0.kind == kind }
    answers.fields = FormFields([
      ("organisation", region?.id.description ?? ""), ("year", year.description), ("kind", kind.rawValue),
      ("set", isFresh ? stored?.ruleSet ?? "" : typed["set"]),
      ("layout", isFresh ? stored?.layout?.rawValue ?? "" : typed["layout"]),
      ("revision", typed["revision"]),
    ])
    answers.now = [("set", stored?.ruleSet ?? ""), ("layout", stored?.layout?.rawValue ?? "")]
    let isShownNow = isFresh || answers.isStale
    return PageForm(
      Routes.ruleSets(), try context.formToken(),
      [
        Hidden(
          "was",
          isShownNow ? "\(region?.id.description ?? "") \(year) \(kind.rawValue)" : typed["was"]),
        Hidden("revision", answers.revision(orNow: stored?.revision ?? 0)),
        Questions(
          [
            answers.select(
              "organisation", RuleSetsWording.region,
              regions.map { (value: $0.id.description, text: $0.label) }),
            answers.select(
              "year", RuleSetsWording.chosenYear,
              years.map { (value: $0.description, text: $0.description) }),
            answers.select(
              "kind", RuleSetsWording.kinds,
              FormKind.allCases.map { (value: $0.rawValue, text: ClerkWording.kind($0)) }),
            answers.select(
              "set", RuleSetsWording.set,
              [(value: "", text: RuleSetsWording.byCode)]
                + ShippedRuleSets.identifiers.map { (value: $0, text: Self.title(of: $0)) }),
            answers.select(
              "layout", RuleSetsWording.layout,
              [(value: "", text: RuleSetsWording.byRuleSet)]
                + FormLayout.allCases.filter(\.showsRecord).map { (value: $0.rawValue, text: $0.name) }),
          ], isPaired: true),
        Buttons([Button.send(RuleSetsWording.choose)]),
      ])
  }
}
