// Who is told of a step: the whole table, and that whoever is told of something can find it.
import Organisations
import Quantities
import Testing
import Workflow

struct StepNewsTests {
  private static func record(_ deed: Deed) throws -> StepRecord {
    StepRecord(
      deed: deed, actor: try #require(PersonID(2)), role: .clerk, moment: Moment(milliseconds: 0))
  }

  /// The news of the last of some deeds, as words.
  private static func news(_ deeds: [Deed]) throws -> [String] {
    var course = FormCourse()
    for deed in deeds.dropLast() { try course.take(try record(deed)) }
    let before = course
    let last = try #require(deeds.last)
    try course.take(try record(last))
    return StepNews.news(of: last.step, before: before, after: course).map {
      "\($0.audience.rawValue) \($0.word.rawValue)"
    }
  }

  private static let objecting = Deed.return([Objection(field: "goals/annual", words: "请写明数量")])
  private static let viaDepartment: [Deed] = [
    .submission(route: .viaDepartment), .opening, .forwarding(note: nil), .opening,
  ]
  private static let direct: [Deed] = [.submission(route: .direct), .opening]
  private static let approval = Deed.approval(opinion: "同意", number: nil)

  /// The first deeds of the way over the department, and others behind them.
  private static func over(_ count: Int, _ others: Deed...) -> [Deed] {
    Array(viaDepartment.prefix(count)) + others
  }

  /// The same for the straight way.
  private static func straight(_ others: Deed...) -> [Deed] { direct + others }

  private static let table: [(deeds: [Deed], news: [String])] = [
    (over(1), ["department arrived"]), (over(2), []), (over(3), ["clerks forwarded", "finance arrived"]),
    (over(2, objecting), ["clerks returned"]),
    (over(4, objecting), ["clerks returned", "department sentBack"]),
    (over(2, objecting, .retraction), ["clerks retracted"]),
    (over(4, objecting, .retraction), ["clerks retracted", "department retracted"]),
    (straight(objecting, .retraction), ["clerks retracted"]),
    (over(1, .withdrawal), []), (over(2, .release), []), (over(3, .recall), []),
    ([.submission(route: .direct)], ["finance arrived"]), (straight(objecting), ["clerks returned"]),
    (straight(approval), ["clerks approved"]),
    (straight(approval, .reopening(reason: "有误")), ["clerks reopened"]),
    (straight(approval, .disclosure), ["clerks disclosed"]),
    (straight(approval, .withholding(reason: "涉密")), ["clerks withheld"]),
    (straight(approval, .adjustment(reason: "追加")), []),
    (straight(approval, .adjustment(reason: "追加"), .abandonment(reason: nil)), ["clerks abandoned"]),
    ([.lapse(reason: "取消")], ["clerks lapsed"]),
    ([.lapse(reason: "取消"), .reopening(reason: "恢复")], ["clerks revived"]),
  ]

  @Test(arguments: table)
  func `each step tells those whom the table names`(_ line: (deeds: [Deed], news: [String])) throws {
    #expect(try Self.news(line.deeds) == line.news)
  }

  @Test func `arrivals go to where the form then stands`() throws {
    for line in Transition.table {
      guard let after = Self.course(at: line) else { continue }
      let news = StepNews.news(of: line.step, before: after.before, after: after.after)
      for item in news where item.word == .arrived {
        let wanted: Stage = item.audience == .department ? .awaitingDepartment : .awaitingFinance
        #expect(after.after.stage == wanted, "\(line.from) \(line.step)")
      }
      #expect(Set(news.map(\.audience)).count == news.count, "\(line.from) \(line.step)")
    }
  }

  /// Some course that takes a line of the table; nil where these deeds do not come by.
  private static func course(at line: Transition) -> (before: FormCourse, after: FormCourse)? {
    for deeds in [over(4, approval, .disclosure), straight(approval), [.lapse(reason: "取消")]] {
      var course = FormCourse()
      for deed in deeds {
        guard let record = try? record(deed) else { return nil }
        let before = course
        guard (try? course.take(record)) != nil else { return nil }
        if before.stage == line.from, deed.step == line.step { return (before, course) }
      }
    }
    return nil
  }
}
