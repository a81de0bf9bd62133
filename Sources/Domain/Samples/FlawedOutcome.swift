// What a reviewer objects to in a self-evaluation.
import Model
import Workflow

enum FlawedOutcome {
  /// One objection for each cell that the flaw has changed.
  static func objections(
    to flaw: PlantedFlaw?, in first: SelfEvaluation, sound: SelfEvaluation
  ) -> [Objection] {
    guard let flaw else { return [] }
    return paths(from: first, to: sound).map { path in
      Objection(field: path, rule: flaw.rawValue, words: FlawWording.objection(flaw))
    }
  }

  private static func paths(from old: SelfEvaluation, to changed: SelfEvaluation) -> [String] {
    var paths: [String] = []
    for (row, (left, right)) in zip(old.funds, changed.funds).enumerated() where left != right {
      if left.executed != right.executed { paths.append("funds/\(row)/executed") }
      if left.rate != right.rate { paths.append("funds/\(row)/rate") }
      if left.score != right.score { paths.append("funds/\(row)/score") }
    }
    if old.totalScore != changed.totalScore { paths.append("totalScore") }
    if old.grade != changed.grade { paths.append("grade") }
    if old.conclusion != changed.conclusion { paths.append("conclusion") }
    if old.problems != changed.problems { paths.append("problems") }
    if old.measures != changed.measures { paths.append("measures") }
    for (row, (left, right)) in zip(old.indicators, changed.indicators).enumerated() where left != right {
      for field in Indicator.Field.allCases where left[field] != right[field] {
        paths.append("indicators/\(row)/\(field.rawValue)")
      }
    }
    return paths
  }
}
