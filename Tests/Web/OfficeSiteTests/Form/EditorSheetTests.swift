// The official form as an editor: every field once, spans that fit, texts that stay texts.
import Design
import FormDrafts
import FormSheets
import Forms
import HTML
import Model
import Testing
import Workflow

@testable import OfficeSite

struct EditorSheetTests {
  private func editor(
    _ draft: FormDraft, _ layout: FormLayout, change: (inout FormFace) -> Void = { _ in }
  ) -> EditorSheet {
    var face = FormFace(draft.record, draft: draft)
    change(&face)
    var options = FormSheetOptions()
    options.isForWriting = face.isWritable
    return EditorSheet(layout.layOut(draft.record, options: options).sheet, face)
  }

  @Test(arguments: FilledForms.layouts)
  func `every field that a layout holds is written in exactly one place`(
    layout: FormLayout, kind: FormKind
  ) throws {
    let draft = FilledForms.draft(of: kind)
    let sheet = editor(draft, layout)
    let names = sheet.written.map(\.name)
    #expect(Set(names).count == names.count)
    let probe = SheetProbe(sheet)
    #expect(probe.all.count { $0.name == "textarea" } == names.count)
    guard layout.showsRecord else { return #expect(names.isEmpty) }
    let laidOut = layout.layOut(draft.record, options: .init())
    let lost = Set(laidOut.losses.map(\.path))
    for field in RecordFields(draft.record).all {
      let place = String(field.path.dropFirst())
      let isLevel = place.hasSuffix("/level1") || place.hasSuffix("/level2")
      guard !lost.contains(place), !isLevel, FormFace.isWritten(field.path) else { continue }
      let path = try #require(draft.path(ofPointer: field.path))
      #expect(names.contains(path), "\(layout.rawValue): \(path)")
    }
  }

  @Test(arguments: FilledForms.layouts)
  func `a blank form has its fields, and every place says where an indicator can be added`(
    layout: FormLayout, kind: FormKind
  ) {
    let sheet = editor(FormDraft(kind: kind), layout)
    let probe = SheetProbe(sheet)
    #expect(probe.gaps == [])
    guard layout.showsRecord else { return }
    #expect(!sheet.written.isEmpty)
    #expect(sheet.written.allSatisfy { $0.text.isEmpty })
    let places = probe.all.filter { $0.attributes["value"]?.hasPrefix("at:") ?? false }
    let printsTree = ![.sichuanFlat, .hebeiDepartment, .evaluationScores].contains(layout)
    #expect(places.isEmpty == !printsTree, "\(layout.rawValue): \(places.count)")
  }

  @Test(arguments: FilledForms.layouts)
  func `hostile texts stay texts in every field`(layout: FormLayout, kind: FormKind) {
    for hostile in FilledForms.hostile {
      let draft = FilledForms.draft(of: kind, rows: 2) { _ in hostile }
      for isWritable in [true, false] {
        let sheet = editor(draft, layout) { face in
          face.isWritable = isWritable
          face.readings["/indicators/0/annualValue"] = .init(text: hostile)
          face.conflicts["/goals/annual"] = .init(mine: hostile, theirs: hostile, who: hostile)
          face.remarks["/indicators/0/name"] = [
            .init(words: hostile, source: hostile, was: hostile, isAnswered: false)
          ]
        }
        let probe = SheetProbe(sheet)
        let names: Set<String> = [
          "h2", "h3", "p", "div", "span", "textarea", "th", "td", "col", "colgroup", "caption", "br", "b",
          "small", "svg", "use", "a", "button", "details", "summary", "del",
        ]
        #expect(Set(probe.all.map(\.name)).subtracting(names).isEmpty, "\(hostile)")
        #expect(probe.all.filter { $0.name == "script" || $0.name == "img" }.isEmpty)
        #expect(!probe.all.contains { tag in tag.attributes.keys.contains { $0.hasPrefix("on") } })
        #expect(!probe.markup.contains("<b>x"))
      }
    }
  }

  @Test(arguments: FilledForms.layouts, [0, 1, 7, 25])
  func `rows between and the column of last year leave no square uncovered`(
    layout: (FormLayout, FormKind), rows: Int
  ) {
    var chance = SeededChance(state: UInt64(rows) &* 77 &+ 5)
    for _ in 0..<4 {
      let draft = FilledForms.draft(of: layout.1, rows: rows)
      let sheet = editor(draft, layout.0) { face in
        for field in face.fields.all where chance.next() % 5 == 0 {
          face.sums[field.path] = [
            .init(judgement: .stop, text: "算式", finding: (1, "f-A01@"))
          ]
        }
        for field in face.fields.all where chance.next() % 7 == 0 {
          face.remarks[field.path] = [.init(words: "朱批", source: "某人", was: nil, isAnswered: true)]
        }
        if chance.next() % 2 == 0 { face.past = (2025, [0: .init(value: "去年", outcome: nil)]) }
      }
      #expect(SheetProbe(sheet).gaps == [], "\(layout.0.rawValue)")
    }
  }

  @Test(arguments: FilledForms.layouts)
  func `a finding's number is not in the print of its row, its judgement and its id are`(
    layout: FormLayout, kind: FormKind
  ) throws {
    let draft = FilledForms.draft(of: kind, rows: 3)
    func pieces(_ mark: FormFace.CellMark) -> [EditorPiece] {
      editor(draft, layout) { face in
        for field in face.fields.all { face.marks[field.path] = [mark] }
      }.pieces
    }
    let first = pieces(.init(judgement: .ask, number: 9, anchor: "f-M01@name"))
    let later = pieces(.init(judgement: .ask, number: 10, anchor: "f-M01@name"))
    #expect(first.map(\.print) == later.map(\.print))
    // The reviewers' own sheet has no field of the form.
    let isMarked = layout != .targetReview
    #expect(zip(first, later).contains { $0.content.bytes != $1.content.bytes } == isMarked)
    let other = pieces(.init(judgement: .ask, number: 9, anchor: "f-M02@name"))
    let graver = pieces(.init(judgement: .stop, number: 9, anchor: "f-M01@name"))
    for changed in [other, graver] {
      #expect(first.map(\.key) == changed.map(\.key))
      for (old, new) in zip(first, changed) {
        #expect((old.print == new.print) == (old.content.bytes == new.content.bytes))
      }
      #expect((first.map(\.print) != changed.map(\.print)) == isMarked)
    }
  }

  @Test(arguments: FilledForms.layouts)
  func `every field has a name for those who hear the page, every head its scope, every id is one`(
    layout: FormLayout, kind: FormKind
  ) {
    let draft = FilledForms.draft(of: kind)
    let sheet = editor(draft, layout) { face in
      face.readings["/indicators/1/annualValue"] = .init(text: "至少 3")
    }
    let probe = SheetProbe(sheet)
    for tag in probe.all where tag.name == "textarea" {
      #expect(tag.attributes["aria-label"]?.isEmpty == false)
    }
    #expect(probe.all.filter { $0.name == "th" && $0.attributes["scope"] == nil }.isEmpty)
    let ids = probe.all.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for tag in probe.all {
      for id in (tag.attributes["aria-describedby"] ?? "").split(separator: " ") {
        #expect(ids.contains(String(id)), "\(id)")
      }
    }
    #expect(sheet.anchors.values.allSatisfy(ids.contains))
    #expect(!probe.all.contains { $0.attributes["style"] != nil })
  }

  @Test func `a returned form opens the named cells and locks the rest`() throws {
    let draft = FilledForms.draft(of: .projectTarget)
    let path = "indicators/k2/annualValue"
    let sheet = editor(draft, .nationalApplication) { face in
      face.open = OpenFields(.only([path]), in: draft)
    }
    let probe = SheetProbe(sheet)
    let open = probe.all.filter { $0.name == "textarea" }.compactMap { $0.attributes["name"] }
    #expect(open == [path])
    #expect(probe.all.filter { $0.attributes["class"]?.contains("is-open") ?? false }.count == 1)
    #expect(probe.all.filter { $0.name == "details" }.isEmpty)
  }

  @Test func `a piece keeps its print while it says the same`() {
    let draft = FilledForms.draft(of: .projectTarget)
    let before = editor(draft, .townTarget).pieces
    let changed = draft.applying([FieldChange(path: "indicators/k2/annualValue", value: "\"≥9个\"")])
    let after = editor(changed, .townTarget).pieces
    #expect(before.map(\.key) == after.map(\.key))
    let different = zip(before, after).filter { $0.print != $1.print }.map(\.0.key)
    #expect(different == ["indicators/k2"])
  }
}

/// Chance that is the same in every run.
struct SeededChance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
