// The rules of this part, in the order of their codes.

extension RuleCatalogue {
  static let selfEvaluation: [Rule] = [
    .e01, .e02, .e03, .e04, .e05, .e06, .e07, .e08, .e09, .e10, .e11, .e12, .e13, .e14, .e15, .e16, .e17,
    .e18,
  ]
}
