// The law on what reviewers keep.
internal import Organisations
internal import Quantities
internal import Records

extension RecordsContract {
  private static func paper(
    on form: FormID, by person: PersonID, side: String = "finance-reviewer", version: Int = 1,
    details: String = "{}"
  ) -> ReviewPaper {
    ReviewPaper(
      form: form, side: side, version: version, details: details, person: person, moment: SmallOffice.start)
  }

  static let reviewLaws: [RecordLaw] = [
    RecordLaw("Each side has a paper of its own on each version, and nobody overwrites another's words") {
      records, report in
      let office = try await SmallOffice(in: records)
      let form = try await office.addForm(named: "沟渠清淤", to: records)
      let other = try await office.addForm(named: "桥梁维护", to: records)
      let first = paper(on: form, by: office.clerk, details: "{\"“\":\"\\n\"}")
      let none = try await change(records) { records throws(RecordError) in
        let none = try records.reviewPaper(of: form, side: "finance-reviewer", version: 1)
        try records.save(first, expecting: 0)
        try records.save(paper(on: form, by: office.clerk, side: "department-reviewer"), expecting: 0)
        try records.save(paper(on: form, by: office.clerk, version: 2), expecting: 0)
        try records.save(paper(on: other, by: office.clerk), expecting: 0)
        return none
      }
      report.expect(none == nil, "nothing is there before anybody writes")
      var second = first
      second.details = "{\"opinion\":\"同意\"}"
      second.moment = SmallOffice.start.advanced(bySeconds: 60)
      let changed = second
      try await change(records) { records throws(RecordError) in try records.save(changed, expecting: 1) }
      let found = try await look(records) { records throws(RecordError) in
        try records.reviewPaper(of: form, side: "finance-reviewer", version: 1)
      }
      report.expect(found, Stored(second, revision: 2), "after a change")
      let all = try await look(records) { records throws(RecordError) in
        try records.reviewPapers(of: form).map { "\($0.value.version) \($0.value.side) \($0.revision)" }
      }
      report.expect(
        all, ["1 department-reviewer 1", "1 finance-reviewer 2", "2 finance-reviewer 1"], "papers of a form")
      await report.expect("stale reviewPaper", "a change of what somebody else changed") {
        try await change(records) { records throws(RecordError) in try records.save(first, expecting: 1) }
      }
      await report.expect("stale reviewPaper", "a paper that somebody else has begun") {
        try await change(records) { records throws(RecordError) in try records.save(first, expecting: 0) }
      }
    },
    RecordLaw("A paper is on a version of a form that is there, by somebody who is") { records, report in
      let office = try await SmallOffice(in: records)
      let form = try await office.addForm(named: "沟渠清淤", to: records)
      await report.expect("notFound reviewPaper", "a change of one that nobody began") {
        try await change(records) { records throws(RecordError) in
          try records.save(paper(on: form, by: office.clerk), expecting: 3)
        }
      }
      await report.expect("unknownReference reviewPaper", "on no form") {
        try await change(records) { records throws(RecordError) in
          try records.save(paper(on: try records.nextNumber(), by: office.clerk), expecting: 0)
        }
      }
      await report.expect("unknownReference reviewPaper", "by nobody") {
        try await change(records) { records throws(RecordError) in
          try records.save(paper(on: form, by: try records.nextNumber()), expecting: 0)
        }
      }
      await report.expect("invalid reviewPaper", "on no version") {
        try await change(records) { records throws(RecordError) in
          try records.save(paper(on: form, by: office.clerk, version: 0), expecting: 0)
        }
      }
    },
    RecordLaw("Notes are told form by form, the first first") { records, report in
      let office = try await SmallOffice(in: records)
      let form = try await office.addForm(named: "沟渠清淤", to: records)
      let other = try await office.addForm(named: "桥梁维护", to: records)
      try await change(records) { records throws(RecordError) in
        for (place, words) in ["一", "二", "三"].enumerated() {
          try records.add(
            ReviewNote(
              id: try records.nextNumber(), form: place < 2 ? form : other, person: office.clerk,
              moment: SmallOffice.start, words: words))
        }
      }
      let found = try await look(records) { records throws(RecordError) in
        [
          try records.reviewNotes(on: form, limit: 9).map(\.words),
          try records.reviewNotes(on: form, limit: 1).map(\.words),
          try records.reviewNotes(on: other, limit: 9).map(\.words),
        ]
      }
      report.expect(found, [["一", "二"], ["一"], ["三"]], "notes")
      await report.expect("invalid reviewNote", "without a word") {
        try await change(records) { records throws(RecordError) in
          try records.add(
            ReviewNote(
              id: try records.nextNumber(), form: form, person: office.clerk, moment: SmallOffice.start,
              words: ""))
        }
      }
      await report.expect("unknownReference reviewNote", "on no form") {
        try await change(records) { records throws(RecordError) in
          try records.add(
            ReviewNote(
              id: try records.nextNumber(), form: try records.nextNumber(), person: office.clerk,
              moment: SmallOffice.start, words: "一"))
        }
      }
    },
    RecordLaw("Who looks at a form is told with the last moment of each, until it is forgotten") {
      records, report in
      let office = try await SmallOffice(in: records)
      let form = try await office.addForm(named: "沟渠清淤", to: records)
      let other = try await office.addForm(named: "桥梁维护", to: records)
      func later(_ seconds: Int) -> Moment { SmallOffice.start.advanced(bySeconds: seconds) }
      let moments = [later(0), later(40), later(10)]
      try await change(records) { records throws(RecordError) in
        try records.save(FormGlance(form: form, person: office.clerk, moment: moments[0]))
        try records.save(FormGlance(form: form, person: office.clerk, moment: moments[1]))
        try records.save(FormGlance(form: other, person: office.clerk, moment: moments[2]))
      }
      let found = try await look(records) { records throws(RecordError) in
        [
          try records.glances(at: form, since: moments[0]).map(\.moment),
          try records.glances(at: form, since: moments[1].advanced(bySeconds: 1)).map(\.moment),
          try records.glances(at: other, since: moments[0]).map(\.moment),
        ]
      }
      report.expect(found, [[moments[1]], [], [moments[2]]], "moments")
      let left = try await change(records) { records throws(RecordError) in
        try records.removeGlances(before: moments[1])
        return [
          try records.glances(at: form, since: moments[0]).count,
          try records.glances(at: other, since: moments[0]).count,
        ]
      }
      report.expect(left, [1, 0], "after forgetting")
      await report.expect("unknownReference glance", "by nobody") {
        try await change(records) { records throws(RecordError) in
          try records.save(FormGlance(form: form, person: try records.nextNumber(), moment: moments[0]))
        }
      }
    },
  ]
}
