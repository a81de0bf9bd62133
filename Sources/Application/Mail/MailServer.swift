// The server that takes our letters, and what can go wrong with it.

/// How the way to the server is protected; raw values are kept with the settings.
package enum MailProtection: String, Sendable, CaseIterable {
  /// TLS from the first byte, usually on port 465.
  case protected
  /// STARTTLS before anything is said, usually on port 587; without it nothing is sent.
  case upgraded
  /// None: for a server of the same house, on port 25. Nobody signs in over it.
  case open
}

/// Where letters are handed in (RFC 6409).
package struct MailServer: Sendable, Hashable {
  package var host: MailDomain
  package var port: Int
  package var protection: MailProtection
  /// Who signs in, with what; nil where the server asks nobody.
  package var credentials: MailCredentials?
  package var sender: MailAddress
  /// As letters show it.
  package var senderName: String

  package init(
    host: MailDomain, port: Int, protection: MailProtection, credentials: MailCredentials?,
    sender: MailAddress, senderName: String
  ) {
    self.host = host
    self.port = port
    self.protection = protection
    self.credentials = credentials
    self.sender = sender
    self.senderName = senderName
  }
}

/// An account of the mail server.
package struct MailCredentials: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
  package var account: String
  package var password: String

  package init(account: String, password: String) {
    self.account = account
    self.password = password
  }

  package var description: String { "MailCredentials" }
  package var debugDescription: String { description }
}

/// Why a letter was not taken. No case holds an address or a text of the server, which may repeat one.
package enum MailProblem: Error, Sendable, Hashable {
  /// Nobody answers at host and port.
  case unreachable
  /// The server offers no protection where it is wanted.
  case notProtected
  /// Its certificate is of another server, over, or of nobody who is trusted.
  case wrongCertificate
  /// Account or password are refused.
  case notSignedIn
  /// The server refuses sender, recipient or text for good: 5xx of RFC 5321.
  case refused(code: Int)
  /// The server asks to come again later: 4xx.
  case later(code: Int)
  /// The server is too slow, or breaks off.
  case brokenOff
  /// This program cannot send letters.
  case noCarrier

  /// True where the same letter may be taken later.
  package var mayPassLater: Bool {
    switch self {
    case .unreachable, .notProtected, .wrongCertificate, .notSignedIn, .later, .brokenOff, .noCarrier: true
    case .refused: false
    }
  }

  /// The word for stores and logs: `refused 550`.
  package var word: String {
    switch self {
    case .unreachable: "unreachable"
    case .notProtected: "not-protected"
    case .wrongCertificate: "wrong-certificate"
    case .notSignedIn: "not-signed-in"
    case .refused(let code): "refused \(code)"
    case .later(let code): "later \(code)"
    case .brokenOff: "broken-off"
    case .noCarrier: "no-carrier"
    }
  }
}

/// Carries letters to a server.
package protocol MailCarrier: Sendable {
  /// Returns when the server has taken the letter.
  ///
  /// - Throws: why it has not.
  func carry(_ letter: Letter, to server: MailServer) async throws(MailProblem)
}
