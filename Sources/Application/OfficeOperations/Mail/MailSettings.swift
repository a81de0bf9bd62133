// The mail of the office as its settings have it.
import Accounts
import JSONText
package import Mail
import Records

/// Which server takes the office's letters, and what letters say of the office.
package struct MailSettings: Sendable, Hashable {
  /// Nil where the office sends no mail.
  package var server: MailServer?
  /// The address at which people open the office, for letters; blank where letters name none.
  package var site: String
  /// Where letters may go: these domains and those below them; everywhere where there are none.
  package var domains: [MailDomain]

  package init(server: MailServer? = nil, site: String = "", domains: [MailDomain] = []) {
    self.server = server
    self.site = site
    self.domains = domains
  }

  /// Whether letters may go to an address.
  package func allows(_ address: MailAddress) -> Bool {
    domains.isEmpty
      || domains.contains { domain in
        address.domain == domain.text
          || address.domain.utf8.reversed().starts(with: ".\(domain.text)".utf8.reversed())
      }
  }

  /// The key of the setting.
  static let key = "mail"
  private static let purpose = "mail password"
}

extension MailSettings {
  /// Reads what ``text(key:using:)`` writes. What cannot be read leaves the office without mail; a password
  /// that does not open leaves the server without one.
  init(text: String, key: ServerKey) throws(DigestFailure) {
    self.init()
    guard let json = try? JSONReader.read(Array(text.utf8)) else { return }
    site = json["site"]?.text ?? ""
    domains = (json["domains"]?.elements ?? []).compactMap { $0.text.flatMap { MailDomain($0) } }
    guard let host = json["host"]?.text.flatMap({ MailDomain($0) }), let port = json["port"]?.whole,
      let protection = json["protection"]?.text.flatMap({ MailProtection(rawValue: $0) }),
      let sender = json["sender"]?.text.flatMap({ MailAddress($0) })
    else { return }
    var credentials: MailCredentials?
    if let account = json["account"]?.text {
      let sealed = json["password"]?.text ?? ""
      let password = try SealedText.open(sealed, purpose: Self.purpose, key: key) ?? ""
      credentials = MailCredentials(account: account, password: password)
    }
    server = MailServer(
      host: host, port: port, protection: protection, credentials: credentials, sender: sender,
      senderName: json["senderName"]?.text ?? "")
  }

  /// As JSON for the store; the password is sealed under the server's key.
  func text(key: ServerKey, using random: inout some RandomNumberGenerator) throws(DigestFailure) -> String {
    var sealed: String?
    if let credentials = server?.credentials {
      sealed = try SealedText.close(
        credentials.password, purpose: Self.purpose, key: key, using: &random)
    }
    var json = JSONWriter()
    json.object { json in
      json.member("site", site)
      json.member(
        "domains",
        array: { json in
          for domain in domains { json.value(domain.text) }
        })
      guard let server else { return }
      json.member("host", server.host.text)
      json.member("port", server.port)
      json.member("protection", server.protection.rawValue)
      json.member("sender", server.sender.text)
      json.member("senderName", server.senderName)
      if let credentials = server.credentials {
        json.member("account", credentials.account)
        json.member("password", sealed)
      }
    }
    return json.text
  }
}

extension RecordView {
  /// The mail of the office with the revision by which it is changed; 0 where nobody has set it.
  func mailSettings(key: ServerKey) throws -> (settings: MailSettings, revision: Int64) {
    guard let stored = try setting(MailSettings.key) else { return (MailSettings(), 0) }
    return (try MailSettings(text: stored.value.value, key: key), stored.revision)
  }
}
