// The law on approval numbers and batches.
internal import Organisations
internal import Quantities
internal import Records

extension RecordsContract {
  private static func number(
    _ running: Int, of organisation: OrganisationID, for form: FormID, text: String = "云财绩〔2026〕1号",
    year: Int = 2026
  ) throws(RecordError) -> ApprovalNumber {
    guard let year = FiscalYear(year) else { throw .damaged("year") }
    return ApprovalNumber(
      organisation: organisation, year: year, running: running, form: form, text: text,
      moment: SmallOffice.moment(running))
  }

  static let approvalLaws: [RecordLaw] = [
    RecordLaw("Approval numbers are told by place and year, the last first, and by form") { records, report in
      let office = try await SmallOffice(in: records)
      let form = try await office.addForm(named: "道路养护", to: records)
      let other = try await office.addForm(named: "水渠维修", to: records)
      try await change(records) { records throws(RecordError) in
        for running in 1...3 {
          try records.add(
            try number(running, of: office.region, for: running == 2 ? other : form, text: "\(running)号"))
        }
        try records.add(try number(1, of: office.department, for: form, text: "农1号"))
        try records.add(try number(1, of: office.region, for: form, text: "旧1号", year: 2025))
      }
      let (last, none, page, ofForm) = try await look(records) { records throws(RecordError) in
        let (year, empty) = (try number(1, of: office.region, for: form).year, FiscalYear(2024))
        guard let empty else { throw RecordError.damaged("year") }
        return (
          try records.lastApprovalNumber(of: office.region, in: year),
          try records.lastApprovalNumber(of: office.region, in: empty),
          try records.approvalNumbers(of: office.region, in: year, before: 3, limit: 1).map(\.text),
          try records.approvalNumbers(of: form).map(\.text).sorted()
        )
      }
      report.expect(last, 3, "the last number")
      report.expect(none, 0, "a year without numbers")
      report.expect(page, ["2号"], "a page before the last")
      report.expect(ofForm, ["1号", "3号", "农1号", "旧1号"].sorted(), "of one form")
    },
    RecordLaw("No approval number is given twice") { records, report in
      let office = try await SmallOffice(in: records)
      let form = try await office.addForm(named: "道路养护", to: records)
      try await change(records) { records throws(RecordError) in
        try records.add(try number(1, of: office.region, for: form))
      }
      await report.expect("alreadyExists approvalNumber", "the same number once more") {
        try await change(records) { records throws(RecordError) in
          try records.add(try number(1, of: office.region, for: form, text: "另一个"))
        }
      }
      await report.expect("invalid approvalNumber", "number 0") {
        try await change(records) { records throws(RecordError) in
          try records.add(try number(0, of: office.region, for: form))
        }
      }
      await report.expect("unknownReference approvalNumber", "a form that is not there") {
        try await change(records) { records throws(RecordError) in
          let form: FormID = try records.nextNumber()
          try records.add(try number(2, of: office.region, for: form))
        }
      }
    },
    RecordLaw("A batch keeps what was asked for, and each of its forms changes on its own") {
      records, report in
      let office = try await SmallOffice(in: records)
      let form = try await office.addForm(named: "道路养护", to: records)
      let other = try await office.addForm(named: "水渠维修", to: records)
      let batch = try await change(records) { records throws(RecordError) in
        let batch = Batch(
          id: try records.nextNumber(), kind: "approval", person: office.reviewer,
          organisation: office.region, moment: SmallOffice.start, state: "checking")
        try records.add(batch)
        for form in [form, other] {
          try records.add(BatchItem(batch: batch.id, form: form, state: "waiting"))
        }
        return batch
      }
      try await change(records) { records throws(RecordError) in
        var after = batch
        after.state = "reading"
        after.details = "{\"种子\":\"“7”\"}"
        try records.save(after, expecting: 1)
        try records.save(BatchItem(batch: batch.id, form: other, state: "clean", note: "无发现"))
      }
      let told = try await look(records) { records throws(RecordError) in
        let stored = try records.batch(batch.id)
        let lists = [
          try records.batchItems(of: batch.id, in: nil, after: nil, limit: 9).map(\.form),
          try records.batchItems(of: batch.id, in: "clean", after: nil, limit: 9).map(\.form),
          try records.batchItems(of: batch.id, in: nil, after: form, limit: 9).map(\.form),
          try records.batchItems(of: batch.id, in: nil, after: nil, limit: 1).map(\.form),
        ]
        return (
          "\(stored.revision) \(stored.value.state) \(stored.value.details)", lists,
          try records.batchItemCounts(of: batch.id), try records.batchItem(other, of: batch.id)?.note,
          try records.batches(of: office.reviewer, before: nil, limit: 9).map(\.value.id),
          try records.batches(of: office.clerk, before: nil, limit: 9).map(\.value.id)
        )
      }
      report.expect(told.0, "2 reading {\"种子\":\"“7”\"}", "the batch")
      report.expect(told.1, [[form, other], [other], [other], [form]], "lists of forms")
      report.expect(told.2, ["waiting": 1, "clean": 1], "counts")
      report.expect(told.3, "无发现", "a note")
      report.expect(told.4, [batch.id], "batches of a person")
      report.expect(told.5, [], "batches of another")
      await report.expect("stale batch", "a change of what somebody else changed") {
        try await change(records) { records throws(RecordError) in try records.save(batch, expecting: 1) }
      }
      await report.expect("alreadyExists batch", "the same form twice") {
        try await change(records) { records throws(RecordError) in
          try records.add(BatchItem(batch: batch.id, form: form, state: "waiting"))
        }
      }
      await report.expect("notFound batch", "a form that the batch has not") {
        try await change(records) { records throws(RecordError) in
          let unknown: FormID = try records.nextNumber()
          try records.save(BatchItem(batch: batch.id, form: unknown, state: "clean"))
        }
      }
    },
  ]
}
