// The rules of this part, in the order of their codes.

extension RuleCatalogue {
  static let completeness: [Rule] = [
    .c01, .c02, .c03, .c04, .c05, .c06, .c07, .c08, .c09, .c10, .c11, .c12, .c13, .c14, .c15, .c16,
  ]
}
