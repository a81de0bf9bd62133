// Two versions of a form side by side.
package import Forms
import Model
import Organisations
import Permissions
package import Records

/// Which state of a form is meant.
package enum FormState: Sendable, Hashable {
  case version(Int)
  /// As it is being written.
  case draft
}

/// Compares two states of a form cell by cell.
package struct CompareVersions: Sendable {
  package var form: FormID
  package var earlier: FormState
  package var later: FormState

  package init(form: FormID, earlier: FormState, later: FormState) {
    self.form = form
    self.earlier = earlier
    self.later = later
  }

  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere, for a version
  ///   that is not there and for a state that whoever asks may not see.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> RecordComparison {
    let (before, after) = try await office.read { records in
      let ground = try records.ground(form, for: .readHistory, by: signedIn)
      let part = try ground.part(for: .readHistory, by: signedIn)
      let sight = FormSight(of: ground, as: part?.role)
      return (
        try record(earlier, of: ground, in: records, sight: sight),
        try record(later, of: ground, in: records, sight: sight)
      )
    }
    return RecordComparison(from: before, to: after)
  }

  private func record(
    _ state: FormState, of ground: FormGround, in records: any RecordView, sight: FormSight
  ) throws -> Form {
    switch state {
    case .version(let number):
      guard number <= sight.versionMax else {
        throw RecordError.notFound(.formVersion, key: FormVersion.subject(form: form, number: number))
      }
      return try records.version(number, of: form).form()
    case .draft:
      guard sight.showsDraft else { throw RecordError.notFound(.form, key: form.description) }
      return try records.draftRecord(of: ground.entry)
    }
  }
}
