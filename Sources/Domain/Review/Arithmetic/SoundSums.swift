// The sums of a form that hold (勾稽相符).

enum SoundSums {
  static func all(in subject: ReviewSubject) -> [SoundSum] { [] }
}
