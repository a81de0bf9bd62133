// Filters of queues that people keep under a name.
import Organisations
import Permissions
package import Records

/// A filter that somebody keeps.
package struct KeptView: Sendable, Hashable {
  package let id: SavedViewID
  package let revision: Int64
  package let name: String
  package let filter: QueueFilter
}

/// The views that somebody keeps, in the order in which they were saved.
package struct ListViews: Sendable {
  package init() {}

  /// - Throws: `.permission`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> [KeptView] {
    try await office.read { records in
      try signedIn.mayDo(.keepOwnViews, at: try records.home(of: signedIn))
      return try records.savedViews(of: signedIn.person.id).compactMap { stored in
        QueueFilter(text: stored.value.filter).map {
          KeptView(id: stored.value.id, revision: stored.revision, name: stored.value.name, filter: $0)
        }
      }
    }
  }
}

/// Keeps a filter under a name.
package struct SaveView: Sendable {
  package var name: String
  package var filter: QueueFilter

  package init(name: String, filter: QueueFilter) {
    self.name = name
    self.filter = filter
  }

  /// Characters of a name at most.
  package static let nameCharactersMax = 20
  /// Views of one person at most.
  package static let viewsMax = 20

  /// - Throws: `.permission`, `.fields` with `name`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let name = name.trimmed
    try await office.change { records in
      try signedIn.mayDo(.keepOwnViews, at: try records.home(of: signedIn))
      if name.isEmpty { throw OfficeRefusal.fields([FieldFault("name", QueueWording.nameMissing)]) }
      if name.count > Self.nameCharactersMax {
        throw OfficeRefusal.fields([FieldFault("name", QueueWording.nameTooLong)])
      }
      let views = try records.savedViews(of: signedIn.person.id)
      if views.contains(where: { $0.value.name == name }) {
        throw OfficeRefusal.fields([FieldFault("name", QueueWording.nameThere)])
      }
      if views.count >= Self.viewsMax {
        throw OfficeRefusal.fields([FieldFault("name", QueueWording.viewsFull)])
      }
      try records.add(
        SavedView(
          id: try records.nextNumber(), person: signedIn.person.id, name: name, filter: filter.text))
    }
  }
}

/// Gives a kept filter up.
package struct RemoveView: Sendable {
  package var id: SavedViewID

  package init(id: SavedViewID) { self.id = id }

  /// - Throws: `.permission`, `.records(.notFound)` also for somebody else's.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    try await office.change { records in
      try signedIn.mayDo(.keepOwnViews, at: try records.home(of: signedIn))
      guard let own = try records.savedViews(of: signedIn.person.id).first(where: { $0.value.id == id })
      else { throw RecordError.notFound(.savedView, key: id.description) }
      try records.remove(id, expecting: own.revision)
    }
  }
}

extension RecordView {
  /// Where somebody works.
  fileprivate func home(of signedIn: SignedIn) throws(RecordError) -> OrganisationPath {
    try organisation(signedIn.person.organisation).value.path
  }
}
