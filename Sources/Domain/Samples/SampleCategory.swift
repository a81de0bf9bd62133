// Where an indicator of a sample stands, and what its place is called on the forms of a year.

/// The second levels that samples use.
enum SampleCategory: Sendable, Hashable, CaseIterable {
  case quantity, quality, timeliness, cost, economic, social, ecological, satisfaction

  /// The tree of 财预〔2021〕101号 has cost as its first level, the older one under output.
  /// The national rule set takes the later tree from 2026 on.
  static func hasCostLevel(in year: Int) -> Bool { year >= 2026 }

  /// The order of the rows on the forms of a year.
  static func ordered(in year: Int) -> [SampleCategory] {
    hasCostLevel(in: year)
      ? [.cost, .quantity, .quality, .timeliness, .economic, .social, .ecological, .satisfaction]
      : [.quantity, .quality, .timeliness, .cost, .economic, .social, .ecological, .satisfaction]
  }

  /// What shares its points in a self-evaluation.
  enum Group: Sendable, Hashable { case cost, output, benefit, satisfaction }

  func group(in year: Int) -> Group {
    switch self {
    case .cost: Self.hasCostLevel(in: year) ? .cost : .output
    case .quantity, .quality, .timeliness: .output
    case .economic, .social, .ecological: .benefit
    case .satisfaction: .satisfaction
    }
  }
}
