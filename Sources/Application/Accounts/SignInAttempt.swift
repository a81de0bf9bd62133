// An attempt to sign in, admitted and counted before anything is compared.
package import Quantities

/// The waits of an attempt, asked for and counted before anything is compared.
package struct SignInAttempt: Sendable, Hashable {
  /// The histories to be kept before the password is looked at.
  package let account: FailureHistory
  package let address: FailureHistory

  /// Asks both rules; throws the later of two waits.
  ///
  /// - Parameters:
  ///   - account: of the name that was typed, whether there is such an account or not.
  ///   - address: of where the request comes from.
  package init(
    account: FailureHistory, address: FailureHistory, rules: AccountRules, at moment: Moment
  ) throws(SignInRefusal) {
    let forAccount = rules.accountLockout.admission(account, at: moment)
    let forAddress = rules.addressLockout.admission(address, at: moment)
    switch (forAccount, forAddress) {
    case (.admitted(let account), .admitted(let address)):
      self.account = account
      self.address = address
    case (.locked(let first), .locked(let second)): throw .locked(until: max(first, second))
    case (.locked(let end), .admitted), (.admitted, .locked(let end)): throw .locked(until: end)
    }
  }

  /// The histories to be kept after success: nothing for the account, one less for the address.
  package func succeeded(_ rules: AccountRules) -> (account: FailureHistory, address: FailureHistory) {
    (.none, rules.addressLockout.forgiven(address))
  }
}
