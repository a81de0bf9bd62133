// Links that work once: the first set-up of an installation, and setting a password.
package import Organisations
package import Quantities

/// What is kept of a link; the link itself is known to its bearer alone.
package struct OneTimeLink: Sendable, Hashable {
  /// What the link is good for.
  package enum Purpose: Sendable, Hashable {
    /// Setting up an installation in which nobody has an account.
    case setUp
    /// Setting the password of a person, at first or again.
    case password(PersonID)
  }

  package let purpose: Purpose
  package let fingerprint: TokenFingerprint
  /// From this moment on it is worth nothing.
  package let end: Moment
  /// When it was used; nil while it was not.
  package private(set) var used: Moment?

  package init(purpose: Purpose, fingerprint: TokenFingerprint, end: Moment, used: Moment? = nil) {
    self.purpose = purpose
    self.fingerprint = fingerprint
    self.end = end
    self.used = used
  }

  /// Seconds that a set-up link lives: a day.
  package static let setUpSeconds = 86_400
  /// Seconds that a link for a password lives: three days, a weekend between.
  package static let passwordSeconds = 259_200

  /// Makes a link and what is kept of it.
  package static func make(
    for purpose: Purpose, at moment: Moment, using random: inout some RandomNumberGenerator
  ) throws(DigestFailure) -> (token: SecretToken, link: OneTimeLink) {
    let token = SecretToken(using: &random)
    let seconds =
      switch purpose {
      case .setUp: setUpSeconds
      case .password: passwordSeconds
      }
    let link = OneTimeLink(
      purpose: purpose, fingerprint: try token.fingerprint(), end: moment.advanced(bySeconds: seconds))
    return (token, link)
  }

  /// Uses the link; throws when it cannot be, and is then as it was.
  ///
  /// The store has to keep the use in the same transaction as what it is used for.
  package mutating func use(_ token: SecretToken, at moment: Moment) throws(LinkRefusal) {
    guard let fingerprint = try? token.fingerprint(), fingerprint == self.fingerprint
    else { throw .unknown }
    guard used == nil else { throw .used }
    guard moment < end else { throw .expired }
    used = moment
  }
}

/// Why a link does not work.
package enum LinkRefusal: Error, Sendable, Hashable, CaseIterable {
  case unknown
  case used
  case expired
  /// It is for an administrator's account, and another administrator has not agreed yet.
  case unconfirmed
}
