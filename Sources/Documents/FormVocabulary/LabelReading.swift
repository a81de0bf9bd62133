// What a text reads as when it is a label, looked up once per process for each wording.
import Synchronization

/// A label's comparable text and its meanings; shared by every cell that prints the same words.
package final class LabelReading: Sendable {
  /// The comparable text.
  package let label: LabelText
  /// What the text can name.
  package let meaning: Meaning

  private init(label: LabelText, meaning: Meaning) {
    self.label = label
    self.meaning = meaning
  }

  /// Wordings met so far; forms repeat a few hundred labels, so nearly every look-up after the first is one
  /// hash.
  private static let known = Mutex<[Wording: LabelReading?]>([:])
  /// Wordings kept before the memory is given back.
  private static let knownMax = 16_384

  /// A text that is hashed by its bytes: much quicker than by its canonical form.
  private struct Wording: Hashable {
    let text: String

    static func == (left: Wording, right: Wording) -> Bool {
      left.text.utf8.count == right.text.utf8.count && left.text.begins(right.text)
    }

    func hash(into hasher: inout Hasher) {
      let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
        hasher.combine(bytes: UnsafeRawBufferPointer($0))
      }
      if isDone == nil { for byte in text.utf8 { hasher.combine(byte) } }
    }
  }

  /// The reading of a text; nil for prose, values and unknown words.
  package static func of(_ text: String) -> LabelReading? {
    let length = text.utf8.count
    guard length > 0, length <= LabelText.charactersMax * 3 else { return nil }
    let wording = Wording(text: text)
    if let found = known.withLock({ $0[wording] }) { return found }
    let reading = make(text)
    known.withLock { known in
      if known.count >= knownMax { known.removeAll() }
      known[wording] = reading
    }
    return reading
  }

  private static func make(_ text: String) -> LabelReading? {
    guard let (meaning, label) = Vocabulary.meaning(of: text) else { return unitNote(text) }
    return LabelReading(label: label, meaning: meaning)
  }

  /// A text without a known meaning that prints a money unit: 本年度项目预算与执行（万元）.
  private static func unitNote(_ text: String) -> LabelReading? {
    guard text.utf8.count < 100, text.holds("元"), let label = LabelText(text), label.moneyScale != nil,
      !label.key.contains(where: \.isDigit)
    else { return nil }
    return LabelReading(label: label, meaning: Meaning())
  }
}
