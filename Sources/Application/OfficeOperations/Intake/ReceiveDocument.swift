// A document is handed in: kept, noted, and put in line to be read.
import Ledger
package import Organisations
import Permissions
import Quantities
package import Records

/// Takes a document whose bytes lie in the folder of attachments already.
package struct ReceiveDocument: Sendable {
  /// The unit whose forms it holds.
  package var organisation: OrganisationID
  /// As the person's machine calls it; a path before it is left off.
  package var name: String
  package var kept: KeptBytes

  package init(organisation: OrganisationID, name: String, kept: KeptBytes) {
    self.organisation = organisation
    self.name = name
    self.kept = kept
  }

  private static let nameCharactersMax = 120

  /// Asks whether somebody may hand in for a unit, before a byte is taken.
  ///
  /// - Throws: `.permission`, `.records(.notFound)` also for a unit that lies elsewhere.
  package static func check(
    _ organisation: OrganisationID, in office: Office, by signedIn: SignedIn
  ) async throws(OfficeRefusal) {
    _ = try await office.read { try $0.organisation(organisation, for: .importForms, by: signedIn) }
  }

  /// - Throws: as `check`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> IntakeID {
    let moment = office.now
    let name = Self.shown(name)
    let id = try await office.change { records in
      let unit = try records.organisation(organisation, for: .importForms, by: signedIn).value
      let intake = Intake(
        id: try records.nextNumber(), organisation: unit.id, person: signedIn.person.id, moment: moment,
        name: name, byteCount: kept.byteCount, state: IntakeState.waiting.rawValue,
        details: IntakeDetails().text)
      try records.add(intake)
      try records.add(
        Attachment(
          id: try records.nextNumber(), subject: intake.subject, name: name, byteCount: kept.byteCount,
          content: kept.content, person: signedIn.person.id, moment: moment))
      try records.add(
        Job(id: try records.nextNumber(), reading: intake.id, readsPictures: false, due: moment))
      try records.append(
        signedIn.note(.intakeReceive, intake.subject, at: moment, content: kept.content, reason: name))
      return intake.id
    }
    await office.intakeBell.ring()
    return id
  }

  /// A name that lists can show: without a path, signs that are not seen, and whatever is too long.
  static func shown(_ text: String) -> String {
    let last = text.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    let scalars = last.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
      default: true
      }
    }
    let name = String(String.UnicodeScalarView(scalars)).trimmed
    if name.allSatisfy({ $0 == "." }) { return IntakeWording.nameless }
    return name.count > nameCharactersMax ? name.prefix(nameCharactersMax - 1) + "…" : name
  }
}

extension Job {
  /// What waits to be read, without the text of pictures, which takes long.
  static let intakeReading = "intake.read"
  /// The same with the text of pictures.
  static let intakePictures = "intake.read-pictures"

  init(id: JobID, reading intake: IntakeID, readsPictures: Bool, due: Moment) {
    self.init(
      id: id, kind: readsPictures ? Self.intakePictures : Self.intakeReading,
      payload: "{\"intake\":\(intake)}", due: due)
  }
}
