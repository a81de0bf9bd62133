// Projects in the store.
import Model
package import Organisations
import Quantities

/// The number of a project.
package typealias ProjectID = Identifier<ProjectEntry>

/// A project as the office keeps it; what a form says about it stands in the form.
package struct ProjectEntry: Sendable, Hashable {
  package let id: ProjectID
  /// The unit that spends the money.
  package var organisation: OrganisationID
  /// 21 characters where the budget system has given it one; no two projects have the same.
  package var code: String?
  package var name: String
  /// 项目类别, as the region calls it.
  package var category: String
  package var years: YearSpan

  package init(
    id: ProjectID, organisation: OrganisationID, code: String?, name: String, category: String,
    years: YearSpan
  ) {
    self.id = id
    self.organisation = organisation
    self.code = code
    self.name = name
    self.category = category
    self.years = years
  }
}

/// Reads projects.
package protocol ProjectView {
  /// - Throws: `.notFound`.
  func project(_ id: ProjectID) throws(RecordError) -> Stored<ProjectEntry>

  /// Nil where none has the code.
  func project(code: String) throws(RecordError) -> Stored<ProjectEntry>?

  /// Projects of the place and everything below it, by number.
  ///
  /// - Parameters:
  ///   - last: the number after which to go on; nil for the first page.
  ///   - limit: at most so many.
  func projects(
    under path: OrganisationPath?, after last: ProjectID?, limit: Int
  ) throws(RecordError) -> [Stored<ProjectEntry>]

  /// Projects of the organisation itself, by number, after `last`, at most `limit`.
  func projects(
    of organisation: OrganisationID, after last: ProjectID?, limit: Int
  ) throws(RecordError) -> [Stored<ProjectEntry>]
}

/// Changes projects.
package protocol ProjectStore {
  /// - Throws: `.alreadyExists` for a code that another has, `.unknownReference`.
  func add(_ project: ProjectEntry) throws(RecordError)

  /// - Throws: `.notFound`, `.stale`, `.alreadyExists`, `.unknownReference`.
  func save(_ project: ProjectEntry, expecting revision: Int64) throws(RecordError)
}
