// The entry: text and context in, typed value and problems out.

import Quantities

extension IndicatorValue {
  /// Reads a value. Total: every string gives a value, nothing throws, nothing traps; time grows linearly.
  ///
  /// Example: `IndicatorValue.parse("≤10.5万/人").value` is a measure of at most 105000 元 per 人.
  ///
  /// - Parameters:
  ///   - source: the text as printed.
  ///   - context: what stands around it; only used where the value leaves something open.
  package static func parse(_ source: String, context: ValueContext = .none) -> ParsedValue {
    var source = source
    source.makeContiguousUTF8()
    return source.utf8.withContiguousStorageIfAvailable { bytes in
      ValueParser.parse(bytes, source: source, context: context)
    } ?? ParsedValue(value: IndicatorValue(source: source, meaning: .text), problems: [])
  }

  /// Reads bytes that may be no valid UTF-8; what cannot be decoded becomes U+FFFD.
  package static func parse(utf8 bytes: some Collection<UInt8>, context: ValueContext = .none) -> ParsedValue
  {
    parse(String(decoding: bytes, as: UTF8.self), context: context)
  }
}

/// Steps of the parse.
enum ValueParser {
  /// Longer texts are no values: they are kept as they are, with a problem.
  static let bytesMax = 6000

  static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, source: String, context: ValueContext
  ) -> ParsedValue {
    guard bytes.count <= bytesMax else { return tooLong(bytes, source: source) }
    return withUnsafeTemporaryAllocation(of: Cell.self, capacity: bytes.count + 1) { cells in
      var folder = ValueTextFolder()
      let count = folder.fold(bytes, into: cells)
      guard let base = cells.baseAddress else {
        return ParsedValue(value: IndicatorValue(source: source, meaning: .text), problems: [])
      }
      var reader = ValueReader(
        cells: UnsafePointer(base), count: count, bytes: bytes, vocabulary: .standard,
        fiscalYear: context.fiscalYear?.year)
      reader.asksForDate = bytes.first == 0x32 && context.asksForDate  // 2025.6
      let meaning = count > 0 ? reader.value(in: reader.content(), context: context) : .empty
      if folder.sawResidue { reader.note(.webPageResidue, 0, count) }
      return ParsedValue(value: IndicatorValue(source: source, meaning: meaning), problems: reader.problems)
    }
  }

  private static func tooLong(_ bytes: UnsafeBufferPointer<UInt8>, source: String) -> ParsedValue {
    var hasDigit = false
    for byte in bytes where byte &- 0x30 < 10 { hasDigit = true }
    let meaning: IndicatorValue.Meaning =
      hasDigit ? .text : .qualitative(Qualitative(text: source.trimmedOfSpace))
    let problem = ValueProblem(.tooLong, bytes: 0..<bytes.count)
    return ParsedValue(value: IndicatorValue(source: source, meaning: meaning), problems: [problem])
  }

  /// Runs a reader over another text, such as a name or a unit column.
  static func withCells<Result>(of text: String, _ body: (ValueReader) -> Result?) -> Result? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count <= bytesMax else { return nil }
      return withUnsafeTemporaryAllocation(of: Cell.self, capacity: bytes.count + 1) { cells in
        var folder = ValueTextFolder()
        let count = folder.fold(bytes, into: cells)
        guard let base = cells.baseAddress, count > 0 else { return nil }
        return body(
          ValueReader(
            cells: UnsafePointer(base), count: count, bytes: bytes, vocabulary: .standard, fiscalYear: nil))
      }
    }
  }
}

extension String {
  /// Without white space at either end.
  var trimmedOfSpace: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

extension ValueReader {
  /// The text without marks at its end and without a pair of brackets or quotes around the whole.
  func content() -> Range<Int> {
    var (start, end) = (0, count)
    while end > start + 1, ScalarClass.isClauseMark(self[end - 1]) && !(self[end - 1] == 0x3F) { end -= 1 }
    while start + 1 < end, ScalarClass.isClauseMark(self[start]) || self[start] == 0x3A { start += 1 }
    if end - start > 2, let closing = Self.closing(self[start]), self[end - 1] == closing,
      !(start + 1..<end - 1).contains(where: { self[$0] == closing || self[$0] == self[start] })
    {
      start += 1
      end -= 1
    }
    return start..<end
  }

  /// What closes a pair of brackets or quotes; nil for everything else.
  private static func closing(_ opening: UInt32) -> UInt32? {
    switch opening {
    case 0x28: 0x29
    case 0x3010: 0x3011
    case 0x201C: 0x201D
    case 0x5B: 0x5D
    case 0x22: 0x22
    case 0x2018: 0x2019
    case 0x300C: 0x300D
    default: nil
    }
  }

  /// value = grade | found values | words
  mutating func value(in content: Range<Int>, context: ValueContext) -> IndicatorValue.Meaning {
    if mayBeRank(content), let rank = grade(in: content) { return rank }
    if var measure = plainMeasure(in: content) {
      settle(&measure, isScaled: false, content, context)
      if !measure.per.isEmpty, let frequency = Self.frequency(of: measure) { return .frequency(frequency) }
      return .measure(measure)
    }
    var scan = scan(content)
    if !scan.atoms.isEmpty, let meaning = meaning(of: &scan, in: content, context: context) { return meaning }
    problems.removeAll()
    return words(in: content, context: context)
  }

  /// 二级, 4A级, 三星, 一类: digits that are no count. Everything else with a digit is scanned first.
  private func mayBeRank(_ content: Range<Int>) -> Bool {
    guard content.count <= 16 else { return false }
    for place in content {
      switch self[place] {
      case 0x7EA7, 0x661F, 0x7C7B, 0x7B49, 0x41: return true  // 级 星 类 等 A
      default: break
      }
    }
    return false
  }
}
