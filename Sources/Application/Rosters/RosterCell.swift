// Single cells read strictly: names, codes, years and days as tables write them and people type them.
package import Organisations
package import Quantities

/// Reads the text of one cell, or of one field of a form; each failure is the problem of that cell.
package enum RosterCell {
  /// A name on one line; formulas, failed formulas and control characters are refused.
  package static func name(_ text: String, charactersMax: Int) throws(RosterProblem) -> String {
    guard !text.isEmpty else { throw .missing }
    let name = text.split { $0.isNewline }.joined()
    guard let first = name.unicodeScalars.first, !"=+@\t#".unicodeScalars.contains(first),
      !(first == "-" && name.count < 2), name.unicodeScalars.allSatisfy(isMeant),
      name.contains(where: { $0.isLetter })
    else { throw .notText }
    guard name.count <= charactersMax else { throw .tooLong(max: charactersMax) }
    return name
  }

  /// A code of whole levels; full-width digits and blanks do not matter.
  package static func code(_ text: String) throws(RosterProblem) -> OrganisationCode {
    guard !text.isEmpty else { throw .missing }
    let digits = plainDigits(text)
    if let code = OrganisationCode(digits), code.level > 0 { return code }
    let isNumber = digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    let isShort = digits.utf8.count % OrganisationCode.levelDigits != 0 && digits.utf8.first != 0x30
    throw isNumber && isShort ? .lostZeros : .notCode
  }

  /// A code of a region.
  package static func region(_ text: String) throws(RosterProblem) -> RegionCode {
    guard let region = RegionCode(plainDigits(text)) else { throw .notRegion }
    return region
  }

  /// `2026` or `2026年`.
  package static func year(_ text: String) throws(RosterProblem) -> FiscalYear {
    var digits = Substring(plainDigits(text))
    if digits.last == "年" { digits = digits.dropLast() }
    guard digits.utf8.count == 4, let number = Int(digits), let year = FiscalYear(number)
    else { throw .notYear }
    return year
  }

  /// A day in the usual spellings, a time of day behind it passed over.
  package static func day(_ text: String) throws(RosterProblem) -> Day {
    let date = text.split { $0 == " " || $0 == "T" }.first.map(String.init) ?? text
    guard let day = Day(plainDigits(date)) else { throw .notDay }
    return day
  }

  /// Half-width digits, without blanks and the apostrophe that makes a number text.
  private static func plainDigits(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      if (0xFF10...0xFF19).contains(scalar.value), let digit = Unicode.Scalar(scalar.value - 0xFF10 + 0x30) {
        plain.unicodeScalars.append(digit)
      } else if !scalar.properties.isWhitespace, scalar != "'", scalar.value != 0x200B {
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }

  /// Signs that a name can have: no controls, no directions, nothing private.
  private static func isMeant(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: scalar.value != 0xFFFD
    }
  }
}

extension RosterProblem: Error {}
