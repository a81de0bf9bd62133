// Codes of projects as the budget system gives them, with their check character.

/// 21 characters: region 6, year 2, a letter, 11 of the project, a check character.
enum ProjectCode {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  /// The code of a project by its number, below a hundred thousand million.
  static func text(region: String, firstYear: Int, number: Int) -> String {
    let yearDigits = firstYear % 100
    let digits = String(number)
    let body =
      region + (yearDigits < 10 ? "0" : "") + String(yearDigits) + "P"
      + String(repeating: "0", count: max(0, 11 - digits.utf8.count)) + digits
    return body + checkCharacter(of: body)
  }

  /// The check over the first 20 characters: the sum of places in the alphabet, each by the next power of
  /// three, to the modulus 31; its complement to 30 is the place of the check character.
  static func checkCharacter(of body: String) -> String {
    var sum = 0
    var power = 1
    for byte in body.utf8 {
      sum = (sum + (alphabet.firstIndex(of: byte) ?? 0) * power) % 31
      power = power * 3 % 31
    }
    return String(decoding: [alphabet[30 - sum]], as: UTF8.self)
  }
}
