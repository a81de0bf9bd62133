// Something doubtful in a value, with its place in the text.

/// One doubtful thing in one value. The sentence is made in `ValueProblem+Wording.swift`.
package struct ValueProblem: Sendable, Equatable {
  /// What is doubtful; the raw value is the stable code of the JSON contract.
  package enum Code: String, Sendable, CaseIterable {
    /// More digits than an exact decimal holds, or a value too long to be one.
    case tooLong
    /// `28.8万元%`: two units that exclude each other.
    case unitContradiction
    /// `≥30以下`: two comparators that exclude each other.
    case comparatorContradiction
    /// `5-3个`: the lower end is above the upper one.
    case rangeReversed
    /// `应保尽保%`, `≥满意`: a sign or unit beside words.
    case strayMark
    /// A slot that nobody filled in.
    case blank
    /// `优/良/中/差`: a scale without a choice.
    case scaleWithoutChoice
    /// `11月前` was read as the end of October.
    case monthBefore
    /// `2月30日`: no such day.
    case noSuchDay
    /// A two-digit year.
    case shortYear
    /// The value prints no unit and nothing around it does.
    case unitMissing
    /// The unit came from the name.
    case unitFromName
    /// The unit came from the form's unit column.
    case unitFromColumn
    /// The comparator came from the form's operator column.
    case comparatorFromColumn
    /// The printed unit and the unit column or name disagree.
    case unitDisagrees
    /// 元 was understood because a per-unit or a name speaks of money.
    case moneyUnderstood
    /// A bare 0, 1 or 0.97 beside a share.
    case bareRatio
    /// A bare number such as 85 beside a share: % is probably meant.
    case percentProbable
    /// `470人/天` beside a fee: 元/人·天 is probably meant.
    case feeProbable
    /// `80M`: the name tells what M stands for.
    case unitAmbiguous
    /// The name has a comparator or a per-unit that the value lacks.
    case nameSaysMore
    /// 无 was read as 0 or 否 because of the name.
    case noneByName
    /// Web page residue was skipped.
    case webPageResidue
    /// A deadline that counts from the fiscal year or recurs.
    case relativeDate
    /// Digits or symbols that make no value.
    case notUnderstood
    /// The fiscal year of the context completed a date.
    case yearFromContext
  }

  package let code: Code
  /// The UTF-8 bytes of the source that it is about.
  package let bytes: Range<Int>
  /// What was understood or is proposed, where there is something to say: `元/人·天`.
  package let detail: String?

  package init(_ code: Code, bytes: Range<Int>, detail: String? = nil) {
    self.code = code
    self.bytes = bytes
    self.detail = detail
  }
}
