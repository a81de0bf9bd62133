// The rules of accounts as the settings of the installation have them.
package import Accounts
package import Records

extension AccountRules {
  /// The rules in force; a setting that is missing or no number leaves the usual.
  package init(in records: any RecordView) throws(RecordError) {
    let usual = AccountRules()
    func number(_ key: String, _ usual: Int) throws(RecordError) -> Int {
      try records.setting(key).flatMap { Int($0.value.value) } ?? usual
    }
    self.init(
      password: PasswordRules(
        charactersMin: try number("password.charactersMin", usual.password.charactersMin),
        kindsMin: try number("password.kindsMin", usual.password.kindsMin),
        historyCount: try number("password.historyCount", usual.password.historyCount),
        daysMax: try number("password.daysMax", usual.password.daysMax),
        hoursMin: try number("password.hoursMin", usual.password.hoursMin)),
      session: SessionRules(
        idleSeconds: try number("session.idleSeconds", usual.session.idleSeconds),
        absoluteSeconds: try number("session.absoluteSeconds", usual.session.absoluteSeconds),
        countMax: try number("session.countMax", usual.session.countMax)),
      accountLockout: LockoutRules(
        freeAttempts: try number("lockout.account.freeAttempts", usual.accountLockout.freeAttempts),
        firstSeconds: try number("lockout.account.firstSeconds", usual.accountLockout.firstSeconds),
        longestSeconds: try number("lockout.account.longestSeconds", usual.accountLockout.longestSeconds)),
      addressLockout: LockoutRules(
        freeAttempts: try number("lockout.address.freeAttempts", usual.addressLockout.freeAttempts),
        firstSeconds: try number("lockout.address.firstSeconds", usual.addressLockout.firstSeconds),
        longestSeconds: try number("lockout.address.longestSeconds", usual.addressLockout.longestSeconds)))
  }
}
