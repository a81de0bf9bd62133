// The forms of a unit in a year.
package import Model
package import Organisations
import Permissions
package import Quantities
package import Records
package import Workflow

/// A form in a list.
package struct FormLine: Sendable, Hashable {
  package let entry: FormEntry
  package let stage: Stage
  /// Nil for forms of a whole department.
  package let project: ProjectEntry?
}

/// Forms of one organisation, in pages by number; those that the reader may not see are left out.
package struct ListForms: Sendable {
  package var organisation: OrganisationID
  /// Nil for all years.
  package var year: FiscalYear?
  package var kind: FormKind?
  package var stage: Stage?
  package var project: ProjectID?
  /// The last form of the page before; nil for the first page.
  package var after: FormID?
  /// At most so many.
  package var limit: Int

  package init(
    organisation: OrganisationID, year: FiscalYear? = nil, kind: FormKind? = nil, stage: Stage? = nil,
    project: ProjectID? = nil, after: FormID? = nil, limit: Int = 100
  ) {
    self.organisation = organisation
    self.year = year
    self.kind = kind
    self.stage = stage
    self.project = project
    self.after = after
    self.limit = min(max(1, limit), Self.limitMax)
  }

  private static let limitMax = 500
  /// Pages that are looked through for one page of what may be seen.
  private static let looksMax = 10

  /// A page of forms.
  package struct FormPage: Sendable {
    package let lines: [FormLine]
    /// Where the next page begins; nil where this is the last.
    package let next: FormID?
    /// How many forms of the year stand where, told on the first page of a year to those who see all of them.
    package let counts: [Stage: Int]?
  }

  /// - Throws: `.permission`, `.records(.notFound)` also for an organisation that lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> FormPage {
    try await office.read { records in
      let place = try records.organisation(organisation, for: .search, by: signedIn).value
      return try page(at: place, in: records, by: signedIn)
    }
  }

  private func page(at place: Organisation, in records: any RecordView, by signedIn: SignedIn) throws
    -> FormPage
  {
    let selection = FormSelection(
      organisation: place.id, year: year, kind: kind, stage: stage?.rawValue, project: project)
    var lines: [FormLine] = []
    var last = after
    var isAtEnd = false
    for _ in 0..<Self.looksMax where lines.count <= limit && !isAtEnd {
      let some = try records.forms(selection, after: last, limit: limit + 1)
      for stored in some where lines.count <= limit {
        last = stored.value.id
        if let line = try records.line(stored.value, at: place, by: signedIn) { lines.append(line) }
      }
      isAtEnd = some.count <= limit
    }
    let isMore = lines.count > limit
    lines = Array(lines.prefix(limit))
    return FormPage(
      lines: lines, next: isMore ? lines.last?.entry.id : isAtEnd ? nil : last,
      counts: try counts(at: place, in: records, by: signedIn))
  }

  /// Counting goes over one organisation's forms of one year, never over more.
  private func counts(
    at place: Organisation, in records: any RecordView, by signedIn: SignedIn
  ) throws -> [Stage: Int]? {
    guard let year, after == nil, signedIn.seesDrafts(at: place.path) else { return nil }
    let counts = try records.formCounts(
      FormSelection(organisation: place.id, year: year, kind: kind, project: project))
    return Dictionary(
      uniqueKeysWithValues: counts.compactMap { key, count in Stage(rawValue: key).map { ($0, count) } })
  }
}

extension SignedIn {
  /// True for the clerks of a place: they see its forms whatever their stage.
  func seesDrafts(at place: OrganisationPath) -> Bool {
    let matter = Matter(place: place, course: FormCourse(), person: person.id)
    return (try? Permission.part(for: .readForms, actor: actor, matter: matter)) != nil
  }
}

extension RecordView {
  /// A form as a line of a list; nil where it may not be seen.
  func line(_ entry: FormEntry, at place: Organisation, by signedIn: SignedIn) throws -> FormLine? {
    guard var stage = Stage(rawValue: entry.stage) else {
      throw RecordError.damaged("form/\(entry.id)")
    }
    var entry = entry
    if !signedIn.seesDrafts(at: place.path) {
      let decisions = try decisions(on: entry.id)
      let course = try FormCourse(decisions: decisions)
      let matter = Matter(place: place.path, course: course, person: signedIn.person.id)
      guard let part = try? Permission.part(for: .readForms, actor: signedIn.actor, matter: matter) else {
        return nil
      }
      // Those who only read are told of the version in force, not of the one on its way.
      if !part.role.seesWork, let inForce = course.inForce, let number = decisions.approvedVersions.last {
        stage = inForce.stage
        entry.amount = try version(number, of: entry.id).form().amountAsked
      }
    }
    return FormLine(
      entry: entry, stage: stage,
      project: try entry.project.map { id throws(RecordError) in try project(id).value })
  }
}
