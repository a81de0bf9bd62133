// Cookies, read and set (RFC 6265bis).

/// The cookies of a request.
package struct Cookies: Sendable {
  private let pairs: [(name: String, value: String)]

  private static let pairsMax = 100

  /// - Parameter headers: of a request; several fields are read as one.
  package init(_ headers: Headers) {
    pairs = headers.all(.cookie).flatMap { field in
      field.text.utf8.split(separator: UInt8(ascii: ";"), maxSplits: Self.pairsMax).compactMap { pair in
        let pair = trimmed(pair)
        guard let sign = pair.firstIndex(of: UInt8(ascii: "=")), sign > 0 else { return nil }
        return (
          String(decoding: pair[..<sign], as: UTF8.self), String(decoding: pair[(sign + 1)...], as: UTF8.self)
        )
      }
    }
  }

  /// The value of a name. Two cookies of one name are none: one of them was planted.
  package subscript(name: String) -> String? {
    let found = pairs.filter { $0.name == name }
    return found.count == 1 ? found[0].value : nil
  }
}

/// A cookie to be set: never for scripts, never sent from foreign pages' forms.
package struct SetCookie: Sendable, Equatable {
  /// When a browser sends the cookie with requests that other sites cause.
  package enum SameSite: String, Sendable {
    case strict = "Strict"
    /// With links from other sites, not with their forms.
    case lax = "Lax"
  }

  package let name: String
  package let value: String
  package var sameSite: SameSite = .lax
  /// Seconds; nil until the browser is closed, 0 removes the cookie.
  package var maxAge: Int?
  package var isSecure: Bool

  /// - Parameters:
  ///   - name: behind TLS it gets the prefix `__Host-`, which no other host of the domain can set.
  ///   - value: letters, digits and signs of a token.
  ///   - isSecure: whether the request came through TLS.
  /// - Throws: `HeaderFault.controlSign` for a name or value with other signs.
  package init(name: String, value: String, isSecure: Bool) throws(HeaderFault) {
    guard !name.isEmpty, name.utf8.allSatisfy(isTokenByte), value.utf8.allSatisfy(Self.isValueByte) else {
      throw .controlSign
    }
    self.name = Self.name(name, isSecure: isSecure)
    self.value = value
    self.isSecure = isSecure
  }

  /// The name under which a cookie goes over the wire.
  package static func name(_ name: String, isSecure: Bool) -> String { isSecure ? "__Host-" + name : name }

  /// RFC 6265: US-ASCII without blanks, quotation marks, commas, semicolons and backslashes.
  private static func isValueByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && ![0x22, 0x2C, 0x3B, 0x5C].contains(byte)
  }

  var header: HeaderValue {
    var text = "\(name)=\(value); Path=/; HttpOnly; SameSite=\(sameSite.rawValue)"
    if let maxAge { text += "; Max-Age=\(maxAge)" }
    if isSecure { text += "; Secure" }
    return HeaderValue(sound: text)
  }
}
