// The law on intakes.
internal import Organisations
internal import Quantities
internal import Records

extension RecordsContract {
  private static func intake(
    _ id: IntakeID, of organisation: OrganisationID, by person: PersonID, name: String = "目标表.docx"
  ) -> Intake {
    Intake(
      id: id, organisation: organisation, person: person, moment: SmallOffice.start, name: name,
      byteCount: 12, state: "waiting")
  }

  static let intakeLaws: [RecordLaw] = [
    RecordLaw("Intakes are told unit by unit, the latest first") { records, report in
      let office = try await SmallOffice(in: records)
      let ids = try await change(records) { records throws(RecordError) in
        var ids: [IntakeID] = []
        for unit in [office.unit, office.otherUnit, office.unit, office.unit] {
          let id: IntakeID = try records.nextNumber()
          try records.add(intake(id, of: unit, by: office.clerk))
          ids.append(id)
        }
        return ids
      }
      let found = try await look(records) { records throws(RecordError) in
        [
          try records.intakes(of: office.unit, before: nil, limit: 9).map(\.value.id),
          try records.intakes(of: office.unit, before: nil, limit: 2).map(\.value.id),
          try records.intakes(of: office.unit, before: ids[2], limit: 9).map(\.value.id),
          try records.intakes(of: office.otherUnit, before: nil, limit: 9).map(\.value.id),
          try records.intakes(of: office.department, before: nil, limit: 9).map(\.value.id),
        ]
      }
      report.expect(found, [[ids[3], ids[2], ids[0]], [ids[3], ids[2]], [ids[0]], [ids[1]], []], "lists")
    },
    RecordLaw("An intake keeps what was handed in, and changes from what was read") { records, report in
      let office = try await SmallOffice(in: records)
      let before = try await change(records) { records throws(RecordError) in
        let before = intake(try records.nextNumber(), of: office.unit, by: office.clerk, name: "表 '1'.xls")
        try records.add(before)
        var after = before
        after.state = "read"
        after.details = "{\"forms\":1,\"“引号”\":\"\\n\"}"
        try records.save(after, expecting: 1)
        return before
      }
      let stored = try await look(records) { records throws(RecordError) in try records.intake(before.id) }
      var after = before
      after.state = "read"
      after.details = "{\"forms\":1,\"“引号”\":\"\\n\"}"
      report.expect(stored, Stored(after, revision: 2), "after a change")
      await report.expect("stale intake", "a change of what somebody else changed") {
        try await change(records) { records throws(RecordError) in
          try records.save(before, expecting: 1)
        }
      }
    },
    RecordLaw("An intake is somebody's, for a unit that is there, and has a name") { records, report in
      let office = try await SmallOffice(in: records)
      await report.expect("notFound intake", "one that was never made") {
        try await change(records) { records throws(RecordError) in
          let id: IntakeID = try records.nextNumber()
          _ = try records.intake(id)
        }
      }
      await report.expect("notFound intake", "a change of one that was never made") {
        try await change(records) { records throws(RecordError) in
          try records.save(
            intake(try records.nextNumber(), of: office.unit, by: office.clerk), expecting: 1)
        }
      }
      await report.expect("unknownReference intake", "for nobody") {
        try await change(records) { records throws(RecordError) in
          let unit: OrganisationID = try records.nextNumber()
          try records.add(intake(try records.nextNumber(), of: unit, by: office.clerk))
        }
      }
      await report.expect("invalid intake", "without a name") {
        try await change(records) { records throws(RecordError) in
          try records.add(intake(try records.nextNumber(), of: office.unit, by: office.clerk, name: ""))
        }
      }
    },
  ]
}
