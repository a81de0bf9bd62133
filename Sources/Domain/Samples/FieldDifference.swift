// Which fields of two target forms differ, by the paths of the record format.
import Model
import Quantities

enum FieldDifference {
  /// Paths in the order of the form; rows are compared place by place.
  static func paths(from old: ProjectTarget, to changed: ProjectTarget) -> [String] {
    var paths: [String] = []
    if old.project.startYear != changed.project.startYear { paths.append("project/startYear") }
    if old.project.endYear != changed.project.endYear { paths.append("project/endYear") }
    if old.budget.total != changed.budget.total { paths.append("budget/total") }
    for (place, (left, right)) in zip(old.spendingPlan, changed.spendingPlan).enumerated() where left != right
    {
      paths.append("spendingPlan/\(place)/percent")
    }
    if old.goals.period != changed.goals.period { paths.append("goals/period") }
    if old.goals.annual != changed.goals.annual { paths.append("goals/annual") }
    for (row, (left, right)) in zip(old.indicators, changed.indicators).enumerated() where left != right {
      for field in Indicator.Field.allCases where left[field] != right[field] {
        paths.append("indicators/\(row)/\(field.rawValue)")
      }
    }
    return paths
  }

  /// The text of a field that `paths` can name; nil where it is blank.
  static func text(of target: ProjectTarget, at path: String) -> String? {
    switch path {
    case "project/startYear": return target.project.startYear.map(String.init)
    case "project/endYear": return target.project.endYear.map(String.init)
    case "budget/total": return target.budget.total?.description
    case "goals/period": return target.goals.period
    case "goals/annual": return target.goals.annual
    default:
      let parts = path.split(separator: "/")
      guard parts.count == 3, let place = Int(parts[1]) else { return nil }
      if parts[0] == "spendingPlan" { return target.spendingPlan[place].percent }
      return Indicator.Field(rawValue: String(parts[2])).flatMap { target.indicators[place][$0] }
    }
  }
}
