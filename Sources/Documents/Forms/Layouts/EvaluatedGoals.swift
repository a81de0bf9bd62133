// What self-evaluations and monitoring forms share: a project's head, goals with outcome, closing texts.
import FormSheets
import Model

/// The goals that were set and what became of them.
struct EvaluatedGoals {
  /// Squares of the expected and of the actual goal.
  let widths: (Int, Int)

  /// Two rows behind one label.
  func rows(_ draft: inout SheetDraft) -> [GridRow] {
    [
      GridRow(
        [
          .label(FormWords.expectedGoal, columns: widths.0, scope: .column),
          .label(FormWords.actualGoal, columns: widths.1, scope: .column),
        ], keepsWithNext: true),
      GridRow([
        draft.field("/goals/expected", columns: widths.0, alignment: .start),
        draft.field("/goals/actual", columns: widths.1, alignment: .start),
      ]),
    ]
  }

  /// The project's name, then department and unit side by side.
  ///
  /// - Parameter columns: squares of the whole width, at least six.
  static func projectRows(_ draft: inout SheetDraft, columns: Int) -> [GridRow] {
    let left = (columns - 4) / 2
    return [
      GridRow([.label(FormWords.projectName, columns: 2), draft.codedProject(columns: columns - 2)]),
      GridRow([
        .label(FormWords.departmentAndCode, columns: 2), draft.party("/department", columns: left),
        .label(FormWords.actingUnit, columns: 2), draft.party("/unit", columns: columns - 4 - left),
      ]),
    ]
  }

  /// Conclusion, problems and measures, as far as there are any.
  ///
  /// - Parameter columns: squares of the whole width.
  static func closingRows(_ draft: inout SheetDraft, columns: Int) -> [GridRow] {
    [
      (FormWords.conclusion, "/conclusion"), (FormWords.problems, "/problems"),
      (FormWords.measures, "/measures"),
    ].compactMap { label, path in
      guard draft.options.isForWriting || draft.fields[path] != nil else { return nil }
      return GridRow([
        .label(label, columns: 2), draft.field(path, columns: columns - 2, alignment: .start),
      ])
    }
  }
}
