// What can stand in a path: texts, whole numbers, and the rest of a path.

/// A value that prints as one segment of a path and reads back as itself.
///
/// Law: `Value(segment: value.segment) == value` for every value that can be printed, and there is one way to
/// write each value, so that a page has one address.
package protocol PathValue: Sendable {
  /// - Returns: nil where the segment is no such value; the router then looks further.
  init?(segment: String)
  /// Not yet percent-encoded; never empty, `.` or `..`.
  var segment: String { get }
}

extension String: PathValue {
  package init?(segment: String) {
    guard !segment.isEmpty else { return nil }
    self = segment
  }

  package var segment: String { self }
}

extension Int: PathValue {
  /// Digits without a leading zero, so many that they fit.
  package init?(segment: String) {
    let digits = segment.utf8
    guard (1...18).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }),
      digits.count == 1 || digits.first != 0x30, let number = Int(segment)
    else { return nil }
    self = number
  }

  package var segment: String { String(self) }
}

extension PathValue where Self: RawRepresentable, RawValue: PathValue {
  package init?(segment: String) {
    guard let raw = RawValue(segment: segment) else { return nil }
    self.init(rawValue: raw)
  }

  package var segment: String { rawValue.segment }
}
