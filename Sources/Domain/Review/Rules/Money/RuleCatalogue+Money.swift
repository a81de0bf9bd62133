// The rules of this part, in the order of their codes.

extension RuleCatalogue {
  static let money: [Rule] = [.a01, .a02, .a03, .a04, .a07, .a11, .a12]
}
