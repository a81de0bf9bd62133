// A measure or deadline that was found inside a value, with its place.

/// One value found by the scan. A class, so that finds are handed on without copying the measure inside.
final class Atom {
  enum Content {
    case measure(Measure)
    case deadline(Deadline)
  }

  var start: Int
  var end: Int
  var content: Content
  /// Stands only when nothing better does.
  var isWeak = false
  /// The digits did not fit.
  var isTooLong = false
  /// 万 or 亿 was printed.
  var isScaled = false

  init(start: Int, end: Int, content: Content) {
    self.start = start
    self.end = end
    self.content = content
  }

  var measure: Measure? {
    if case .measure(let measure) = content { return measure }
    return nil
  }

  var isMeasure: Bool {
    if case .measure = content { return true }
    return false
  }
}

/// Everything that the scan found, and the words that went into per-units.
struct Scan {
  var atoms: [Atom] = []
  /// 每场 … in front of words: taken out of the subject.
  var consumed: [Range<Int>] = []
}
