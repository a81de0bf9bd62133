// Nobody wants a document that was handed in; or somebody wants it read once more.
import Ledger
import Organisations
import Quantities
package import Records

/// Puts an intake aside. Drafts that were made from it stay, and so does their attached file.
package struct DiscardIntake: Sendable {
  package var id: IntakeID

  package init(id: IntakeID) { self.id = id }

  /// - Throws: `.permission`, `.records(.notFound)` also for one that lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      let stored = try records.intake(id, by: signedIn)
      guard stored.value.progress != .discarded else { return }
      try records.save(
        stored.value.moved(to: .discarded, stored.value.found), expecting: stored.revision)
      for subject in [stored.value.subject, stored.value.readingSubject] {
        for attachment in try records.attachments(of: subject) {
          try records.removeAttachment(attachment.id)
        }
      }
      try records.append(
        signedIn.note(.intakeDiscard, stored.value.subject, at: moment, reason: stored.value.name))
    }
  }
}

/// Reads a document once more that could not be read: after a reader was installed, or a broken one mended.
package struct ReadIntakeAgain: Sendable {
  package var id: IntakeID

  package init(id: IntakeID) { self.id = id }

  /// - Throws: `.permission`, `.records(.notFound)` also for one that lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      let stored = try records.intake(id, by: signedIn)
      guard stored.value.progress == .unreadable else { return }
      var details = stored.value.found
      details.problem = nil
      details.readsPictures = false
      try records.save(stored.value.moved(to: .waiting, details), expecting: stored.revision)
      try records.add(
        Job(id: try records.nextNumber(), reading: id, readsPictures: false, due: moment))
      try records.append(signedIn.note(.intakeAgain, stored.value.subject, at: moment))
    }
    await office.intakeBell.ring()
  }
}
