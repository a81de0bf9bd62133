// The rules of accounts, all together as an administrator sets them.

/// Passwords, sessions and both lock-outs of an installation.
package struct AccountRules: Sendable, Hashable {
  package var password: PasswordRules
  package var session: SessionRules
  package var accountLockout: LockoutRules
  package var addressLockout: LockoutRules

  package init(
    password: PasswordRules = .init(), session: SessionRules = .init(),
    accountLockout: LockoutRules = .account, addressLockout: LockoutRules = .address
  ) {
    self.password = password
    self.session = session
    self.accountLockout = accountLockout
    self.addressLockout = addressLockout
  }
}
