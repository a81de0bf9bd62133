// What a unit promises (指标值): the printed text and its typed meaning.

import Quantities

/// An indicator value: the text as printed and what it means.
///
/// Two values are compared by `meaning`; the source is kept for people and for printing back.
/// Example: `≥30人次` means `.measure` of at least 30 人次.
package struct IndicatorValue: Sendable, Equatable {
  /// The text as printed.
  package let source: String
  package let meaning: Meaning

  package init(source: String, meaning: Meaning) {
    self.source = source
    self.meaning = meaning
  }

  /// What the text says. Parsing is total: `.text` is the worst that can come out.
  package indirect enum Meaning: Sendable, Equatable {
    /// A number with comparator and unit: `≥30人次`, `100%`, `1000元/户`, `3-5个`.
    case measure(Measure)
    /// A day or a span of days: `2023年12月底前`, `≤9月`, `2021年全年`.
    case deadline(Deadline)
    /// Events over time: `1次/月`, `每季度1次`, `按月`.
    case frequency(Frequency)
    /// Several values in one cell: `≥90%或比上年提升15个百分点`.
    case composite(Composite)
    /// A step of a scale: `优`, `良好以上`, `Ⅲ类`.
    case grade(Grade)
    /// `是`, `否`, `完成`, `未达标`; nil where only the choice is printed (`是/否`).
    case yesNo(Bool?)
    /// Words: `有效提升`, `长期`, `不超预算`.
    case qualitative(Qualitative)
    /// A cell that was not filled in: `≥**%`, `/`, `不适用`.
    case placeholder(Placeholder)
    /// A cell without any text.
    case empty
    /// Digits or symbols that make no value: a document number, `#REF!`.
    case text
  }

  /// The name of the meaning in the JSON contract.
  package var kind: Kind {
    switch meaning {
    case .measure: .measure
    case .deadline: .deadline
    case .frequency: .frequency
    case .composite: .composite
    case .grade: .grade
    case .yesNo: .yesNo
    case .qualitative: .qualitative
    case .placeholder: .placeholder
    case .empty: .empty
    case .text: .text
    }
  }

  /// The kinds, spelled as in the JSON contract.
  package enum Kind: String, Sendable, CaseIterable {
    case measure, deadline, frequency, composite, grade, yesNo, qualitative, placeholder, empty, text
  }
}
