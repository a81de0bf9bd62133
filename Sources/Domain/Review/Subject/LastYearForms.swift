// Last year's forms, found by the project of this year's form.
package import Model

/// Targets and self-evaluations of the year before.
///
/// A project is known by its code; where one of the two forms prints none, or no form has the code, by its
/// name and unit. The year in a name does not count: 2025年三八活动 is 2026年三八活动.
package struct LastYearForms: Sendable {
  private enum Key: Hashable {
    case code(String)
    case name(String, unit: String)
  }

  private var targets: [Key: [Form]] = [:]
  private var outcomes: [Key: [Form]] = [:]

  package init() {}

  /// True where no form of a project is in it.
  package var isEmpty: Bool { targets.isEmpty && outcomes.isEmpty }

  /// Takes a project's target or self-evaluation in; other forms are left out.
  package mutating func add(_ form: Form) {
    for key in Self.keys(of: form) {
      switch form.kind {
      case .projectTarget: targets[key, default: []].append(form)
      case .projectSelfEvaluation: outcomes[key, default: []].append(form)
      default: break
      }
    }
  }

  /// The same project's target of the year before; nil where there is none.
  package func target(before form: Form) -> Form? { Self.latest(in: targets, before: form) }

  /// The same project's self-evaluation of the year before; nil where there is none.
  package func outcome(before form: Form) -> Form? { Self.latest(in: outcomes, before: form) }

  /// The form of the latest year before the form's own; where a year is not printed it may be last year's.
  private static func latest(in forms: [Key: [Form]], before form: Form) -> Form? {
    for key in keys(of: form) {
      let earlier = (forms[key] ?? []).filter { other in
        guard let year = form.printedYear, let last = other.printedYear else { return true }
        return last < year
      }
      if let found = earlier.max(by: { ($0.printedYear ?? 0) < ($1.printedYear ?? 0) }) { return found }
    }
    return nil
  }

  /// The surest first.
  private static func keys(of form: Form) -> [Key] {
    let (project, unit): (Project, Party) =
      switch form {
      case .projectTarget(let target):
        (target.project, target.unit.name == nil ? target.department : target.unit)
      case .projectSelfEvaluation(let outcome):
        (outcome.project, outcome.unit.name == nil ? outcome.department : outcome.unit)
      default: (Project(), Party())
      }
    var keys: [Key] = []
    if let code = project.code, !code.isEmpty { keys.append(.code(code)) }
    if let name = project.name.map(folded), !name.isEmpty {
      keys.append(.name(name, unit: unit.name.map(folded) ?? ""))
    }
    return keys
  }

  /// Without blanks, brackets' shapes and a year: `2026年度`, `（2026年）`.
  private static func folded(_ name: String) -> String {
    var kept: [Unicode.Scalar] = []
    for scalar in name.unicodeScalars where !scalar.isBlank {
      switch scalar {
      case "(": kept.append("（")
      case ")": kept.append("）")
      case "年" where isYear(kept.suffix(4)): kept.removeLast(4)
      case "度" where kept.isEmpty && name.unicodeScalars.first?.isDigit == true: break
      default: kept.append(scalar)
      }
    }
    return String(String.UnicodeScalarView(kept))
  }

  private static func isYear(_ digits: ArraySlice<Unicode.Scalar>) -> Bool {
    digits.count == 4 && digits.starts(with: ["2", "0"]) && digits.allSatisfy(\.isDigit)
  }
}

extension Form {
  /// The year that a form is printed for.
  fileprivate var printedYear: Int? {
    switch self {
    case .projectTarget(let target): target.fiscalYear
    case .departmentTarget(let target): target.fiscalYear
    case .projectMonitoring(let outcome), .projectSelfEvaluation(let outcome),
      .departmentSelfEvaluation(let outcome):
      outcome.fiscalYear
    }
  }
}
