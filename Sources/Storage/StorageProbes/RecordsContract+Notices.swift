// The law on notices, choices of mail and reminders, and on what waits.
internal import Model
internal import Organisations
internal import Quantities
internal import Records

extension RecordsContract {
  /// A notice that is told in a transaction of its own.
  @discardableResult
  private static func tell(
    _ person: PersonID, _ kind: String, topic: String = "", form: FormID? = nil, count: Int = 1,
    at seconds: Int, details: String = "", _ records: any RecordStore
  ) async throws -> (id: NoticeID, isAdded: Bool) {
    try await change(records) { records throws(RecordError) in
      let id: NoticeID = try records.nextNumber()
      let isAdded = try records.tell(
        NoticeEntry(
          id: id, person: person, kind: kind, topic: topic, form: form, count: count,
          moment: SmallOffice.moment(seconds), details: details))
      return (id, isAdded)
    }
  }

  static let noticeLaws: [RecordLaw] = [
    RecordLaw("Notices are told person by person, the latest first, page by page") { records, report in
      let office = try await SmallOffice(in: records)
      var ids: [NoticeID] = []
      for (person, seconds) in [
        (office.clerk, 10), (office.reviewer, 20), (office.clerk, 30), (office.clerk, 30), (office.clerk, 5),
      ] {
        ids.append(try await tell(person, "returned", at: seconds, records).id)
      }
      let (all, page, unread, capped, others) = try await look(records) { records throws(RecordError) in
        let first = try records.notices(of: office.clerk, after: nil, limit: 2)
        let place = first.last.map { NoticePlace(moment: $0.moment, id: $0.id) }
        return (
          try records.notices(of: office.clerk, after: nil, limit: 9).map(\.id),
          try records.notices(of: office.clerk, after: place, limit: 9).map(\.id),
          try records.unreadCount(of: office.clerk, limit: 99),
          try records.unreadCount(of: office.clerk, limit: 3),
          try records.unreadCount(of: office.reviewer, limit: 99)
        )
      }
      report.expect(all, [ids[3], ids[2], ids[0], ids[4]], "all")
      report.expect(page, [ids[0], ids[4]], "the second page")
      report.expect([unread, capped, others], [4, 3, 1], "unread")
    },
    RecordLaw("Notices of one topic grow while they wait unread, and begin anew after") { records, report in
      let office = try await SmallOffice(in: records)
      let form = try await office.addForm(named: "清淤", to: records)
      let first = try await tell(office.clerk, "arrived", topic: "arrived", at: 10, details: "a", records)
      let second = try await tell(
        office.clerk, "arrived", topic: "arrived", form: form, count: 2, at: 20, details: "b", records)
      _ = try await tell(office.reviewer, "arrived", topic: "arrived", at: 25, records)
      _ = try await tell(office.clerk, "arrived", topic: "other", at: 26, records)
      report.expect([first.isAdded, second.isAdded], [true, false], "what was added")
      let grown = try await look(records) { records throws(RecordError) in try records.notice(first.id) }
      report.expect(
        grown,
        NoticeEntry(
          id: first.id, person: office.clerk, kind: "arrived", topic: "arrived", form: form, count: 3,
          moment: SmallOffice.moment(20), details: "b"), "after it grew")
      let read = try await change(records) { records throws(RecordError) in
        try records.markRead(first.id, of: office.clerk, upTo: .last, at: SmallOffice.moment(30))
      }
      let third = try await tell(office.clerk, "arrived", topic: "arrived", at: 40, records)
      report.expect(read, 1, "marked")
      report.expect(third.isAdded, true, "after it was read")
      await report.expect("notFound notice", "the number of one that grew") {
        _ = try await look(records) { records throws(RecordError) in try records.notice(second.id) }
      }
    },
    RecordLaw("Notices are read by their person alone, one or all up to a moment") { records, report in
      let office = try await SmallOffice(in: records)
      var ids: [NoticeID] = []
      for seconds in [10, 20, 30] {
        ids.append(try await tell(office.clerk, "returned", at: seconds, records).id)
      }
      let marked = ids
      let counts = try await change(records) { records throws(RecordError) in
        [
          try records.markRead(marked[0], of: office.reviewer, upTo: .last, at: SmallOffice.moment(40)),
          try records.markRead(marked[0], of: office.clerk, upTo: .last, at: SmallOffice.moment(40)),
          try records.markRead(marked[0], of: office.clerk, upTo: .last, at: SmallOffice.moment(50)),
          try records.markRead(
            nil, of: office.clerk, upTo: SmallOffice.moment(20), at: SmallOffice.moment(60)),
          try records.unreadCount(of: office.clerk, limit: 9),
        ]
      }
      report.expect(counts, [0, 1, 0, 1, 1], "counts")
      let read = try await look(records) { records throws(RecordError) in try records.notice(marked[0]).read }
      report.expect(read, SmallOffice.moment(40), "when it was read first")
    },
    RecordLaw("What is unread goes out by mail once") { records, report in
      let office = try await SmallOffice(in: records)
      var ids: [NoticeID] = []
      for seconds in [10, 20, 30] {
        ids.append(try await tell(office.clerk, "returned", at: seconds, records).id)
      }
      let told = ids
      let found = try await change(records) { records throws(RecordError) in
        try records.markRead(told[1], of: office.clerk, upTo: .last, at: SmallOffice.moment(40))
        let before = try records.unmailedNotices(of: office.clerk, limit: 9).map(\.id)
        try records.markMailed([told[0]], at: SmallOffice.moment(50))
        return [before, try records.unmailedNotices(of: office.clerk, limit: 9).map(\.id)]
      }
      report.expect(found, [[told[0], told[2]], [told[2]]], "what waits for the mail")
    },
    RecordLaw("A notice is somebody's and counts something") { records, report in
      let office = try await SmallOffice(in: records)
      await report.expect("invalid notice", "of nothing") {
        try await tell(office.clerk, "returned", count: 0, at: 1, records)
      }
      await report.expect("unknownReference notice", "for nobody") {
        try await change(records) { records throws(RecordError) in
          let nobody: PersonID = try records.nextNumber()
          try records.tell(
            NoticeEntry(id: try records.nextNumber(), person: nobody, kind: "x", moment: SmallOffice.start))
        }
      }
      await report.expect("unknownReference notice", "about no form") {
        try await change(records) { records throws(RecordError) in
          let form: FormID = try records.nextNumber()
          try records.tell(
            NoticeEntry(
              id: try records.nextNumber(), person: office.clerk, kind: "x", form: form,
              moment: SmallOffice.start))
        }
      }
    },
  ]
}

