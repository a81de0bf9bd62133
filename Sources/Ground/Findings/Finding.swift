// A finding: something doubtful in the data, collected and located, never thrown.

/// How much a finding weighs.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  /// To be told, no action asked for (提示).
  case info
  /// Has to be explained or looked at (应说明).
  case warning
  /// Has to be mended (应退回).
  case error

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// One doubtful thing, at one place, in one sentence for the people who can mend it.
///
/// Example: rule `C14`, severity `.error`, form 0, field `goals/period`, "文字中有网页代码 <p>，已去除，请核对。"
package struct Finding: Sendable, Equatable {
  /// The stable code of the rule that speaks, such as `C14` (review catalogue) or `R03` (reading).
  package var rule: String
  package var severity: Severity
  /// The index of the form in its import result; nil when the finding is about the whole document.
  package var form: Int?
  /// The field path inside the form, such as `indicators/3/annualValue`.
  package var field: String?
  /// The sentence, in Chinese, finished.
  package var message: String
  /// Where in the document it was seen.
  package var place: Place?

  package init(
    rule: String, severity: Severity, form: Int? = nil, field: String? = nil, message: String,
    place: Place? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.form = form
    self.field = field
    self.message = message
    self.place = place
  }
}
