// What of a department's form serves what: kept beside the record, found again with each version.
import JSONText
import Model
import Testing
import Workflow

@testable import FormDrafts

@Suite struct LinkTests {
  private var form: Form {
    var target = DepartmentTarget()
    target.tasks = [DepartmentTask(name: "巡查"), DepartmentTask(name: "清淤")]
    target.subgoals = [Subgoal(name: "安全")]
    target.indicators = ["巡查次数", "清淤长度"].map { name in
      var indicator = Indicator()
      indicator.name = name
      return indicator
    }
    return .departmentTarget(target)
  }

  private var linked: FormDraft {
    FormDraft(record: form).applying([
      FieldChange(path: "links/indicators/k1", value: "\"k2\""),
      FieldChange(path: "links/projects/p17", value: "\"k1\""),
      FieldChange(path: "links/tasks/k2", value: "\"k1\""),
    ])
  }

  @Test func `links are fields of the draft, and the record knows nothing of them`() {
    #expect(linked.record == form)
    #expect(linked.fields.count == FormDraft(record: form).fields.count + 3)
    #expect(linked.text(at: "links/projects/p17") == "k1")
    #expect(linked.task(ofProject: 17)?.text == "k1")
    #expect(linked.task(ofProject: 18) == nil)
    #expect(FormDraft(kind: .departmentTarget).applying(linked.fields) == linked)
    #expect(linked.faults == [])
  }

  @Test func `links come back with the record of a version, by the places of its rows`() throws {
    var links = FormLinks()
    links.indicators = [0: 1]
    links.projects = [17: 0]
    links.tasks = [1: 0]
    #expect(linked.links == links)
    var json = JSONWriter()
    links.write(to: &json)
    #expect(json.text == #"{"indicators":[[0,1]],"projects":[[17,0]],"tasks":[[1,0]]}"#)
    #expect(FormLinks(try JSONReader.read(json.bytes)) == links)
    #expect(FormDraft(record: form, links: links) == linked)
    links.indicators[7] = 0
    links.projects[18] = 9
    #expect(FormDraft(record: form, links: links) == linked)
  }

  @Test func `a row that is gone takes its links out of sight, and brings them back`() throws {
    var chance = SystemRandomNumberGenerator()
    let task = try #require(RowKey("k2"))
    let changes = try linked.changes(for: .removeRow(.tasks, task), using: &chance)
    let without = linked.applying(changes)
    #expect(without.links.indicators == [:])
    #expect(without.links.tasks == [:])
    #expect(without.links.projects == [17: 0])
    #expect(without.applying(linked.inverse(of: changes)) == linked)
    let moved = linked.applying(
      try linked.changes(for: .moveRow(.tasks, task, to: .first), using: &chance))
    #expect(moved.links.indicators == [0: 0])
  }

  @Test func `a link names a row that is there, and only departments have any`() throws {
    var chance = SystemRandomNumberGenerator()
    func refusal(_ path: String, _ typed: String, in draft: FormDraft) -> DraftRefusal? {
      do throws(DraftRefusal) {
        _ = try draft.changes(for: .set(path: path, typed: typed), using: &chance)
        return nil
      } catch { return error }
    }
    #expect(refusal("links/indicators/k1", "k9", in: linked) == .unknownRow(path: "links/indicators/k1"))
    #expect(refusal("links/indicators/k1", "<b>", in: linked) == .unknownRow(path: "links/indicators/k1"))
    #expect(refusal("links/indicators/k1", "", in: linked) == nil)
    for path in [
      "links/projects/17", "links/projects/p017", "links/projects/q1", "links/funds/k1", "links/tasks",
    ] {
      #expect(refusal(path, "k1", in: linked) == .unknownField(path: path))
    }
    let project = FormDraft(kind: .projectTarget)
    #expect(
      refusal("links/indicators/k1", "k1", in: project) == .unknownField(path: "links/indicators/k1"))
  }

  @Test func `whoever mends a returned form may also say what serves what`() {
    let open = OpenFields(.only(["tasks/0"]), in: linked)
    #expect(open.contains("links/indicators/k1"))
    #expect(!open.contains("indicators/k1/name"))
    #expect(!OpenFields(.none, in: linked).contains("links/indicators/k1"))
  }
}
