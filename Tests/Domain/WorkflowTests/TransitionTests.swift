// The table of transitions: what is open where, that each stage can be left, that the page says the same.
import Foundation
import Organisations
import Testing
import Workflow

struct TransitionTests {
  /// Every line as `stage step → destination by takers if condition`: the table once more, by hand.
  private static let expected = """
    draft: submit lapse
    awaiting-department: withdraw open abandon lapse
    department-review: release forward return abandon lapse
    awaiting-finance: withdraw open recall abandon lapse
    finance-review: release return approve abandon lapse
    returned: submit retract abandon lapse
    approved: reopen disclose withhold adjust
    disclosed: withhold adjust
    withheld: disclose adjust
    adjusting: submit abandon
    lapsed: reopen
    """

  @Test func `the steps of every stage are those of the cycle`() {
    let lines = Stage.allCases.map { stage in
      let steps = Step.allCases.filter { Transition.line(from: stage, by: $0) != nil }
      return "\(stage.rawValue): " + steps.map(\.rawValue).joined(separator: " ")
    }
    #expect(lines.joined(separator: "\n") == Self.expected)
  }

  @Test func `a line belongs to its stage and step and has somebody to take it`() {
    for line in Transition.table {
      #expect(Transition.line(from: line.from, by: line.step) == line)
      #expect(!line.takers.isEmpty)
      #expect(line.takers.allSatisfy { !$0.role.isAdministrator && $0.role != .reader })
    }
    #expect(Set(Transition.table.map(\.step)) == Set(Step.allCases))
  }

  @Test func `clerks act on their own unit and reviewers on everything below`() {
    for taker in Transition.table.flatMap(\.takers) {
      #expect(taker.reach == (taker.role == .clerk ? .own : .subtree))
    }
  }

  @Test func `only the bureau approves, discloses and withholds, and no clerk decides`() {
    for line in Transition.table {
      switch line.step {
      case .approve, .disclose, .withhold, .reopen: #expect(line.takers.map(\.role) == [.financeReviewer])
      case .forward, .recall: #expect(line.takers.map(\.role) == [.departmentReviewer])
      case .submit, .withdraw, .adjust: #expect(line.takers.map(\.role) == [.clerk])
      case .retract: #expect(line.takers.map(\.role) == [.departmentReviewer, .financeReviewer])
      case .open, .release, .sendBack: #expect(!line.takers.map(\.role).contains(.clerk))
      case .abandon, .lapse: #expect(line.takers.map(\.role).contains(.financeReviewer))
      }
    }
  }

  @Test func `stages are of one sort`() {
    for stage in Stage.allCases where stage != .lapsed {
      #expect([stage.isEditing, stage.isUnderReview, stage.isInForce].filter(\.self).count == 1)
    }
  }

  private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/reference/workflow.md")

  @Test func `the page of the reference is the table`() throws {
    if ProcessInfo.processInfo.environment["PLUMBLINE_SNAPSHOTS"] == "record" {
      try Data(Transition.reference.utf8).write(to: Self.page)
    }
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == Transition.reference)
  }

  @Test func `every stage, step and refusal has words of its own`() {
    #expect(Set(Stage.allCases.map(\.label)).count == Stage.allCases.count)
    #expect(Set(Step.allCases.map(\.label)).count == Step.allCases.count)
    #expect(Set(Step.allCases.map(\.recordLabel)).count == Step.allCases.count)
  }
}
