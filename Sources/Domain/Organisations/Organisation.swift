// An organisation of the tree: region, bureau, department, unit.

/// What an organisation is.
package enum OrganisationKind: String, Sendable, CaseIterable {
  /// 地区: a town, a county, a city; the root of its tree.
  case region
  /// 财政局、财政分局: reviews and approves for its region.
  case bureau
  /// 主管部门: answers for the units below it.
  case department
  /// 预算单位: makes the forms.
  case unit

  /// The levels of code that the kind may have: a department has three digits, a unit six and more.
  package var levels: ClosedRange<Int> {
    switch self {
    case .region: 0...0
    case .bureau, .department: 1...1
    case .unit: 2...OrganisationCode.levelsMax
    }
  }

  /// The kind that a code without a word about it has: the region, a department, a unit.
  package static func usual(atLevel level: Int) -> OrganisationKind {
    level == 0 ? .region : level == 1 ? .department : .unit
  }
}

/// An organisation as the office keeps it.
package struct Organisation: Sendable, Hashable {
  package let id: OrganisationID
  /// Region and code; no two organisations of one year have the same.
  package var path: OrganisationPath
  package var kind: OrganisationKind
  /// The full name, as on the seal.
  package var name: String
  /// What lists print where room is short; nil where the name is short enough.
  package var shortName: String?
  /// The fiscal years in which it has a budget of its own.
  package var years: YearSpan

  package init(
    id: OrganisationID, path: OrganisationPath, kind: OrganisationKind, name: String,
    shortName: String? = nil, years: YearSpan
  ) {
    self.id = id
    self.path = path
    self.kind = kind
    self.name = name
    self.shortName = shortName
    self.years = years
  }

  /// The short name, or the name where there is none.
  package var label: String { shortName ?? name }

  /// Characters of a name at most; longer ones do not fit a form's head.
  package static let nameCharactersMax = 100
  /// Characters of a short name at most.
  package static let shortNameCharactersMax = 30
}
