// What an entry of the library is looked for by, and what is found.
package import RuleSets

/// What an entry is looked for by.
package struct LibraryQuery: Sendable {
  /// 三级指标 as it stands, without marks of the layout.
  package var name: String
  /// Its place; nil where none is printed.
  package var category: IndicatorCategory?
  /// Its branch, which serves where the category is nil.
  package var branch: IndicatorBranch?
  /// The vague value as it stands.
  package var value: String
  /// True where the vague value says that things are to go down.
  package var wantsLess: Bool
  /// True where only a percentage will do.
  package var wantsShare: Bool

  package init(
    name: String, category: IndicatorCategory?, branch: IndicatorBranch? = nil, value: String = "",
    wantsLess: Bool = false, wantsShare: Bool = false
  ) {
    self.name = name
    self.category = category
    self.branch = branch
    self.value = value
    self.wantsLess = wantsLess
    self.wantsShare = wantsShare
  }
}

/// An entry that fits.
package struct LibraryMatch: Sendable, Equatable {
  package var entry: LibraryEntry
  /// True where the indicator's own name is sound and only the value has to be written.
  package var keepsName: Bool
}
