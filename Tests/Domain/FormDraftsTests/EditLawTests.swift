// Laws of editing, with edits made by chance: undo brings everything back, what meets no field commutes.
import JSONText
import Model
import Testing

@testable import FormDrafts

@Suite struct EditLawTests {
  @Test(arguments: FormKind.allCases)
  func `what is undone stands as before`(kind: FormKind) throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = DraftRandom(seed: seed)
      var draft = FormDraft(record: RandomForms.form(kind, using: &random))
      for _ in 0..<30 {
        let edit = RandomForms.edit(draft, using: &random)
        let changes = try draft.changes(for: edit, using: &random)
        let after = draft.applying(changes)
        #expect(after.applying(draft.inverse(of: changes)) == draft, "\(edit)")
        let undo = try after.changes(for: .write(draft.inverse(of: changes)), using: &random)
        #expect(after.applying(undo) == draft, "\(edit)")
        for change in changes {
          guard let value = change.value else { continue }
          #expect(throws: Never.self) { try JSONReader.read(Array(value.utf8)) }
        }
        draft = after
      }
      #expect(FormDraft(record: draft.record).record == draft.record)
    }
  }

  @Test(arguments: FormKind.allCases)
  func `two people who meet in no field can be saved in either order`(kind: FormKind) throws {
    var met = 0
    for seed in 1...80 as ClosedRange<UInt64> {
      var random = DraftRandom(seed: seed)
      let draft = FormDraft(record: RandomForms.form(kind, using: &random))
      let one = try changes(of: 8, in: draft, using: &random)
      let other = try changes(of: 8, in: draft, using: &random)
      guard Set(one.map(\.path)).isDisjoint(with: other.map(\.path)) else { continue }
      met += 1
      #expect(draft.applying(one).applying(other) == draft.applying(other).applying(one))
    }
    #expect(met > 3)
  }

  @Test(arguments: FormKind.allCases)
  func `rows that two people add at the same place are both there`(kind: FormKind) throws {
    var random = DraftRandom(seed: 5)
    let draft = FormDraft(kind: kind)
    for list in draft.schema.lists.map(\.list) {
      let one = try draft.changes(for: .addRow(list, at: .first), using: &random)
      let other = try draft.changes(for: .addRow(list, at: .first), using: &random)
      let both = draft.applying(one).applying(other)
      #expect(both.keys(of: list).count == 2)
      #expect(both == draft.applying(other).applying(one))
      // Between rows of the same order there is a place too.
      let first = try #require(both.keys(of: list).first)
      let more = try both.changes(for: .addRow(list, at: .after(first)), using: &random)
      let all = both.applying(more)
      #expect(all.keys(of: list).first == first)
      #expect(all.keys(of: list).count == 3)
      #expect(all.keys(of: list).last == both.keys(of: list).last)
    }
  }

  @Test func `a row is put thousands of times between the same two and never lost`() throws {
    var random = DraftRandom(seed: 9)
    var target = ProjectTarget()
    target.indicators = (0..<6).map { number in
      var indicator = Indicator()
      indicator.name = "第 \(number) 项"
      return indicator
    }
    var draft = FormDraft(record: .projectTarget(target))
    var names = (0..<6).map { "第 \($0) 项" }
    for _ in 0..<2_000 {
      let from = Int.random(in: 0..<6, using: &random)
      let to = Int.random(in: 0..<6, using: &random)
      let keys = draft.keys(of: .indicators)
      let place: RowPlace = to < from ? .before(keys[to]) : .after(keys[to])
      draft = draft.applying(
        try draft.changes(for: .moveRow(.indicators, keys[from], to: place), using: &random))
      names.insert(names.remove(at: from), at: to)
      #expect(draft.record.indicators.map { $0.name ?? "" } == names)
    }
  }

  @Test(arguments: FormKind.allCases)
  func `a record that is taken over is the record, and rows of the same name keep their keys`(kind: FormKind)
    throws
  {
    for seed in 1...40 as ClosedRange<UInt64> {
      var random = DraftRandom(seed: seed)
      let draft = FormDraft(record: RandomForms.form(kind, using: &random))
      let wanted = RandomForms.form(kind, using: &random)
      let changes = try draft.changes(for: .takeOver(wanted), using: &random)
      let after = draft.applying(changes)
      // Year and opinion are not the clerk's.
      let fixed = Set(OpenFields.neverOpen)
      let kept = FormDraft(record: after.record).fields.filter { !fixed.contains($0.path) }
      #expect(kept == FormDraft(record: wanted).fields.filter { !fixed.contains($0.path) })
      #expect(try after.changes(for: .takeOver(wanted), using: &random).isEmpty)
    }
  }

  /// The changes of some edits, one after the other.
  private func changes(
    of count: Int, in draft: FormDraft, using random: inout DraftRandom
  ) throws -> [FieldChange] {
    var work = draft
    var edits: [DraftEdit] = []
    for _ in 0..<count {
      let edit = RandomForms.edit(work, using: &random)
      work = work.applying(try work.changes(for: edit, using: &random))
      edits.append(edit)
    }
    return draft.fields == work.fields ? [] : difference(from: draft, to: work)
  }

  private func difference(from draft: FormDraft, to work: FormDraft) -> [FieldChange] {
    let paths = Set((draft.fields + work.fields).map(\.path)).sorted()
    return paths.filter { draft.json(at: $0) != work.json(at: $0) }.map {
      FieldChange(path: $0, value: work.json(at: $0))
    }
  }
}
