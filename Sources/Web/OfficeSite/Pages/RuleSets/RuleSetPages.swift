// The rule sets, to be read: what holds where and when, with its sources.
import Design
import HTTP
import OfficeOperations
import Operations
import Permissions
import Quantities
import Review
import RuleSets

extension OfficePages {
  @Sendable func ruleSetsPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let query = try request.target.query()
    let names = RuleChoiceForm.fields
    let typed = Answers(names.compactMap { name in query[name].map { (name, $0) } })
    return try await ruleSetsPage(request, context, typed, isFresh: true).response()
  }

  func ruleSetsPage(
    _ request: Request, _ context: OfficeContext, _ typed: Answers, isFresh: Bool
  ) async throws -> Page {
    let signedIn = try context.person()
    try demand(.readRuleSets, of: signedIn)
    let rows = try ShippedRuleSets.identifiers.compactMap { identifier -> ListTable.Row? in
      guard let set = try RuleSetLibrary().load(identifier) else { return nil }
      return .init(
        Lead(set.head.title, Routes.ruleSet(identifier), below: identifier),
        [Words(set.head.region), Words(set.head.yearsText), Words(set.head.kindsText)])
    }
    let table = ListTable(
      OfficeWording.ruleSets,
      columns: [
        .init(RuleSetsWording.name), .init(RuleSetsWording.region), .init(RuleSetsWording.years),
        .init(RuleSetsWording.kinds),
      ], rows: rows)
    var content = Outcome.notices(request) + typed.notices(besides: Set(RuleChoiceForm.fields))
    content.append(Paragraph(.second, RuleSetsWording.lede))
    content.append(Panel(nil, isPadded: false, [table]))
    content += try await choicePanels(context, typed, isFresh: isFresh)
    return try await page(
      OfficeWording.ruleSets, request, context, here: Routes.ruleSets(),
      pageBar: PageBar(OfficeWording.ruleSets), content: [Frame(content)])
  }

  @Sendable func ruleSetPage(
    _ request: Request, _ context: OfficeContext, identifier: String
  ) async throws -> Response {
    try demand(.readRuleSets, of: try context.person())
    guard ShippedRuleSets.identifiers.contains(identifier),
      let set = try RuleSetLibrary().load(identifier)
    else { throw Refusal.notFound }
    let typed = try request.target.query()["year"]
    let year = typed.flatMap { FiscalYear(Int($0) ?? 0) }
    let listing = RuleListing(set, year: year?.year)
    let finder = Finder(
      action: Routes.ruleSet(identifier), name: "year", label: RuleSetsWording.year,
      value: year?.description ?? "")
    var head = Panel(RuleSetsWording.head, [Facts(facts(of: listing.ruleSet))])
    head.buttons = [finder]
    return try await page(
      set.head.title, request, context, here: Routes.ruleSets(),
      pageBar: PageBar(
        set.head.title, back: Destination(OfficeWording.ruleSets, Routes.ruleSets()),
        beside: year.map { [Tag(.plain, YearsWording.title($0))] } ?? []),
      content: [
        Frame([
          head, weightsPanel(listing.ruleSet), parametersPanel(listing.ruleSet), rulesPanel(listing),
        ])
      ]
    ).response()
  }

  private func facts(of set: RuleSet) -> [(name: String, value: String)] {
    let head = set.head
    var facts = [
      (name: RuleSetsWording.identifier, value: head.identifier),
      (name: RuleSetsWording.region, value: head.region),
      (name: RuleSetsWording.years, value: head.yearsText),
      (name: RuleSetsWording.kinds, value: head.kindsText),
      (name: RuleSetsWording.source, value: head.source),
    ]
    if let extends = head.extends { facts.append((RuleSetsWording.extends, extends)) }
    if let choice = set.treeChoice {
      facts.append(
        (RuleSetsWording.tree, RuleSetsWording.tree(choice.value, from: choice.fromYear, choice.source)))
    }
    return facts
  }

  private func weightsPanel(_ set: RuleSet) -> Panel {
    Panel(
      RuleSetsWording.weights, isPadded: false,
      [
        ListTable(
          RuleSetsWording.weights,
          columns: [
            .init(RuleSetsWording.scheme), .init(RuleSetsWording.points), .init(RuleSetsWording.since),
            .init(RuleSetsWording.source),
          ],
          rows: set.weights.map { entry in
            .init(
              Words(entry.key),
              [
                Words(entry.value.text), Words(RuleSetsWording.since(entry.fromYear)), Words(entry.source),
              ])
          })
      ])
  }

  private func parametersPanel(_ set: RuleSet) -> Panel {
    let rows = RuleParameter.allCases.compactMap { parameter -> ListTable.Row? in
      guard let entry = set.entry(of: parameter) else { return nil }
      let about = parameter.description
      return .init(
        Lead(about.label, nil, below: about.meaning),
        [
          Words("\(entry.value)\(about.unit)"), Words(about.rules.joined(separator: " ")),
          Words(RuleSetsWording.since(entry.fromYear)),
          TwoLines(entry.source, below: entry.ruleSet),
        ])
    }
    return Panel(
      RuleSetsWording.parameters, isPadded: false,
      [
        ListTable(
          RuleSetsWording.parameters,
          columns: [
            .init(RuleSetsWording.name), .init(RuleSetsWording.value, isNumber: true),
            .init(RuleSetsWording.rules), .init(RuleSetsWording.since), .init(RuleSetsWording.source),
          ], rows: rows)
      ])
  }

  private func rulesPanel(_ listing: RuleListing) -> Panel {
    let rows = listing.rules.map { listed -> ListTable.Row in
      let rule = listed.rule
      let severity: any Component =
        listed.offReason.map { TwoLines(RuleSetsWording.off, below: $0) }
        ?? Words(RuleReferenceWording.severity(listed.severity))
      return .init(
        Words(rule.code),
        [
          Lead(rule.title, nil, below: rule.why), severity,
          Words(RuleReferenceWording.dimension(rule.dimension)), Words(rule.source),
        ])
    }
    return Panel(
      RuleSetsWording.rules, note: RuleSetsWording.count(listing.rules.count), isPadded: false,
      [
        ListTable(
          RuleSetsWording.rules,
          columns: [
            .init(RuleSetsWording.code), .init(RuleSetsWording.rule), .init(RuleSetsWording.severity),
            .init(RuleSetsWording.dimension), .init(RuleSetsWording.source),
          ], rows: rows)
      ])
  }
}
