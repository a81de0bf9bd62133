// Which fonts, sizes and line heights the roles of a form's texts are printed in.
package import FormSheets

/// Fonts by the part that a text plays.
package struct FontMap: Sendable, Equatable {
  /// How one role is printed.
  package struct Choice: Sendable, Equatable {
    /// The names under which the wanted font may be installed; the first that is there is used.
    package var families: [String]
    /// What stands in where none is installed.
    package var substitute: String
    /// Whether the substitute is printed bold: fonts for titles are dark by themselves.
    package var isSubstituteBold: Bool
    /// In tenths of a point.
    package var size: Int
    /// The distance of lines, in hundredths of the size.
    package var lineHeight: Int

    package init(
      families: [String], substitute: String, isSubstituteBold: Bool = false, size: Int, lineHeight: Int = 130
    ) {
      self.families = families
      self.substitute = substitute
      self.isSubstituteBold = isSubstituteBold
      self.size = size
      self.lineHeight = lineHeight
    }
  }

  /// Roles that are not named are printed as `.body` is.
  package var choices: [TextRole: Choice]

  package init(_ choices: [TextRole: Choice]) {
    self.choices = choices
  }

  /// How a role is printed.
  package subscript(role: TextRole) -> Choice {
    choices[role] ?? choices[.body] ?? Choice(families: [], substitute: FontMap.serif, size: 105)
  }

  package static let serif = "Noto Serif CJK SC"
  package static let sans = "Noto Sans CJK SC"

  /// The fonts of official papers (GB/T 9704: 小标宋 for titles, 黑体 for heads, 仿宋 for text) in the sizes
  /// that budget forms are printed in: 小二 for titles, 五号 in tables, 小五 for notes.
  package static let official = FontMap([
    .title: Choice(
      families: FontVocabulary.smallTitle,
      substitute: serif, isSubstituteBold: true, size: 180),
    .subtitle: Choice(families: FontVocabulary.fangSong, substitute: serif, size: 120),
    .head: Choice(families: FontVocabulary.black, substitute: sans, size: 105),
    .label: Choice(families: FontVocabulary.fangSong, substitute: serif, size: 105),
    .body: Choice(families: FontVocabulary.fangSong, substitute: serif, size: 105),
    .note: Choice(families: FontVocabulary.fangSong, substitute: serif, size: 90, lineHeight: 140),
  ])
}
