// Setting up the office's mail.
import Accounts
import Ledger
package import Mail
import Organisations
import Permissions
import Quantities
import Records

/// Changes how the office sends mail. Without a server it sends none.
package struct ChangeMailSettings: Sendable {
  /// What was typed into the page.
  package struct Typed: Sendable {
    /// Blank for no mail at all.
    package var host = ""
    package var port = ""
    package var protection = ""
    /// Blank where nobody signs in.
    package var account = ""
    /// Blank keeps the one that is there, as long as server and account stay the same.
    package var password = ""
    package var sender = ""
    package var senderName = ""
    package var site = ""
    /// With blanks or commas between them.
    package var domains = ""

    package init() {}
  }

  package var typed: Typed
  /// Of the settings as they were read.
  package var revision: Int64

  package init(_ typed: Typed, revision: Int64) {
    self.typed = typed
    self.revision = revision
  }

  private static let textCharactersMax = 200

  /// - Throws: `.permission`, `.fields` by the names of what was typed, `.records(.stale)`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    let (key, chance) = (office.key, office.chance)
    try await office.change { records in
      try signedIn.mayDo(.changeSettings, at: try records.root().path)
      let before = try records.mailSettings(key: key).settings
      let settings = try settings(after: before)
      var chance = chance
      let text = try settings.text(key: key, using: &chance)
      try records.save(Setting(key: MailSettings.key, value: text), expecting: revision)
      // The ledger keeps which server, never who signs in there or how.
      let server = settings.server.map { "\($0.host.text):\($0.port) \($0.protection.rawValue)" } ?? "off"
      try records.append(signedIn.note(.mailSettingsChange, "mail", at: moment, reason: server))
    }
  }

  private func settings(after before: MailSettings) throws(OfficeRefusal) -> MailSettings {
    var fields = TypedFields()
    var settings = MailSettings(site: typed.site.trimmed)
    let isPage = ["https://", "http://"].contains { settings.site.utf8.starts(with: $0.utf8) }
    let isPlain = settings.site.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    if !settings.site.isEmpty, !isPage || !isPlain || settings.site.count > Self.textCharactersMax {
      fields.tell("site", MailSettingsWording.noSite)
    }
    for word in typed.domains.split(whereSeparator: { " ,，、;；\n\r\t".contains($0) }) {
      if let domain = MailDomain(word) {
        settings.domains.append(domain)
      } else {
        fields.tell("domains", MailSettingsWording.noDomain(String(word)))
      }
    }
    if !typed.host.trimmed.isEmpty { settings.server = server(after: before.server, &fields) }
    try fields.check()
    return settings
  }

  private func server(after before: MailServer?, _ fields: inout TypedFields) -> MailServer? {
    let host = MailDomain(typed.host.trimmed)
    if host == nil { fields.tell("host", MailSettingsWording.noHost) }
    let port = Int(typed.port.trimmed).flatMap { (1...65_535).contains($0) ? $0 : nil }
    if port == nil { fields.tell("port", MailSettingsWording.noPort) }
    let protection = MailProtection(rawValue: typed.protection)
    if protection == nil { fields.tell("protection", MailSettingsWording.noProtection) }
    let sender = MailAddress(typed.sender.trimmed)
    if sender == nil { fields.tell("sender", MailSettingsWording.noAddress) }
    let account = typed.account.trimmed
    if !account.isEmpty, protection == .open { fields.tell("account", MailSettingsWording.openAccount) }
    for (name, text) in [
      ("account", account), ("password", typed.password), ("senderName", typed.senderName),
    ] {
      let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
      if !isPlain || text.count > Self.textCharactersMax { fields.tell(name, MailSettingsWording.noText) }
    }
    guard let host, let port, let protection, let sender else { return nil }
    var password = typed.password
    if password.isEmpty, !account.isEmpty {
      // A password that is kept goes to no other server than the one that it was typed for.
      guard let known = before?.credentials, known.account == account, before?.host == host else {
        fields.tell("password", MailSettingsWording.passwordAgain)
        return nil
      }
      password = known.password
    }
    return MailServer(
      host: host, port: port, protection: protection,
      credentials: account.isEmpty ? nil : MailCredentials(account: account, password: password),
      sender: sender, senderName: typed.senderName.trimmed)
  }
}

/// Sends a letter at once, to see whether mail works.
package struct SendTestMail: Sendable {
  /// As typed.
  package var address: String

  package init(address: String) { self.address = address }

  /// - Returns: why the letter was not taken; nil where it was.
  /// - Throws: `.permission`, `.fields`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> MailProblem? {
    let (key, moment) = (office.key, office.now)
    let settings = try await office.read { records in
      try signedIn.mayDo(.changeSettings, at: try records.root().path)
      return try records.mailSettings(key: key).settings
    }
    guard let address = MailAddress(address.trimmed) else {
      throw .fields([FieldFault("address", MailSettingsWording.noAddress)])
    }
    guard let server = settings.server else {
      throw .fields([FieldFault("address", MailSettingsWording.noServer)])
    }
    guard settings.allows(address) else {
      throw .fields([FieldFault("address", MailSettingsWording.foreign(settings.domains))])
    }
    let letter = Letter(
      to: address, subject: NoticeWording.testSubject, lines: NoticeWording.testLines, moment: moment,
      number: "test.\(moment.milliseconds)")
    var problem: MailProblem?
    do throws(MailProblem) {
      guard let carrier = office.mail else { throw .noCarrier }
      try await carrier.carry(letter, to: server)
    } catch { problem = error }
    let outcome = problem?.word ?? "sent"
    try await office.change { records in
      try records.append(signedIn.note(.mailTest, "mail", at: moment, reason: outcome))
    }
    return problem
  }
}
