// One indicator of the library: what may stand in place of words that nobody can measure.
package import RuleSets

/// An entry of the indicator library (指标库).
///
/// Example: 培训合格率, under 质量, `≥95%`, 考核合格人数 ÷ 参加考核人数, in place of 培训效果良好.
package struct LibraryEntry: Sendable, Equatable {
  /// The title of the kind of projects that it belongs to: 培训, 通用.
  package var kind: String
  /// 指标名称
  package var name: String
  /// Where it may stand, the usual place first; cost without a kind stands for every cost.
  package var places: [IndicatorCategory]
  /// What is promised, a figure or a blank for it.
  package var value: EntryValue
  /// How it is computed and where the figures come from, one sentence.
  package var method: String
  /// Words in an indicator's name by which it is found, besides its own name.
  package var triggers: [String]
  /// Vague wordings that it takes the place of.
  package var replaces: [String]
  /// One of these must stand in the project's name, its goal or the indicator's name; empty asks for none.
  package var restrictions: [String] = []
  /// Where one of these stands in the indicator's name it does not fit.
  package var exclusions: [String] = []
  /// True where the indicator's own name may stay and only the value is written.
  package var mayKeepName = false
  /// The line of the library's text where it begins.
  package var line: Int

  /// True where it can hang under a category of either official tree.
  package func fits(_ category: IndicatorCategory) -> Bool {
    places.contains { place in
      place == category || place.isCost && category == .cost || place == .cost && category.isCost
        || place.isBenefit && category == .benefit
    }
  }

  /// True where it can stand under a branch whose twigs are not printed.
  package func fits(under branch: IndicatorBranch) -> Bool {
    places.contains { place in
      switch branch {
      case .cost: place.isCost
      case .output: place.isOutput
      case .benefit: place.isBenefit
      case .satisfaction: place == .satisfaction
      }
    }
  }
}

/// A kind of projects (培训, 工程建设) with the words that tell it.
package struct LibraryKind: Sendable, Equatable {
  /// 培训
  package var title: String
  /// Words of a project's name or goal; none for what fits every project.
  package var words: [String]

  /// True for what fits every project (通用).
  package var isGeneral: Bool { words.isEmpty }
}
