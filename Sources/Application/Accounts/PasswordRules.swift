// What a password has to be: configurable, and by default what GB/T 22239 (level 3) is usually taken to ask.
package import Organisations
package import Quantities

/// What is wrong with a password that somebody wants to have.
package enum PasswordFlaw: Error, Sendable, Hashable {
  /// Fewer characters than wanted.
  case tooShort(min: Int)
  case tooLong(max: Int)
  /// Fewer of the four kinds of characters than wanted.
  case tooFewKinds(min: Int)
  /// It holds the account's name, forwards or backwards.
  case holdsAccountName
  /// It is one of the passwords that are tried first, or one with the usual disguise.
  case isCommon
  /// Mostly runs such as `aaaa`, `1234`, `qwer`.
  case isPredictable
  /// It is one of the last ones.
  case wasUsed(count: Int)
  /// It was changed a moment ago, and cannot be changed yet.
  case tooEarly(until: Moment)
  /// Not to be typed on every keyboard: empty, or with control characters.
  case notText
}

/// The rules; numbers outside their ranges become the nearest inside.
package struct PasswordRules: Sendable, Hashable {
  /// Characters at least: 8 to 64.
  package let charactersMin: Int
  /// Kinds at least, of small letters, capitals, digits and the rest: 1 to 4.
  package let kindsMin: Int
  /// Earlier passwords that cannot be taken again: 0 to 24.
  package let historyCount: Int
  /// Days after which it has to be changed: 0 (never) to 3650.
  package let daysMax: Int
  /// Hours before it can be changed again by its person: 0 to 720; keeps anyone from running through the
  /// history to come back to the old one.
  package let hoursMin: Int

  package init(
    charactersMin: Int = 10, kindsMin: Int = 3, historyCount: Int = 5, daysMax: Int = 90, hoursMin: Int = 1
  ) {
    self.charactersMin = min(max(charactersMin, 8), 64)
    self.kindsMin = min(max(kindsMin, 1), 4)
    self.historyCount = min(max(historyCount, 0), 24)
    self.daysMax = min(max(daysMax, 0), 3650)
    self.hoursMin = min(max(hoursMin, 0), 720)
  }

  /// Everything that is wrong with the words of a password; what was used before is asked of its hashes.
  ///
  /// - Parameter account: nil where what was typed is no name of an account yet.
  package func flaws(of text: String, account: AccountName?) -> [PasswordFlaw] {
    guard text.utf8.count <= Password.bytesMax else { return [.tooLong(max: Password.bytesMax)] }
    guard Password(text) != nil else { return [.notText] }
    var flaws: [PasswordFlaw] = []
    if text.count < charactersMin { flaws.append(.tooShort(min: charactersMin)) }
    if Self.kinds(of: text) < kindsMin { flaws.append(.tooFewKinds(min: kindsMin)) }
    let plain = PasswordShape.lowered(text)
    if let account, Self.holds(plain, account) { flaws.append(.holdsAccountName) }
    if GuessedPasswords.contains(plain) {
      flaws.append(.isCommon)
    } else if PasswordShape.strengthCount(plain) < Self.strengthMin {
      flaws.append(.isPredictable)
    }
    return flaws
  }

  /// When a password has to be changed; nil where it never has.
  package func end(set moment: Moment) -> Moment? {
    daysMax == 0 ? nil : moment.advanced(bySeconds: daysMax * 86_400)
  }

  /// Until when it cannot be changed again by its person; nil where it can now.
  package func settled(set earlier: Moment, at moment: Moment) -> Moment? {
    let end = earlier.advanced(bySeconds: hoursMin * 3600)
    return moment < end && moment >= earlier ? end : nil
  }

  /// Characters that count where each run counts once.
  private static let strengthMin = 6

  /// How many of the four kinds there are.
  static func kinds(of text: String) -> Int {
    var kinds: Set<Int> = []
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A: kinds.insert(0)
      case 0x41...0x5A: kinds.insert(1)
      case 0x30...0x39: kinds.insert(2)
      default: kinds.insert(3)
      }
    }
    return kinds.count
  }

  private static func holds(_ plain: [UInt8], _ account: AccountName) -> Bool {
    let name = Array(account.text.utf8)
    guard name.count >= 3 else { return false }
    return PasswordShape.holds(plain, name) || PasswordShape.holds(plain, name.reversed())
  }
}
