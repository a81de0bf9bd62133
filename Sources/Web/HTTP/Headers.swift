// Header fields in their order.

/// The header fields of a message; several fields of one name are kept apart.
package struct Headers: Sendable, Equatable {
  /// A line of the head.
  package struct Field: Sendable, Equatable {
    package var name: HeaderName
    package var value: HeaderValue
  }

  /// The fields in the order in which they came or will go.
  package private(set) var fields: [Field] = []

  package init() {}

  /// The first field of a name; setting replaces all fields of that name, nil removes them.
  package subscript(name: HeaderName) -> HeaderValue? {
    get { fields.first { $0.name == name }?.value }
    set {
      let place = fields.firstIndex { $0.name == name }
      guard let newValue else {
        if place != nil { fields.removeAll { $0.name == name } }
        return
      }
      guard let place else {
        fields.append(Field(name: name, value: newValue))
        return
      }
      fields[place].value = newValue
      let rest = fields[(place + 1)...].filter { $0.name != name }
      fields.replaceSubrange((place + 1)..., with: rest)
    }
  }

  /// The text of the first field of a name.
  package func text(_ name: HeaderName) -> String? { self[name]?.text }

  /// The values of all fields of a name.
  package func all(_ name: HeaderName) -> [HeaderValue] {
    fields.filter { $0.name == name }.map(\.value)
  }

  /// Adds a field and leaves others of its name.
  package mutating func append(_ name: HeaderName, _ value: HeaderValue) {
    fields.append(Field(name: name, value: value))
  }

  /// Sets a field where there is none of its name yet.
  package mutating func setDefault(_ name: HeaderName, _ value: HeaderValue) {
    if self[name] == nil { fields.append(Field(name: name, value: value)) }
  }

  /// Adds a name to `Vary`, once.
  package mutating func vary(by name: HeaderName) {
    let present = text(.vary) ?? ""
    if present.isEmpty {
      self[.vary] = HeaderValue(sound: name.text)
    } else if !HeaderList(present).contains(name.text) {
      self[.vary] = HeaderValue(sound: present + ", " + name.text)
    }
  }
}

/// A header's value that is a list with commas; parameters behind semicolons are kept apart.
package struct HeaderList: Sendable {
  /// A member of the list: `gzip;q=0.5` is gzip with quality 500 of a thousand.
  package struct Member: Sendable, Equatable {
    /// In small letters.
    package var name: String
    /// Thousandths; 1000 where nothing is said, 0 where it is refused.
    package var quality: Int
  }

  /// The members in their order.
  package let members: [Member]

  private static let membersMax = 64

  package init(_ text: String) {
    members = text.utf8.split(separator: UInt8(ascii: ","), maxSplits: Self.membersMax).prefix(
      Self.membersMax
    )
    .compactMap { member in
      let parts = member.split(separator: UInt8(ascii: ";")).map { trimmed($0) }
      guard let first = parts.first, !first.isEmpty else { return nil }
      let name = String(decoding: first.map(smallLetter), as: UTF8.self)
      return Member(name: name, quality: Self.quality(parts.dropFirst()))
    }
  }

  /// True where a member of this name (in small letters) is wanted at all.
  package func contains(_ name: String) -> Bool {
    members.contains { $0.name == name && $0.quality > 0 }
  }

  /// The quality of a name; `*` speaks for names that are not listed.
  package func quality(of name: String) -> Int {
    (members.first { $0.name == name } ?? members.first { $0.name == "*" })?.quality ?? 0
  }

  /// `q=0.75` is 750; what is no quality counts as none given.
  private static func quality(_ parameters: ArraySlice<[UInt8]>) -> Int {
    for parameter in parameters where parameter.count > 2 && smallLetter(parameter[0]) == UInt8(ascii: "q") {
      guard parameter[1] == UInt8(ascii: "=") else { continue }
      var digits = parameter.dropFirst(2).filter { $0 != UInt8(ascii: ".") }.prefix(4)
      guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
      while digits.count < 4 { digits.append(UInt8(ascii: "0")) }
      return min(1000, digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    return 1000
  }
}

/// Blanks and tabs taken off both ends.
func trimmed(_ bytes: some BidirectionalCollection<UInt8>) -> [UInt8] {
  let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
  guard let first = bytes.firstIndex(where: { !isBlank($0) }),
    let last = bytes.lastIndex(where: { !isBlank($0) })
  else { return [] }
  return Array(bytes[first...last])
}
