// What other forms tell about one: the same project a year earlier, and the unit's forms of the year.
import FormDrafts
import Forms
import Model
import Organisations
import Quantities
import Records
import Review
import RuleSets

/// The forms around one.
struct FormSurroundings: Sendable {
  let rules: RuleSet
  /// The layout that was chosen; nil for the one that belongs to the rules.
  var layout: FormLayout?
  var lastYear: LastYearForm?
  /// The unit's other project targets of the year, by number.
  var peers: [KnownForm] = []
  /// The unit's project targets of the year before.
  var earlier: [KnownForm] = []
  private var neighbours = FormNeighbours()
  /// The forms that last year is made of.
  fileprivate var past: [KnownForm] = []

  /// Forms of a unit and year that are looked at.
  static let peersMax = 60

  init(rules: RuleSet) { self.rules = rules }

  mutating func add(peer: KnownForm) {
    peers.append(peer)
    if let neighbour = peer.neighbour { neighbours.add(neighbour) }
  }

  /// True where the same is around: remembered forms are the same as long as nobody changed them.
  func isSame(as other: FormSurroundings) -> Bool {
    rules.identifier == other.rules.identifier && Self.areSame(past, other.past)
      && Self.areSame(peers, other.peers) && Self.areSame(earlier, other.earlier)
  }

  private static func areSame(_ left: [KnownForm], _ right: [KnownForm]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { $0 === $1 }
  }

  /// What the rules are told beside the record.
  func context(of record: Form) -> ReviewContext {
    var context = ReviewContext()
    context.lastYear = lastYear?.target
    context.lastOutcome = lastYear?.outcome
    guard case .projectTarget(let target) = record else { return context }
    context.alikeProjects = neighbours.alike(record)
    for peer in peers where peer.category == target.project.category {
      for cost in peer.unitCosts { context.peerUnitCosts[cost.unit, default: []].append(cost.number) }
    }
    for unit in context.peerUnitCosts.keys { context.peerUnitCosts[unit]?.sort(by: <) }
    return context
  }
}

extension RecordView {
  /// The forms around a form.
  ///
  /// - Parameter withEarlier: also the unit's forms of the year before, for suggestions.
  func surroundings(
    of entry: FormEntry, at organisation: Organisation, memory: FormMemory, withEarlier: Bool = false
  ) throws(RecordError) -> FormSurroundings {
    let chosen = try placeRules(at: organisation.path.region, year: entry.year, kind: entry.kind)
    let rules = chosen.rules
    var around = FormSurroundings(rules: rules)
    around.layout = chosen.layout
    (around.lastYear, around.past) = try lastYear(of: entry, rules: rules, memory: memory)
    let kinds: Set<FormKind> = [.projectTarget, .projectMonitoring, .projectSelfEvaluation]
    guard kinds.contains(entry.kind) else { return around }
    for peer in try targets(of: entry.organisation, in: entry.year, rules: rules, memory: memory)
    where peer.entry.id != entry.id {
      around.add(peer: peer)
    }
    if withEarlier, let year = entry.year.previous {
      around.earlier = try targets(of: entry.organisation, in: year, rules: rules, memory: memory)
    }
    return around
  }

  private func targets(
    of organisation: OrganisationID, in year: FiscalYear, rules: RuleSet, memory: FormMemory
  ) throws(RecordError) -> [KnownForm] {
    let selection = FormSelection(organisation: organisation, year: year, kind: .projectTarget)
    var found: [KnownForm] = []
    for stored in try forms(selection, after: nil, limit: FormSurroundings.peersMax) {
      if let known = try memory.form(stored.value, rules: rules, in: self) { found.append(known) }
    }
    return found
  }

  /// What the same project, or the department, promised a year earlier, and what became of it.
  func lastYear(
    of entry: FormEntry, rules: RuleSet, memory: FormMemory
  ) throws(RecordError) -> (LastYearForm?, made: [KnownForm]) {
    guard let year = entry.year.previous else { return (nil, []) }
    let isOfProject = entry.project != nil
    let target = try theForm(
      isOfProject ? .projectTarget : .departmentTarget, of: entry, in: year, rules: rules, memory: memory)
    let outcome = try theForm(
      isOfProject ? .projectSelfEvaluation : .departmentSelfEvaluation, of: entry, in: year, rules: rules,
      memory: memory)
    let made = [target, outcome].compactMap { $0 }
    guard !made.isEmpty else { return (nil, []) }
    return (LastYearForm(year: year, target: target?.form, outcome: outcome?.form), made)
  }

  /// The form of a kind that the project or department of another has in a year.
  func theForm(
    _ kind: FormKind, of entry: FormEntry, in year: FiscalYear, rules: RuleSet, memory: FormMemory
  ) throws(RecordError) -> KnownForm? {
    let selection = FormSelection(
      organisation: entry.project == nil ? entry.organisation : nil, year: year, kind: kind,
      project: entry.project)
    let found = try forms(selection, after: nil, limit: 8).first { $0.value.project == entry.project }
    guard let found else { return nil }
    return try memory.form(found.value, rules: rules, in: self)
  }
}
