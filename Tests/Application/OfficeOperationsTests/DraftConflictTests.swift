// Two people write in one form at once: nothing is lost, and who met whom is told.
import FormDrafts
import Model
import Organisations
import Records
import Testing
import Workflow

@testable import OfficeOperations

@Suite struct DraftConflictTests {
  @Test(arguments: Engine.allCases)
  func `a conflict tells both texts, who wrote the other one and when`(engine: Engine) async throws {
    let desk = try await DraftDesk(on: engine)
    let form = try await desk.desk.form()
    let base = try await desk.desk.entry(form).draftRevision
    desk.desk.county.town.clock.advance(seconds: 60)
    let theirs = try await desk.saved(
      [.set(path: "goals/annual", typed: "林红的目标"), .set(path: "fundUse", typed: "人工费")], in: form, onto: base,
      by: desk.other)
    let conflict = try await desk.conflict(
      [.set(path: "goals/annual", typed: "周敏的目标"), .set(path: "goals/period", typed: "三年")], in: form,
      onto: base)
    #expect(conflict.revision == theirs.revision)
    #expect(conflict.wanted.count == 2)
    #expect(
      conflict.fields == [
        FieldConflict(
          path: "goals/annual", mine: "周敏的目标", theirs: "林红的目标", person: desk.other.person.id,
          name: desk.other.person.name, moment: desk.office.now, isRowRemoved: false)
      ])
    // Nothing of it was saved; what does not meet goes through, with the news.
    let saved = try await desk.saved([.set(path: "goals/period", typed: "三年")], in: form, onto: base)
    #expect(saved.news.map(\.path) == ["fundUse", "goals/annual"])
    #expect(saved.news.map(\.theirs) == ["人工费", "林红的目标"])
    #expect(saved.draft.text(at: "goals/annual") == "林红的目标")
    // The same text is no conflict, and neither is what is decided after the conflict was seen.
    #expect(
      try await desk.saved([.set(path: "goals/annual", typed: "林红的目标")], in: form, onto: base).changes.isEmpty
    )
    #expect(
      try await desk.saved([.set(path: "goals/annual", typed: "周敏的目标")], in: form, onto: saved.revision).draft
        .text(at: "goals/annual") == "周敏的目标")
  }

  @Test(arguments: Engine.allCases)
  func `a row that somebody removed is not typed into unnoticed, nor removed with fresh words`(engine: Engine)
    async throws
  {
    let desk = try await DraftDesk(on: engine)
    let form = try await desk.desk.form()
    let opened = try await desk.open(form)
    let keys = opened.draft.keys(of: .indicators)
    try await desk.saved([.removeRow(.indicators, keys[0])], in: form, onto: opened.revision, by: desk.other)
    // Blank before, emptied with the row.
    let path = "indicators/\(keys[0])/basis"
    let conflict = try await desk.conflict([.set(path: path, typed: "合同")], in: form, onto: opened.revision)
    #expect(conflict.fields.map(\.path) == [path])
    #expect(conflict.fields.first?.isRowRemoved == true)
    #expect(conflict.fields.first?.mine == "合同")
    // The other way round.
    let now = try await desk.desk.entry(form).draftRevision
    try await desk.saved([.set(path: "indicators/\(keys[1])/basis", typed: "测绘")], in: form, onto: now)
    let removal = try await desk.conflict(
      [.removeRow(.indicators, keys[1])], in: form, onto: now, by: desk.other)
    #expect(removal.fields.map(\.theirs) == ["测绘"])
    #expect(removal.fields.first?.mine == nil)
  }

  @Test func `rows that both add, move and type into are all there`() async throws {
    let desk = try await DraftDesk()
    let form = try await desk.desk.form()
    let opened = try await desk.open(form)
    let keys = opened.draft.keys(of: .indicators)
    for (person, name) in [(desk.clerk, "甲"), (desk.other, "乙")] {
      try await desk.saved(
        [
          .addRow(.indicators, at: .after(keys[1]), cells: ["name": name]),
          .moveRow(.indicators, keys[4], to: .first),
        ], in: form, onto: opened.revision, by: person)
    }
    try await desk.saved(
      [.set(path: "indicators/\(keys[4])/basis", typed: "测绘")], in: form, onto: opened.revision)
    let names = try await desk.open(form).help.record.indicators.map(\.name)
    #expect(names.count == 8)
    #expect(Set(names).isSuperset(of: ["甲", "乙"]))
    #expect(names.first == FormDesk.sound.indicators[4].name)
  }

  @Test(arguments: Engine.allCases)
  func `of what two people save at once nothing is lost`(engine: Engine) async throws {
    let desk = try await DraftDesk(on: engine)
    let form = try await desk.desk.form()
    let keys = try await desk.open(form).draft.keys(of: .indicators)
    let lost = try await withThrowingTaskGroup(of: Int.self) { group in
      for (person, column) in [(desk.clerk, "basis"), (desk.other, "note")] {
        group.addTask {
          var base = try await desk.desk.entry(form).draftRevision
          var met = 0
          for number in 0..<12 {
            // Each writes the own column, and both the same goal.
            let edits: [DraftEdit] = [
              .set(path: "indicators/\(keys[number % keys.count])/\(column)", typed: "\(column) \(number)")
            ]
            base = try await desk.saved(edits, in: form, onto: base, by: person).revision
            switch try await desk.save(
              [.set(path: "goals/period", typed: "\(column) \(number)")], in: form, onto: base, by: person)
            {
            case .saved(let saved): base = saved.revision
            case .conflict(let conflict):
              met += 1
              #expect(conflict.fields.map(\.path) == ["goals/period"])
              #expect(conflict.fields.first?.mine == "\(column) \(number)")
              #expect(conflict.fields.first?.theirs?.hasPrefix(column) == false)
              base = conflict.revision
            }
          }
          return met
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(lost < 24)
    let draft = try await desk.open(form).draft
    for (index, key) in keys.enumerated() {
      #expect(draft.text(at: "indicators/\(key)/basis") == "basis \(index + 6)")
      #expect(draft.text(at: "indicators/\(key)/note") == "note \(index + 6)")
    }
    #expect(try await desk.desk.course(form).hands == [desk.clerk.person.id, desk.other.person.id])
  }
}
