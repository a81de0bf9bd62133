// A rule of the review: a value with its reasons, its examples and one pure function.
package import Findings
package import Model

/// What a rule looks after: the four heads of the review sheet (绩效目标审核表), or a later form.
package enum RuleDimension: String, Sendable, CaseIterable {
  /// 完整性
  case completeness
  /// 相关性
  case relevance
  /// 适当性
  case adequacy
  /// 可行性
  case feasibility
  /// 自评
  case selfEvaluation = "self-evaluation"
  /// 监控
  case monitoring
}

/// One rule of the catalogue.
///
/// Rules live one a file under `Rules/`, each a static member of this type; `RuleCatalogue.all` lists them.
package final class Rule: Sendable {
  /// The stable code: `M05`.
  package let code: String
  /// The code as a number, for the engine.
  let number: RuleCode
  /// A few words: 质量指标写成数量.
  package let title: String
  /// Why it matters, one sentence that a clerk understands.
  package let why: String
  /// What to do about it.
  package let advice: String
  /// The severity of its findings unless the finding or the rule set says otherwise.
  package let severity: Severity
  /// Circular, or 实例 for a case seen in published forms.
  package let source: String
  package let dimension: RuleDimension
  /// The kinds of forms it reads.
  package let kinds: Set<FormKind>
  /// How its findings of one form are put together; nil keeps each on its own.
  package let grouping: Grouping?
  /// Forms in the small notation of `ExampleForm`: on the first the rule speaks, on the second it is silent.
  package let example: String
  package let counterExample: String
  /// Reads a subject and tells what it finds; an empty list when all is well.
  package let check: @Sendable (ReviewSubject) -> [ReviewFinding]

  /// How several findings of one rule and form become one.
  package struct Grouping: Sendable {
    /// The sentence over all of them, from the findings in form order (two or more).
    package let message: @Sendable ([ReviewFinding]) -> String

    package init(message: @escaping @Sendable ([ReviewFinding]) -> String) {
      self.message = message
    }
  }

  package init(
    code: String, title: String, why: String, advice: String, severity: Severity, source: String,
    dimension: RuleDimension, kinds: Set<FormKind>, grouping: Grouping? = nil, example: String,
    counterExample: String, check: @escaping @Sendable (ReviewSubject) -> [ReviewFinding]
  ) {
    self.code = code
    number = RuleCode(code)
    self.title = title
    self.why = why
    self.advice = advice
    self.severity = severity
    self.source = source
    self.dimension = dimension
    self.kinds = kinds
    self.grouping = grouping
    self.example = example
    self.counterExample = counterExample
    self.check = check
  }
}

extension Set<FormKind> {
  /// Forms that promise: of projects and of departments.
  package static let targets: Set<FormKind> = [.projectTarget, .departmentTarget]
  /// Forms that tell what became of the promise.
  package static let outcomes: Set<FormKind> = [
    .projectMonitoring, .projectSelfEvaluation, .departmentSelfEvaluation,
  ]
  /// Self-evaluations, without monitoring.
  package static let selfEvaluations: Set<FormKind> = [.projectSelfEvaluation, .departmentSelfEvaluation]
  /// Every kind.
  package static let everyForm = Set(FormKind.allCases)
}
