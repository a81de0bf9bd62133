// Organisations in the store.
package import Organisations

/// Reads organisations.
package protocol OrganisationView {
  /// - Throws: `.notFound`.
  func organisation(_ id: OrganisationID) throws(RecordError) -> Stored<Organisation>

  /// What stands, stood and will stand at a place, by first year.
  func organisations(at path: OrganisationPath) throws(RecordError) -> [Stored<Organisation>]

  /// What stands one level of code below a place, and all regions below a region, by path and first year.
  func organisations(next place: OrganisationPath) throws(RecordError) -> [Stored<Organisation>]

  /// The place and everything below it, by path and first year; everything without a place.
  func organisations(under path: OrganisationPath?) throws(RecordError) -> [Stored<Organisation>]
}

/// Changes organisations.
package protocol OrganisationStore {
  /// - Throws: `.alreadyExists` where another begins at the same place in the same year.
  func add(_ organisation: Organisation) throws(RecordError)

  /// - Throws: `.notFound`, `.stale`, `.alreadyExists`.
  func save(_ organisation: Organisation, expecting revision: Int64) throws(RecordError)
}
