// Which forms of a batch have to be read: drawn by chance that anybody can draw again.
import Ledger
import Records

/// The draw of a batch. Forms are ranked by the SM3 of seed and number; the first of them are drawn. Whoever
/// knows the seed, which stands in the ledger, gets the same.
enum BatchDraw {
  /// - Parameters:
  ///   - share: in percent, 1 to 100; of a few forms at least one is drawn.
  static func drawn(of forms: [FormID], share: Int, seed: String) -> Set<FormID> {
    guard !forms.isEmpty else { return [] }
    let share = min(max(1, share), 100)
    let count = (forms.count * share + 99) / 100
    let places: [(FormID, [UInt8])] = forms.map { form in
      (form, ContentHash(of: Array("\(seed)/\(form)".utf8)).bytes)
    }
    let ranked = places.sorted { left, right in
      left.1 == right.1 ? left.0 < right.0 : left.1.lexicographicallyPrecedes(right.1)
    }
    return Set(ranked.prefix(count).map(\.0))
  }

  /// A seed of 64 bits, as it is printed.
  static func seed(_ chance: Chance) -> String {
    var chance = chance
    let text = String(chance.next(), radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
