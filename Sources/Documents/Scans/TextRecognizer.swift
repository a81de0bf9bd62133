// Reads the text in pictures of lines.

/// The recognizer of printed Chinese and figures; not to be shared between threads.
package final class TextRecognizer {
  private let engine: TextEngine

  /// - Returns: nil where tesseract or its models are not installed.
  package init?() {
    guard let engine = TextEngine() else { return nil }
    self.engine = engine
  }

  /// Surer than this, a line is not looked at again.
  private static let sureMin = 75

  /// The text of one line, spelled as forms print it, and how sure it is, 0…100.
  ///
  /// What is doubtful is looked at in other sizes too: the models see most lines best at the size that they
  /// were made for.
  func text(of line: Raster) -> (text: String, confidence: Int) {
    var best = engine.text(of: line)
    for size in [0.75, 1.5] where best.confidence < Self.sureMin {
      guard let other = line.scaled(by: size).map({ engine.text(of: $0) }), other.confidence > best.confidence
      else { continue }
      best = other
    }
    return (RecognizedTextWords.spelled(best.text), best.confidence)
  }
}
