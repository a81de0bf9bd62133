// How somebody wants to be told by mail.
import Accounts
import Ledger
package import Mail
import Organisations
import Permissions
package import Records

/// Reads one's own choice of mail.
package struct ReadMailChoice: Sendable {
  package init() {}

  /// What the page shows.
  package struct State: Sendable {
    /// Blank and off where nothing was ever chosen.
    package let choice: MailChoice
    package let revision: Int64
    /// False where the office sends no mail.
    package let isOffered: Bool
    /// Where letters may go; empty for everywhere.
    package let domains: [MailDomain]

    package var pace: MailPace { MailPace(rawValue: choice.pace) ?? .off }
    /// Why the last letter did not arrive.
    package var problem: MailProblem? { MailProblem(word: choice.problem) }
  }

  /// - Throws: `.permission`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> State {
    let key = office.key
    return try await office.read { records in
      try signedIn.mayReadNotices(in: records)
      let person = signedIn.person.id
      let stored = try records.mailChoice(of: person)
      let settings = try records.mailSettings(key: key).settings
      return State(
        choice: stored?.value ?? MailChoice(person: person, address: "", pace: MailPace.off.rawValue),
        revision: stored?.revision ?? 0, isOffered: settings.server != nil, domains: settings.domains)
    }
  }
}

/// Changes one's own choice of mail.
package struct ChangeMailChoice: Sendable {
  /// As typed; may be blank where mail is off.
  package var address: String
  package var pace: String
  /// Of the choice as it was read.
  package var revision: Int64

  package init(address: String, pace: String, revision: Int64) {
    self.address = address
    self.pace = pace
    self.revision = revision
  }

  /// - Throws: `.permission`, `.fields`, `.records(.stale)`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let (key, moment) = (office.key, office.now)
    try await office.change { records in
      try signedIn.mayReadNotices(in: records)
      let settings = try records.mailSettings(key: key).settings
      let (address, pace) = try typed(within: settings)
      let person = signedIn.person.id
      try records.save(
        MailChoice(person: person, address: address, pace: pace.rawValue), expecting: revision)
      // The ledger says that it was changed, and not to which address.
      try records.append(
        signedIn.note(.mailChoiceChange, "person/\(person)", at: moment, reason: pace.rawValue))
    }
  }

  private func typed(within settings: MailSettings) throws(OfficeRefusal) -> (String, MailPace) {
    var fields = TypedFields()
    let pace = MailPace(rawValue: pace)
    if pace == nil { fields.tell("pace", MailSettingsWording.noPace) }
    let text = address.trimmed
    let address = MailAddress(text)
    let wantsLetters = pace.map { $0 != .off } ?? false
    if address == nil, !text.isEmpty || wantsLetters {
      fields.tell("address", MailSettingsWording.noAddress)
    }
    if let address, !settings.allows(address) {
      fields.tell("address", MailSettingsWording.foreign(settings.domains))
    }
    if let pace, pace != .off, settings.server == nil {
      fields.tell("pace", MailSettingsWording.noMailHere)
    }
    try fields.check()
    guard let pace else { throw .unforeseen }
    return (address?.text ?? "", pace)
  }
}
