// Bytes to text: marks and content tell the encoding, a declaration helps; nothing is lost silently.
package import Findings

/// A text in UTF-8 without marks, NULs and other control characters.
package struct DecodedText: Sendable, Equatable {
  package var utf8: [UInt8]
  package var encoding: TextEncoding
  /// What had to be guessed or replaced: findings of rule R02.
  package var findings: [Finding]

  package init(utf8: [UInt8], encoding: TextEncoding, findings: [Finding] = []) {
    self.utf8 = utf8
    self.encoding = encoding
    self.findings = findings
  }
}

/// Decodes bytes whose encoding is declared wrongly, or not at all.
///
/// A byte order mark wins; then UTF-16 by its zero bytes; then well-formed UTF-8 with Chinese in it,
/// whatever is declared; then the declaration, unless it fails badly; then GB18030 where the bytes are
/// plausible Chinese.
package struct TextDecoder: Sendable {
  package init() {}

  /// - Parameter declared: what the document says of itself (a page's `charset`).
  /// - Returns: nil for bytes that are no text (pictures, programs, noise).
  package func decode(_ bytes: [UInt8], declared: TextEncoding? = nil) -> DecodedText? {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, .utf16LittleEndian, isGuessed: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, .utf16BigEndian, isGuessed: false) }
    let survey = UTF8Survey(bytes.span)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(bytes, survey, declared: .utf8) }
    if survey.nulCount > 0, let order = utf16WithoutMark(bytes.span) {
      return utf16(bytes, order, isGuessed: true)
    }
    if isTooNoisy(survey, byteCount: bytes.count) { return nil }
    if survey.isASCII { return utf8(bytes, survey, declared: .utf8) }
    if survey.invalidCount == 0, !isShortGB(bytes, survey, declared: declared) {
      return utf8(bytes, survey, declared: declared)
    }
    return legacy(bytes, survey, declared: declared)
  }

  /// Not UTF-8, or not well formed: the declared encoding, GB18030, or UTF-8 with faults.
  private func legacy(_ bytes: [UInt8], _ survey: UTF8Survey, declared: TextEncoding?) -> DecodedText? {
    let isMostlyUTF8 = survey.longCount > survey.invalidCount
    let survey18030 = GB18030Survey(bytes.span)
    if isMostlyUTF8, declared == nil || declared == .utf8 || survey18030.invalidCount > 0 {
      return utf8(bytes, survey, declared: declared)
    }
    if let declared, declared != .utf8, declared != .windows1252, declared != .gb18030,
      let text = converted(bytes, from: declared, survey, isGuessed: false)
    {
      return text
    }
    if survey18030.isPlausible || declared == .gb18030,
      let text = converted(bytes, from: .gb18030, survey, isGuessed: declared != .gb18030)
    {
      return text
    }
    if declared == .windows1252, let text = converted(bytes, from: .windows1252, survey, isGuessed: false) {
      return text
    }
    guard survey.invalidCount * 10 <= bytes.count else { return nil }
    return utf8(bytes, survey, declared: declared)
  }

  /// Random bytes have one control character in nine; texts have next to none.
  private func isTooNoisy(_ survey: UTF8Survey, byteCount: Int) -> Bool {
    survey.controlCount > max(2, byteCount / 50) || survey.nulCount > max(2, byteCount / 4)
  }

  /// Short GB2312 texts can be well-formed UTF-8 by chance: all sequences have two bytes, and would be Greek,
  /// Cyrillic or Hebrew letters.
  private func isShortGB(_ bytes: [UInt8], _ survey: UTF8Survey, declared: TextEncoding?) -> Bool {
    guard survey.longCount == 0, survey.shortCount > 0 else { return false }
    guard declared == .gb18030 || declared == nil && survey.shortLatinCount * 2 < survey.shortCount else {
      return false
    }
    let survey18030 = GB18030Survey(bytes.span)
    return survey18030.invalidCount == 0 && survey18030.everydayCount == survey18030.characterCount
  }

  private func utf8(_ bytes: [UInt8], _ survey: UTF8Survey, declared: TextEncoding?) -> DecodedText {
    var findings: [Finding] = []
    if let declared, declared != .utf8, declared != .windows1252 || survey.longCount > 0 {
      findings.append(PlainTextWording.wrongDeclaration(declared, actual: .utf8))
    }
    findings += PlainTextWording.replaced(survey.invalidCount, nulCount: survey.nulCount)
    return DecodedText(utf8: cleaned(bytes, survey), encoding: .utf8, findings: findings)
  }

  private func utf16(_ bytes: [UInt8], _ order: TextEncoding, isGuessed: Bool) -> DecodedText? {
    let decoded = decodedUTF16(bytes.span, isBigEndian: order == .utf16BigEndian)
    let replacedCount = decoded.text.replacedCount
    let unitCount = bytes.count / 2
    guard replacedCount <= max(4, unitCount / 10), decoded.nulCount <= max(2, unitCount / 4),
      decoded.controlCount <= max(2, unitCount / 50)
    else { return nil }
    var findings = isGuessed ? [PlainTextWording.guessed(order)] : []
    findings += PlainTextWording.replaced(replacedCount, nulCount: decoded.nulCount)
    return DecodedText(utf8: decoded.text.utf8, encoding: order, findings: findings)
  }

  private func converted(
    _ bytes: [UInt8], from encoding: TextEncoding, _ survey: UTF8Survey, isGuessed: Bool
  ) -> DecodedText? {
    guard let text = convertedToUTF8(bytes, from: encoding) else { return nil }
    var findings = isGuessed ? [PlainTextWording.guessed(encoding)] : []
    findings += PlainTextWording.replaced(text.replacedCount, nulCount: survey.nulCount)
    var utf8 = text.utf8
    if survey.nulCount + survey.controlCount > 0 { utf8.removeAll(where: isUnwantedControl) }
    return DecodedText(utf8: utf8, encoding: encoding, findings: findings)
  }

  /// The bytes as well-formed UTF-8 without mark and controls; the same array where nothing is to be done.
  private func cleaned(_ bytes: [UInt8], _ survey: UTF8Survey) -> [UInt8] {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if survey.isClean { return hasMark ? Array(bytes.dropFirst(3)) : bytes }
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    let span = bytes.span
    var index = hasMark ? 3 : 0
    while index < span.count {
      let byte = span[index]
      if byte < 0x80 {
        if !isUnwantedControl(byte) { clean.append(byte) }
        index += 1
        continue
      }
      let step = utf8Step(span, at: index)
      if step.isWellFormed {
        for offset in 0..<step.length { clean.append(span[index + offset]) }
      } else {
        clean.append(contentsOf: replacementCharacter)
      }
      index += step.length
    }
    return clean
  }

  private func isUnwantedControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && !isTextControl(byte)
  }
}
