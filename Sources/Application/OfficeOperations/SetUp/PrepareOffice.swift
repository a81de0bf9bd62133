// The first start of an installation: a link, shown once, with which it is set up.
package import Accounts
import Ledger
import Organisations
package import Quantities
import Records

/// Gives out the set-up link while nobody has an account; each start gives a new one.
package struct PrepareOffice: Sendable {
  package init() {}

  /// - Returns: nil where the office is set up.
  package func run(in office: Office) async throws(OfficeRefusal) -> (token: SecretToken, end: Moment)? {
    let moment = office.now
    var chance = office.chance
    let made: (token: SecretToken, link: OneTimeLink)
    do throws(DigestFailure) {
      made = try OneTimeLink.make(for: .setUp, at: moment, using: &chance)
    } catch { throw .noDigest }
    let isNeeded = try await office.change { records in
      guard try records.organisations(under: nil).isEmpty else { return false }
      let stored = try records.setting(SetUpOffice.linkSetting)
      try records.save(
        Setting(key: SetUpOffice.linkSetting, value: made.link.text), expecting: stored?.revision ?? 0)
      return true
    }
    return isNeeded ? (made.token, made.link.end) : nil
  }
}

/// Sets an installation up: its region, and the three administrators with their passwords.
package struct SetUpOffice: Sendable {
  static let linkSetting = "office.set-up"

  /// An administrator as typed.
  package struct Administrator: Sendable {
    package var name: String
    package var account: String
    package var password: String

    package init(name: String, account: String, password: String) {
      self.name = name
      self.account = account
      self.password = password
    }
  }

  package var token: String
  package var regionCode: String
  package var regionName: String
  package var systemAdministrator: Administrator
  package var securityAdministrator: Administrator
  package var auditAdministrator: Administrator

  package init(
    token: String, regionCode: String, regionName: String, systemAdministrator: Administrator,
    securityAdministrator: Administrator, auditAdministrator: Administrator
  ) {
    self.token = token
    self.regionCode = regionCode
    self.regionName = regionName
    self.systemAdministrator = systemAdministrator
    self.securityAdministrator = securityAdministrator
    self.auditAdministrator = auditAdministrator
  }

  /// Whether the link may be used now, for the page that asks.
  ///
  /// - Throws: `.link`.
  package static func check(_ token: String, in office: Office) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.read { records in
      var link = try Self.link(in: records).link
      guard let token = SecretToken(text: token) else { throw LinkRefusal.unknown }
      try link.use(token, at: moment)
    }
  }

  /// - Throws: `.link`, `.fields` with the names of the form's fields, `.records`.
  package func run(in office: Office) async throws(OfficeRefusal) {
    try await Self.check(token, in: office)
    let moment = office.now
    let typed = try Typed(self)
    var hashed: [PasswordRecord] = []
    for (field, administrator) in typed.administrators {
      do throws(OfficeRefusal) {
        hashed.append(
          try await office.passwordRecord(
            changing: nil, to: administrator.password, account: administrator.account,
            rules: PasswordRules(), isOwnChange: false, at: moment))
      } catch {
        guard case .password(.flaws(let flaws)) = error else { throw error }
        throw .fields(flaws.map { FieldFault("\(field).password", $0.sentence) })
      }
    }
    let passwords = hashed
    let token = token
    try await office.change { records in
      let (link, revision) = try Self.link(in: records)
      guard let token = SecretToken(text: token) else { throw LinkRefusal.unknown }
      var used = link
      try used.use(token, at: moment)
      guard try records.organisations(under: nil).isEmpty else { throw LinkRefusal.used }
      try records.save(Setting(key: Self.linkSetting, value: used.text), expecting: revision)
      try typed.write(to: records, passwords: passwords, at: moment)
    }
  }

  private static func link(in records: any RecordView) throws -> (link: OneTimeLink, revision: Int64) {
    guard let stored = try records.setting(linkSetting),
      let link = OneTimeLink(text: stored.value.value, purpose: .setUp)
    else { throw LinkRefusal.unknown }
    return (link, stored.revision)
  }
}

extension SetUpOffice {
  /// What was typed, once it is sound.
  fileprivate struct Typed: Sendable {
    struct Account: Sendable {
      var name: String
      var account: AccountName
      var password: String
    }

    let region: OrganisationPath
    let regionName: String
    /// With the field's prefix; in the order of the roles.
    let administrators: [(field: String, administrator: Account)]

    private static let roles: [Role] = [.systemAdministrator, .securityAdministrator, .auditAdministrator]

    init(_ typed: SetUpOffice) throws(OfficeRefusal) {
      var faults: [FieldFault] = []
      let code = RegionCode(typed.regionCode.trimmed)
      if code == nil { faults.append(FieldFault("regionCode", SetUpWording.regionCode)) }
      let name = typed.regionName.trimmed
      if name.isEmpty || name.count > Organisation.nameCharactersMax {
        faults.append(FieldFault("regionName", SetUpWording.regionName))
      }
      var administrators: [(field: String, administrator: Account)] = []
      for (field, one) in [
        ("system", typed.systemAdministrator), ("security", typed.securityAdministrator),
        ("audit", typed.auditAdministrator),
      ] {
        let personName = one.name.trimmed
        if personName.isEmpty || personName.count > Person.nameCharactersMax {
          faults.append(FieldFault("\(field).name", SetUpWording.personName))
        }
        guard let account = AccountName(one.account.trimmed) else {
          faults.append(FieldFault("\(field).account", SetUpWording.account))
          continue
        }
        if administrators.contains(where: { $0.administrator.account == account }) {
          faults.append(FieldFault("\(field).account", SetUpWording.accountTwice))
        }
        administrators.append((field, Account(name: personName, account: account, password: one.password)))
      }
      guard faults.isEmpty, let code else { throw .fields(faults) }
      region = OrganisationPath(region: code)
      regionName = name
      self.administrators = administrators
    }

    func write(
      to records: any RecordTransaction, passwords: [PasswordRecord], at moment: Moment
    ) throws {
      let day = moment.day()
      guard let year = FiscalYear(day.year), let years = YearSpan(first: year), let days = DaySpan(first: day)
      else { throw OfficeRefusal.unforeseen }
      let organisation: OrganisationID = try records.nextNumber()
      try records.add(
        Organisation(id: organisation, path: region, kind: .region, name: regionName, years: years))
      for ((role, entry), password) in zip(zip(Self.roles, administrators), passwords) {
        let person: PersonID = try records.nextNumber()
        try records.add(
          Person(
            id: person, name: entry.administrator.name, account: entry.administrator.account,
            organisation: organisation, days: days))
        try records.add(
          Assignment(
            id: try records.nextNumber(), person: person, role: role, organisation: organisation, days: days))
        try records.save(password, of: person, at: moment, expecting: 0)
        try records.append(
          LedgerNote(
            moment: moment, actor: nil, action: .officeSetUp, subject: "person/\(person)",
            reason: role.rawValue))
      }
    }
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
    guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(scalars[...last])
  }
}
