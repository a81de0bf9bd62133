// A project of the sample county.
package import Organisations
import Quantities

/// A project, whose forms of the years are made from one pattern.
package struct SampleProject: Sendable {
  /// From 1; no two projects have the same.
  package let number: Int
  /// The unit that spends the money.
  package let organisation: OrganisationID
  /// 21 characters with a check character; no two projects have the same.
  package let code: String
  package let name: String
  /// 特定目标类, 其他运转类.
  package let category: String
  /// Without a last year where the project has no end.
  package let years: YearSpan
  let pattern: ProjectPattern
  let place: SamplePlace
}

/// Where a form comes from, as its head prints it.
struct SamplePlace: Sendable, Hashable {
  var unitCode: String
  var unitName: String
  var departmentCode: String
  var departmentName: String
}
