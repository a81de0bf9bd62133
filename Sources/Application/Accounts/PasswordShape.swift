// What a password looks like to somebody who guesses: letters without disguise, runs counted once.

/// Looks at the bytes of a password in small letters.
enum PasswordShape {
  /// Small letters for the capitals of ASCII.
  static func lowered(_ text: String) -> [UInt8] {
    text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }

  /// Letters for the digits and signs that usually stand for them: `p@ssw0rd` → `password`.
  static func undisguised(_ plain: [UInt8]) -> [UInt8] {
    plain.map { byte in
      switch byte {
      case 0x40: 0x61  // @ → a
      case 0x30: 0x6F  // 0 → o
      case 0x31, 0x21: 0x69  // 1, ! → i
      case 0x33: 0x65  // 3 → e
      case 0x24, 0x35: 0x73  // $, 5 → s
      case 0x37: 0x74  // 7 → t
      default: byte
      }
    }
  }

  /// Without the digits and signs at both ends, which are the usual trimmings of a common word.
  static func untrimmed(_ plain: [UInt8]) -> [UInt8] {
    let isLetter = { (byte: UInt8) in (0x61...0x7A).contains(byte) || byte >= 0x80 }
    guard let first = plain.firstIndex(where: isLetter), let last = plain.lastIndex(where: isLetter)
    else { return [] }
    return Array(plain[first...last])
  }

  /// True when one run of bytes stands in another.
  static func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    guard !part.isEmpty, part.count <= bytes.count else { return part.isEmpty }
    return (0...bytes.count - part.count).contains { bytes[$0..<$0 + part.count].elementsEqual(part) }
  }

  /// How many bytes count where every run of three and more (one sign again and again, neighbours in the
  /// alphabet, in counting or on the keyboard) counts as one.
  static func strengthCount(_ plain: [UInt8]) -> Int {
    var count = 0
    var index = 0
    while index < plain.count {
      let length = max(keyboardRun(plain, from: index), stepRun(plain, from: index))
      index += length >= 3 ? length : 1
      count += 1
    }
    return count
  }

  /// The run with one step: `aaaa` (0), `1234` (1), `dcba` (−1).
  private static func stepRun(_ bytes: [UInt8], from start: Int) -> Int {
    guard start + 1 < bytes.count else { return 1 }
    let step = Int(bytes[start + 1]) - Int(bytes[start])
    guard abs(step) <= 1 else { return 1 }
    var end = start + 1
    while end < bytes.count, Int(bytes[end]) - Int(bytes[end - 1]) == step { end += 1 }
    return end - start
  }

  private static let keyboardRows = [
    "1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "!@#$%^&*()_+",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "qazwsxedcrfvtgbyhnujm",
  ].flatMap { [Array($0.utf8), Array($0.utf8.reversed())] }

  private static func keyboardRun(_ bytes: [UInt8], from start: Int) -> Int {
    var longest = 1
    for row in keyboardRows {
      guard var place = row.firstIndex(of: bytes[start]) else { continue }
      var end = start + 1
      place += 1
      while end < bytes.count, place < row.count, bytes[end] == row[place] {
        end += 1
        place += 1
      }
      longest = max(longest, end - start)
    }
    return longest
  }
}
