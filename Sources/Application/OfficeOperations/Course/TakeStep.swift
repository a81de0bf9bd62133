// One step of a form's way, whichever it is: everybody who moves a form goes through here.
import Ledger
import Organisations
import Permissions
import Quantities
package import Records
package import Workflow

/// Takes a step with a form: right, workflow, version, decision and ledger in one transaction.
///
/// A submission goes the same way as `SubmitForm` without a word of explanation; its route is found, not
/// asked. An approval goes the way of `ApproveForm`; where its deed names no number it gets the next one.
package struct TakeStep: Sendable {
  package var form: FormID
  package var deed: Deed
  /// How many steps the form had when the person decided (`FormCourse.length`): of two at once, one counts.
  package var length: Int

  package init(form: FormID, deed: Deed, length: Int) {
    self.form = form
    self.deed = deed
    self.length = length
  }

  /// What came of it.
  package struct Taken: Sendable {
    package let course: FormCourse
    /// True where this very step was there already: the person pressed twice.
    package let isRepeated: Bool
  }

  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere,
  ///   `.records(.stale)` where somebody else was quicker, `.step`, `.submission`, `.fields` for a closed
  ///   year.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Taken {
    if case .submission = deed {
      return try await SubmitForm(form: form, length: length).run(in: office, by: signedIn)
    }
    let moment = office.now
    return try await office.change { records in
      let taking = StepTaking(form: form, length: length, signedIn: signedIn, moment: moment)
      if case .approval(let opinion, let number) = deed {
        let approved = try taking.approve(saying: opinion, number: number, in: records)
        return Taken(course: approved.course, isRepeated: approved.isRepeated)
      }
      return try taking.take(deed, in: records) { ground throws in
        try taking.version(for: deed, on: ground, in: records)
      }
    }
  }
}

/// Takes a submission back, as long as nobody has opened it.
package struct WithdrawForm: Sendable {
  package var form: FormID
  /// As in `TakeStep`.
  package var length: Int

  package init(form: FormID, length: Int) {
    self.form = form
    self.length = length
  }

  /// - Throws: as `TakeStep`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> TakeStep.Taken {
    try await TakeStep(form: form, deed: .withdrawal, length: length).run(in: office, by: signedIn)
  }
}