extension RecordsContract {
  static let waitingLaws: [RecordLaw] = [
    RecordLaw("A choice of mail is made once and changed from what was read") { records, report in
      let office = try await SmallOffice(in: records)
      let choice = MailChoice(person: office.clerk, address: "zhou@linxi.example", pace: "soon")
      var changed = choice
      changed.pace = "off"
      changed.problem = "refused"
      let after = changed
      try await change(records) { records throws(RecordError) in
        try records.save(choice, expecting: 0)
        try records.save(after, expecting: 1)
      }
      let found = try await look(records) { records throws(RecordError) in
        [try records.mailChoice(of: office.clerk), try records.mailChoice(of: office.reviewer)]
      }
      report.expect(found, [Stored(after, revision: 2), nil], "choices")
      await report.expect("stale mailChoice", "twice") {
        try await change(records) { records throws(RecordError) in try records.save(choice, expecting: 1) }
      }
      await report.expect("unknownReference mailChoice", "of nobody") {
        try await change(records) { records throws(RecordError) in
          let nobody: PersonID = try records.nextNumber()
          try records.save(MailChoice(person: nobody, address: "", pace: "off"), expecting: 0)
        }
      }
    },
    RecordLaw("The last reminder of each organisation is told by year, step and place") { records, report in
      let office = try await SmallOffice(in: records)
      guard let year = FiscalYear(2026), let other = FiscalYear(2025),
        let department = OrganisationPath("330000123/713")
      else { return }
      let made = try await change(records) { records throws(RecordError) in
        var made: [Reminder] = []
        for (unit, year, step) in [
          (office.unit, year, "a"), (office.unit, year, "a"), (office.otherUnit, year, "a"),
          (office.unit, year, "b"), (office.unit, other, "a"),
        ] {
          made.append(
            Reminder(
              id: try records.nextNumber(), organisation: unit, year: year, step: step,
              person: made.isEmpty ? nil : office.reviewer, moment: SmallOffice.moment(made.count),
              toldCount: made.count))
        }
        for reminder in made { try records.add(reminder) }
        return made
      }
      let found = try await look(records) { records throws(RecordError) in
        [
          try records.lastReminders(of: year, step: "a", under: nil),
          try records.lastReminders(of: year, step: "a", under: department),
          try records.lastReminders(of: year, step: "c", under: nil),
        ]
      }
      report.expect(
        found, [[office.unit: made[1], office.otherUnit: made[2]], [office.unit: made[1]], [:]], "reminders")
    },
    RecordLaw("Projects without a form are counted unit by unit") { records, report in
      let office = try await SmallOffice(in: records)
      for name in ["一", "二"] { _ = try await office.addForm(named: name, to: records) }
      try await change(records) { records throws(RecordError) in
        for (unit, first) in [(office.unit, 2026), (office.otherUnit, 2026), (office.otherUnit, 2027)] {
          try records.add(
            ProjectEntry(
              id: try records.nextNumber(), organisation: unit, code: nil, name: "三", category: "",
              years: try SmallOffice.years(first)))
        }
      }
      guard let year = FiscalYear(2026) else { return }
      let (unbegun, below) = try await look(records) { records throws(RecordError) in
        (
          try lacking(in: year, records), try lacking(in: year, under: "330000123/713", records)
        )
      }
      report.expect(unbegun, [office.unit: 1, office.otherUnit: 1], "projects without a target")
      report.expect(below, [office.unit: 1], "below the department")
    },
    RecordLaw("A project that moves, or whose years change, takes its forms along in what is counted") {
      records, report in
      let office = try await SmallOffice(in: records)
      let form = try await office.addForm(named: "一", to: records)
      guard let year = FiscalYear(2026), let next = FiscalYear(2027) else { return }
      func expect(_ now: [OrganisationID: Int], then: [OrganisationID: Int], _ what: String) async throws {
        for (year, wanted) in [(year, now), (next, then)] {
          let found = try await look(records) { records throws(RecordError) in
            try lacking(in: year, records)
          }
          report.expect(found, wanted, "\(year.year), \(what)")
        }
      }
      func save(_ organisation: OrganisationID, _ first: Int) async throws {
        try await change(records) { records throws(RecordError) in
          guard let id = try records.form(form).value.project else { return }
          var project = try records.project(id)
          project.value.organisation = organisation
          project.value.years = try SmallOffice.years(first)
          try records.save(project.value, expecting: project.revision)
        }
      }
      try await expect([:], then: [office.unit: 1], "begun")
      try await save(office.otherUnit, 2026)
      try await expect([:], then: [office.otherUnit: 1], "moved")
      try await save(office.otherUnit, 2027)
      try await expect([:], then: [office.otherUnit: 1], "begins later")
      try await save(office.unit, 2025)
      try await expect([:], then: [office.unit: 1], "moved back, begins earlier")
      try await change(records) { records throws(RecordError) in
        let entry = try records.form(form).value
        try records.add(
          FormEntry(
            id: try records.nextNumber(), kind: .projectTarget, year: next, organisation: office.unit,
            project: entry.project, stage: "draft"))
      }
      try await expect([:], then: [:], "both years begun")
    },
    RecordLaw("Parts are told by organisation, and jobs by kind") { records, report in
      let office = try await SmallOffice(in: records)
      let job = try await change(records) { records throws(RecordError) in
        for organisation in [office.unit, office.department, office.unit] {
          try records.add(
            Assignment(
              id: try records.nextNumber(), person: office.clerk, role: .clerk, organisation: organisation,
              days: try SmallOffice.days(1)))
        }
        let job = Job(id: try records.nextNumber(), kind: "mail", payload: "{}", due: SmallOffice.moment(60))
        try records.add(job)
        try records.add(Job(id: try records.nextNumber(), kind: "x", payload: "{}", due: SmallOffice.start))
        return job
      }
      let (parts, jobs, early, due) = try await look(records) { records throws(RecordError) in
        (
          try records.assignments(at: office.unit).count, try records.jobs(kind: "mail", limit: 9),
          try records.isJobDue(kinds: ["mail", "y"], now: SmallOffice.moment(59)),
          try records.isJobDue(kinds: ["mail", "y"], now: SmallOffice.moment(60))
        )
      }
      report.expect(parts, 2, "parts at the unit")
      report.expect(jobs, [job], "jobs")
      report.expect([early, due], [false, true], "due")
      let taken = try await change(records) { records throws(RecordError) in
        _ = try records.takeJob(
          kinds: ["mail"], now: SmallOffice.moment(60), leaseEnds: SmallOffice.moment(90))
        return [
          try records.isJobDue(kinds: ["mail"], now: SmallOffice.moment(89)),
          try records.isJobDue(kinds: ["mail"], now: SmallOffice.moment(90)),
        ]
      }
      report.expect(taken, [false, true], "while it is taken, and after")
    },
  ]
}
