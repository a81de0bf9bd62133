// Fields of a record by their paths: what stands there, and the record with something else there.
import JSONText
import Model
import Quantities

extension Form {
  /// The record as JSON.
  var json: JSONValue {
    var json = JSONWriter()
    json.object { writeMembers(to: &$0) }
    return (try? JSONReader.read(json.bytes)) ?? .null
  }

  /// The record with a text in a field; blank empties it.
  ///
  /// - Throws: a sentence for the person who typed, where the field is a number or money and the text none.
  func setting(_ path: String, to typed: String) throws(TypedFault) -> Form {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let json = json
    guard let before = json.value(at: parts[...]) else { throw TypedFault(IntakeWording.noSuchField) }
    let text = typed.trimmed
    if text.isEmpty { return try form(json.setting(parts[...], to: .null)) }
    if case .number = before {
      guard let number = Self.whole(text) else { throw TypedFault(IntakeWording.notWhole) }
      return try form(json.setting(parts[...], to: .number(String(number))))
    }
    let asTyped = json.setting(parts[...], to: .text(text))
    do throws(RecordFailure) {
      return try Form(asTyped)
    } catch {
      guard case .notMoney = error.problem, let money = Self.money(text) else {
        throw TypedFault(IntakeWording.notMoney)
      }
      return try form(json.setting(parts[...], to: .text(money.description)))
    }
  }

  private func form(_ json: JSONValue) throws(TypedFault) -> Form {
    do throws(RecordFailure) { return try Form(json) } catch { throw TypedFault(IntakeWording.noSuchField) }
  }

  /// The number of a year or a head count: `2026`, `2026年`, `１２人`.
  private static func whole(_ text: String) -> Int? {
    let digits = text.unicodeScalars.compactMap(asciiDigit)
    let rest = text.unicodeScalars.drop { asciiDigit($0) != nil }
    guard !digits.isEmpty, digits.count < 10, rest.count <= 1 else { return nil }
    return Int(String(String.UnicodeScalarView(digits)))
  }

  /// Wide digits are digits too.
  private static func asciiDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x30...0x39: scalar
    case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 0x30)
    default: nil
    }
  }

  /// Money as people type it: `213,764.00`, `213764元`, `21.3764万元`.
  private static func money(_ text: String) -> Money? {
    var number = ""
    var unit = ""
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      if let digit = asciiDigit(scalar) {
        guard unit.isEmpty else { return nil }
        number.unicodeScalars.append(digit)
      } else if scalar == "." || scalar == "．" || scalar == "-" || scalar == "−" {
        number.unicodeScalars.append(scalar == "．" ? "." : scalar == "−" ? "-" : scalar)
      } else if scalar != "," && scalar != "，" {
        unit.unicodeScalars.append(scalar)
      }
    }
    guard let power = MoneyWords.powers[unit], let decimal = ExactDecimal(number) else { return nil }
    return decimal.scaled(byPowerOfTen: power).flatMap { Money(yuan: $0) }
  }
}

/// What was typed and cannot be taken, in a sentence.
struct TypedFault: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}

extension JSONValue {
  /// What stands at a path; nil where there is no such place.
  func value(at path: ArraySlice<String>) -> JSONValue? {
    guard let first = path.first else { return self }
    switch self {
    case .object: return self[first]?.value(at: path.dropFirst())
    case .list(let elements):
      guard let index = Int(first), elements.indices.contains(index) else { return nil }
      return elements[index].value(at: path.dropFirst())
    case .null, .truth, .number, .text: return nil
    }
  }

  /// The text of a text or a number; nil for anything else.
  var shown: String? {
    switch self {
    case .text(let text), .number(let text): text
    case .null, .truth, .list, .object: nil
    }
  }

  /// The same with another value at a path that is there.
  func setting(_ path: ArraySlice<String>, to value: JSONValue) -> JSONValue {
    guard let first = path.first else { return value }
    switch self {
    case .object(let members):
      return .object(
        members.map { member in
          guard member.key == first else { return member }
          return Member(key: member.key, value: member.value.setting(path.dropFirst(), to: value))
        })
    case .list(var elements):
      guard let index = Int(first), elements.indices.contains(index) else { return self }
      elements[index] = elements[index].setting(path.dropFirst(), to: value)
      return .list(elements)
    case .null, .truth, .number, .text: return self
    }
  }
}
