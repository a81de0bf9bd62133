// The rules of this part, in the order of their codes.

extension RuleCatalogue {
  static let measurability: [Rule] = [.m05]
}
