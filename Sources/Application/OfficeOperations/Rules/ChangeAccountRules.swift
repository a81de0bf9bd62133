// A change of the rules of accounts.
package import Accounts
import Ledger
import Organisations
import Permissions
import Quantities
import Records

/// Changes rules of passwords, sessions and lock-outs; they count from the next request on.
package struct ChangeAccountRules: Sendable {
  /// As typed; rules without a text stay as they are.
  package var texts: [AccountSetting: String]
  /// Of the rules as they were read.
  package var revision: Int64

  package init(texts: [AccountSetting: String], revision: Int64) {
    self.texts = texts
    self.revision = revision
  }

  /// - Throws: `.permission`, `.fields` with the raw values of the settings, `.records(.stale)`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      try signedIn.mayDo(.changeAccountRules, at: try records.root().path)
      let before = try AccountRules(in: records)
      let figures = try figures(before)
      try records.save(Setting(key: ReadAccountRules.mark, value: "1"), expecting: revision)
      var changes: [String] = []
      for setting in AccountSetting.allCases {
        guard let figure = figures[setting], figure != before[setting] else { continue }
        let stored = try records.setting(setting.key)
        try records.save(
          Setting(key: setting.key, value: String(figure)), expecting: stored?.revision ?? 0)
        changes.append("\(setting.rawValue) \(before[setting])→\(figure)")
      }
      try records.append(
        signedIn.note(
          .accountRulesChange, "account-rules", at: moment, reason: changes.joined(separator: ", ")))
    }
  }

  private func figures(_ before: AccountRules) throws(OfficeRefusal) -> [AccountSetting: Int] {
    var fields = TypedFields()
    var figures: [AccountSetting: Int] = [:]
    for setting in AccountSetting.allCases {
      guard let text = texts[setting]?.trimmed else { continue }
      figures[setting] = setting.value(text)
      if figures[setting] == nil { fields.tell(setting.rawValue, setting.advice) }
    }
    // Who may do nothing for longer than a sign-in lasts is never idle.
    let idleMinutes = figures[.sessionIdleMinutes] ?? before[.sessionIdleMinutes]
    let hours = figures[.sessionHoursMax] ?? before[.sessionHoursMax]
    if idleMinutes > hours * 60 {
      fields.tell(AccountSetting.sessionIdleMinutes.rawValue, OfficeWording.idleTooLong)
    }
    try fields.check()
    return figures
  }
}
