// Why a step cannot be taken.

/// The step is not open here and now, or its record is not complete.
package enum StepRefusal: Error, Sendable, Hashable {
  /// The table has no line for this stage and step.
  case notFromHere(Stage, Step)
  /// The line's condition does not hold.
  case conditionFails(Stage, Step, Transition.Condition)
  /// A return names no cell.
  case noObjection
  /// An objection has no reason, or no cell.
  case wordlessObjection(field: String)
  /// An approval has no opinion.
  case noOpinion
  /// A step that has to be explained is not.
  case noReason(Step)
}
