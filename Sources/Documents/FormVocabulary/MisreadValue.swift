// Values of which the recognizer of a scan misread the sign of comparison.

/// Values whose misread sign can only be one.
package enum MisreadValue {
  /// `之90%` and `Z90%` are `≥90%`: nothing else stands like that before a figure.
  ///
  /// - Returns: nil for other texts. `=90%` and `2 90%` may be meant as they stand.
  package static func corrected(_ text: String) -> String? {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let second = scalars.dropFirst().first,
      (0x30...0x39).contains(second.value)
    else { return nil }
    guard first == "之" || first == "乏" || first == "Z" || first == "z" else { return nil }
    return "≥" + String(scalars.dropFirst())
  }
}
