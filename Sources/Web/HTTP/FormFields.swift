// Names with values, as queries and simple forms write them (application/x-www-form-urlencoded).

/// Why a form or a query cannot be read.
package enum FormFault: Error, Equatable {
  /// A percent sign without its digits, a zero, or bytes that are no UTF-8.
  case badCoding
  case tooManyFields
  case tooLong
  /// The body ended in the middle, or is no such form at all.
  case broken
}

/// Fields in their order; a name may come several times.
package struct FormFields: Sendable, Equatable {
  /// One name with its value.
  package struct Field: Sendable, Equatable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package var fields: [Field]

  package init(_ fields: [Field] = []) { self.fields = fields }

  package init(_ pairs: [(String, String)]) { fields = pairs.map { Field($0.0, $0.1) } }

  /// A form of 29 indicators with all its cells stays far below.
  package static let fieldsMax = 5_000

  /// Reads `a=1&b=%E4%B8%AD+x`.
  ///
  /// - Throws: `FormFault`; nothing is guessed, because a value that was read wrongly would be kept.
  package init(parsing bytes: some Collection<UInt8>, fieldsMax: Int = FormFields.fieldsMax) throws(FormFault)
  {
    fields = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.endIndex
      let piece = bytes[start..<end]
      if !piece.isEmpty {
        guard fields.count < fieldsMax else { throw .tooManyFields }
        let sign = piece.firstIndex(of: UInt8(ascii: "="))
        let value = sign.map { piece[piece.index(after: $0)...] } ?? piece[piece.endIndex...]
        guard let name = PercentCoding.decode(piece[..<(sign ?? piece.endIndex)], plusIsBlank: true),
          let text = PercentCoding.decode(value, plusIsBlank: true)
        else { throw .badCoding }
        fields.append(Field(name, text))
      }
      start = end < bytes.endIndex ? bytes.index(after: end) : end
    }
  }

  /// The first value of a name.
  package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// All values of a name, in their order.
  package func all(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }

  /// The text that reads back as these fields.
  package var encoded: String {
    var out: [UInt8] = []
    for field in fields {
      if !out.isEmpty { out.append(UInt8(ascii: "&")) }
      PercentCoding.encode(field.name, into: &out)
      out.append(UInt8(ascii: "="))
      PercentCoding.encode(field.value, into: &out)
    }
    return String(decoding: out, as: UTF8.self)
  }
}
