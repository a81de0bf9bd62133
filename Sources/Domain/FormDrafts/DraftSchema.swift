// The fields that a kind of form has, as the record format lists them.
package import Model

/// A field with its path and kind.
package struct FieldShape: Sendable, Hashable {
  /// The path of a field (`goals/annual`), or the name of a column (`annualValue`).
  package let path: String
  package let kind: FieldKind

  init(_ path: String, _ kind: FieldKind = .text) {
    self.path = path
    self.kind = kind
  }
}

/// The fields and lists of a kind of form, in the order of the record format.
package struct DraftSchema: Sendable {
  package let kind: FormKind
  /// Fields outside of lists.
  package let fields: [FieldShape]
  /// The lists, each with its columns.
  package let lists: [(list: DraftList, columns: [FieldShape])]
  private let fieldKinds: [String: FieldKind]
  private let columnKinds: [DraftList: [String: FieldKind]]

  private init(
    _ kind: FormKind, _ fields: [FieldShape], _ lists: [(list: DraftList, columns: [FieldShape])]
  ) {
    self.kind = kind
    self.fields = fields
    self.lists = lists
    fieldKinds = Dictionary(fields.map { ($0.path, $0.kind) }, uniquingKeysWith: { first, _ in first })
    columnKinds = Dictionary(
      lists.map { entry in
        (
          entry.list,
          Dictionary(entry.columns.map { ($0.path, $0.kind) }, uniquingKeysWith: { first, _ in first })
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The schema of a kind.
  package static func of(_ kind: FormKind) -> DraftSchema {
    switch kind {
    case .projectTarget: projectTarget
    case .departmentTarget: departmentTarget
    case .projectMonitoring: projectMonitoring
    case .projectSelfEvaluation: projectSelfEvaluation
    case .departmentSelfEvaluation: departmentSelfEvaluation
    }
  }

  /// The kind of a field outside of lists; nil where the form has none of that path.
  package func kind(of field: String) -> FieldKind? { fieldKinds[field] }

  /// The columns of a list; nil where the form has no such list.
  package func columns(of list: DraftList) -> [FieldShape]? { lists.first { $0.list == list }?.columns }

  /// The kind of a column; nil where the list has none of that name.
  package func kind(of column: String, in list: DraftList) -> FieldKind? { columnKinds[list]?[column] }

  /// True for a part of the form that has fields below it: `budget`, `project`.
  func hasFields(below group: String) -> Bool {
    fields.contains { $0.path.utf8.count > group.utf8.count && $0.path.utf8.starts(with: "\(group)/".utf8) }
  }

  // MARK: The kinds

  private static let title = [FieldShape("title"), FieldShape("fiscalYear", .whole)]
  private static let project =
    ["code", "name", "category", "tier"].map { FieldShape("project/\($0)") }
    + ["startYear", "endYear"].map { FieldShape("project/\($0)", .whole) }
  private static let department = [FieldShape("department/code"), FieldShape("department/name")]
  private static let unit = [FieldShape("unit/code"), FieldShape("unit/name")]
  private static let goals = [FieldShape("goals/period"), FieldShape("goals/annual")]
  private static let approval = [FieldShape("approval/authority"), FieldShape("approval/opinion")]
  private static let indicators = (
    list: DraftList.indicators, columns: Indicator.Field.allCases.map { FieldShape($0.rawValue) }
  )

  private static let projectTarget = DraftSchema(
    .projectTarget,
    title + project + department + unit
      + ["total", "fiscal", "other"].map { FieldShape("budget/\($0)", .money) } + [FieldShape("fundUse")]
      + goals + approval,
    [
      (.spendingPlan, [FieldShape("month", .whole), FieldShape("percent", .decimal)]), indicators,
    ])

  private static let departmentTarget = DraftSchema(
    .departmentTarget,
    title + department + [FieldShape("staff", .whole), FieldShape("subordinateUnits", .whole)]
      + [
        "basic", "project", "fiscal", "other", "specialFunds", "otherDevelopment", "cityLevel", "transfers",
      ].map { FieldShape("budget/\($0)", .money) } + goals + approval,
    [
      (
        .tasks,
        [FieldShape("name"), FieldShape("content"), FieldShape("funds", .money), FieldShape("expected")]
      ),
      (.subgoals, [FieldShape("name"), FieldShape("goal"), FieldShape("indicators")]),
      (.measures, [FieldShape("text")]), indicators,
    ])

  private static let outcome =
    [FieldShape("goals/expected"), FieldShape("goals/actual"), FieldShape("totalScore", .decimal)]
    + ["grade", "conclusion", "problems", "measures"].map { FieldShape($0) }
  private static let funds = (
    list: DraftList.funds,
    columns: [
      FieldShape("source"), FieldShape("initial", .money), FieldShape("adjusted", .money),
      FieldShape("executed", .money), FieldShape("rate", .decimal), FieldShape("weight", .decimal),
      FieldShape("score", .decimal), FieldShape("forecast", .money), FieldShape("note"),
    ]
  )
  private static let projectMonitoring = DraftSchema(
    .projectMonitoring, title + project + department + unit + outcome, [funds, indicators])
  private static let projectSelfEvaluation = DraftSchema(
    .projectSelfEvaluation, title + project + department + unit + outcome, [funds, indicators])
  private static let departmentSelfEvaluation = DraftSchema(
    .departmentSelfEvaluation, title + department + outcome, [funds, indicators])
}
