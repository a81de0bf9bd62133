// The projects of a unit.
package import Organisations
import Permissions
import Quantities
package import Records

/// Projects of one organisation, in pages by number.
package struct ListProjects: Sendable {
  package var organisation: OrganisationID
  /// The last project of the page before; nil for the first page.
  package var after: ProjectID?
  /// At most so many.
  package var limit: Int

  package init(organisation: OrganisationID, after: ProjectID? = nil, limit: Int = 100) {
    self.organisation = organisation
    self.after = after
    self.limit = min(max(1, limit), Self.limitMax)
  }

  private static let limitMax = 500

  /// A page of projects.
  package struct ProjectPage: Sendable {
    /// Each with the revision by which it is changed.
    package let projects: [Stored<ProjectEntry>]
    /// Where the next page begins; nil where this is the last.
    package let next: ProjectID?
  }

  /// - Throws: `.permission`, `.records(.notFound)` also for an organisation that lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> ProjectPage {
    try await office.read { records in
      let place = try records.organisation(organisation, for: .search, by: signedIn).value
      let projects = try records.projects(of: place.id, after: after, limit: limit + 1)
      let page = Array(projects.prefix(limit))
      return ProjectPage(
        projects: page, next: projects.count > limit ? page.last?.value.id : nil)
    }
  }
}

/// One project, for the page on which it is changed.
package struct ReadProject: Sendable {
  package var id: ProjectID

  package init(id: ProjectID) { self.id = id }

  /// - Throws: `.permission`, `.records(.notFound)` also for one that lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Stored<
    ProjectEntry
  > {
    try await office.read { try $0.project(id, for: .search, by: signedIn) }
  }
}

extension RecordView {
  /// A project by a number from outside, where the person has the right at its unit.
  ///
  /// - Throws: `.noRole`, or `.notFound` for one that is not there or lies elsewhere.
  func project(_ id: ProjectID, for right: Right, by signedIn: SignedIn) throws -> Stored<ProjectEntry> {
    try signedIn.demand(right)
    let stored = try project(id)
    let place = try organisation(stored.value.organisation).value.path
    try signedIn.mayReach(right, at: place, .project, key: id.description)
    return stored
  }
}
