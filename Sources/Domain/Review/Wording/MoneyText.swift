// Amounts and numbers as sentences print them.
import Quantities

enum MoneyText {
  /// Round amounts from ten thousand on in 万元, others in yuan with thousands set apart.
  static func yuan(_ amount: ExactDecimal) -> String {
    if let large = amount.scaled(byPowerOfTen: -4), ExactDecimal.one <= large,
      let tenths = large.rounded(toPlaces: 1), tenths == large
    {
      return "\(FigureText.number(large)) 万元"
    }
    return "\(FigureText.number(amount)) 元"
  }

  /// One unit for all amounts of a sum: 万元 where two decimals say every one of them exactly, else 元.
  struct SumUnit {
    private let isTenThousand: Bool

    init(of amounts: [ExactDecimal]) {
      let scaled = amounts.map { $0.scaled(byPowerOfTen: -4) }
      isTenThousand =
        scaled.allSatisfy { $0 != nil && $0?.rounded(toPlaces: 2) == $0 }
        && scaled.contains { $0.map { ExactDecimal.one <= $0 } == true }
    }

    func text(_ amount: ExactDecimal) -> String {
      guard isTenThousand, let scaled = amount.scaled(byPowerOfTen: -4) else {
        return "\(FigureText.number(amount)) 元"
      }
      return "\(FigureText.number(scaled)) 万元"
    }
  }

  /// One amount as a share of another: `96.4%`.
  static func percent(_ part: ExactDecimal, of whole: ExactDecimal) -> String {
    guard let share = ExactFraction(part, dividedBy: whole)?.multiplied(by: ExactFraction(whole: 100)) else {
      return "—"
    }
    // Nearly everything is not everything.
    let places = share.decimal(places: 1) == .hundred && part != whole ? 2 : 1
    return share.decimal(places: places).map { "\($0)%" } ?? "—"
  }

  /// How many times one amount is another: `7.8`.
  static func times(_ part: ExactDecimal, _ whole: ExactDecimal) -> String {
    ExactFraction(part, dividedBy: whole)?.decimal(places: 1)?.description ?? "—"
  }
}
