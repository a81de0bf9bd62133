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
  package typealias Administrator = SetUpForm.Administrator

  package var token: String
  /// The page as typed.
  package var form: SetUpForm

  package init(token: String, form: SetUpForm) {
    self.token = token
    self.form = form
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

  /// - Throws: `.link`, `.fields` with everything that is wrong under the names of the page, `.records`.
  package func run(in office: Office) async throws(OfficeRefusal) {
    try await Self.check(token, in: office)
    let moment = office.now
    let setUp: OfficeSetUp
    switch OfficeSetUp.read(form, rules: PasswordRules()) {
    case .success(let sound): setUp = sound
    case .failure(let refusal): throw .fields(refusal.faults.map(FieldFault.init))
    }
    var hashed: [PasswordRecord] = []
    for administrator in setUp.administrators {
      hashed.append(
        try await office.passwordRecord(
          changing: nil, to: administrator.password.text, account: administrator.account,
          rules: PasswordRules(), isOwnChange: false, at: moment))
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
      try setUp.write(to: records, passwords: passwords, at: moment)
    }
  }

  private static func link(in records: any RecordView) throws -> (link: OneTimeLink, revision: Int64) {
    guard let stored = try records.setting(linkSetting),
      let link = OneTimeLink(text: stored.value.value, purpose: .setUp)
    else { throw LinkRefusal.unknown }
    return (link, stored.revision)
  }
}

extension FieldFault {
  /// A fault at the name that its field has on the page.
  fileprivate init(_ fault: SetUpFault) {
    let field =
      switch fault.field {
      case .regionCode: "regionCode"
      case .regionName: "regionName"
      case .name(let role): "\(role.setUpPrefix).name"
      case .account(let role): "\(role.setUpPrefix).account"
      case .password(let role): "\(role.setUpPrefix).password"
      }
    self.init(field, fault.problem.sentence)
  }
}

extension Role {
  /// Before the names of the fields of an administrator: `system`, `security`, `audit`.
  fileprivate var setUpPrefix: Substring { rawValue.prefix { $0 != "-" } }
}

extension OfficeSetUp {
  fileprivate func write(
    to records: any RecordTransaction, passwords: [PasswordRecord], at moment: Moment
  ) throws {
    let day = moment.day()
    guard let year = FiscalYear(day.year), let years = YearSpan(first: year), let days = DaySpan(first: day)
    else { throw OfficeRefusal.unforeseen }
    let organisation: OrganisationID = try records.nextNumber()
    try records.add(
      Organisation(
        id: organisation, path: OrganisationPath(region: region), kind: .region, name: regionName,
        years: years))
    for (administrator, password) in zip(administrators, passwords) {
      let person: PersonID = try records.nextNumber()
      try records.add(
        Person(
          id: person, name: administrator.name, account: administrator.account, organisation: organisation,
          days: days))
      try records.add(
        Assignment(
          id: try records.nextNumber(), person: person, role: administrator.role, organisation: organisation,
          days: days))
      try records.save(password, of: person, at: moment, expecting: 0)
      try records.append(
        LedgerNote(
          moment: moment, actor: nil, action: .officeSetUp, subject: "person/\(person)",
          reason: administrator.role.rawValue))
    }
  }
}

extension OneTimeLink {
  /// `1 <fingerprint> <end> <used, or ->`, for the store.
  fileprivate var text: String {
    "1 \(fingerprint) \(end.milliseconds) \(used.map { String($0.milliseconds) } ?? "-")"
  }

  /// Reads what `text` prints; nil for anything else.
  fileprivate init?(text: String, purpose: Purpose) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "1", let fingerprint = TokenFingerprint(parts[1]),
      let end = Int64(parts[2]), parts[3] == "-" || Int64(parts[3]) != nil
    else { return nil }
    self.init(
      purpose: purpose, fingerprint: fingerprint, end: Moment(milliseconds: end),
      used: Int64(parts[3]).map { Moment(milliseconds: $0) })
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
