// Who may see a batch, and the forms that a batch is begun with.
import Ledger
package import Organisations
import Permissions
package import Quantities
package import Records
package import Workflow

/// Which forms a batch is begun with.
package enum BatchSelection: Sendable {
  /// These.
  case forms([FormID])
  /// All that stand at some stages, of a year, at a place and below it.
  case standing(Set<Stage>, year: FiscalYear?, under: OrganisationID?)
  /// All that a queue shows, on all of its pages.
  case filtered(QueueFilter)

  /// Forms of a batch at most.
  package static let formsMax = 2_000
}

extension RecordView {
  /// A batch by a number from outside: one's own, while one has the part that it was begun in.
  ///
  /// - Throws: `.noRole`, or `.notFound` for one that is not there, is somebody else's or lies elsewhere.
  func batch(_ id: BatchID, of kind: BatchKind?, by signedIn: SignedIn) throws -> Stored<Batch> {
    if let kind { try signedIn.demandPart(kind.right) }
    let stored = try batch(id)
    guard stored.value.person == signedIn.person.id, let found = stored.value.work,
      kind == nil || found == kind
    else { throw RecordError.notFound(.batch, key: id.description) }
    let place = try organisation(stored.value.organisation).value.path
    guard signedIn.reaches(place, by: found.right) else {
      throw RecordError.notFound(.batch, key: id.description)
    }
    return stored
  }

  /// The forms of a selection, by number, each within reach.
  ///
  /// - Throws: `.noRole`; `.notFound` where a form that was named is not there or lies elsewhere; `.fields`
  ///   for none and for too many.
  func forms(of selection: BatchSelection, for right: Right, by signedIn: SignedIn) throws -> [FormEntry] {
    try signedIn.demandPart(right)
    var entries: [FormEntry] = []
    switch selection {
    case .forms(let chosen):
      let named = Set(chosen).sorted()
      guard named.count <= BatchSelection.formsMax else { throw OfficeRefusal.tooManyForms }
      var places: [OrganisationID: OrganisationPath] = [:]
      for id in named {
        let entry = try form(id).value
        let place = try places[entry.organisation] ?? organisation(entry.organisation).value.path
        places[entry.organisation] = place
        guard signedIn.reaches(place, by: right) else {
          throw RecordError.notFound(.form, key: id.description)
        }
        entries.append(entry)
      }
    case .standing(let stages, let year, let under):
      entries = try standing(stages, in: year, under: under, for: right, by: signedIn)
    case .filtered(let filter): entries = try shown(by: filter, for: right, by: signedIn)
    }
    if entries.isEmpty { throw OfficeRefusal.fields([FieldFault("forms", ApprovalWording.nothingChosen)]) }
    return entries
  }

  /// What the pages of a queue show, as far as the right reaches.
  private func shown(
    by filter: QueueFilter, for right: Right, by signedIn: SignedIn
  ) throws -> [FormEntry] {
    let scopes = try signedIn.scopes(of: .readQueue).narrowed(to: filter.place)
    var entries: [FormEntry] = []
    var position: QueuePosition?
    repeat {
      let page = try ReadQueue(filter, from: position, limit: ReadQueue.limitMax).page(of: scopes, in: self)
      for line in page.lines where signedIn.reaches(line.organisation.path, by: right) {
        entries.append(try form(line.form).value)
      }
      guard entries.count <= BatchSelection.formsMax else { throw OfficeRefusal.tooManyForms }
      position = page.next
    } while position != nil
    return entries.sorted { $0.id < $1.id }
  }

  private func standing(
    _ stages: Set<Stage>, in year: FiscalYear?, under: OrganisationID?, for right: Right,
    by signedIn: SignedIn
  ) throws -> [FormEntry] {
    var roots = signedIn.actor.holdings.filter { holding in
      right.rule.grants.contains { $0.role == holding.role }
    }.map(\.place)
    if let under {
      let place = try organisation(under).value.path
      guard signedIn.reaches(place, by: right) else {
        throw RecordError.notFound(.organisation, key: under.description)
      }
      roots = [place]
    }
    var found: [FormID: FormEntry] = [:]
    for root in Set(roots) {
      for stage in stages {
        let selection = FormSelection(path: root, year: year, stage: stage.rawValue)
        for stored in try forms(selection, after: nil, limit: BatchSelection.formsMax + 1) {
          found[stored.value.id] = stored.value
        }
        guard found.count <= BatchSelection.formsMax else { throw OfficeRefusal.tooManyForms }
      }
    }
    return found.values.sorted { $0.id < $1.id }
  }
}

extension OfficeRefusal {
  static var tooManyForms: OfficeRefusal {
    .fields([FieldFault("forms", ApprovalWording.tooManyForms(BatchSelection.formsMax))])
  }
}
