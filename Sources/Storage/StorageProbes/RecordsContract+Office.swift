// The law on organisations, people, access, years, settings, attachments.
internal import Ledger
internal import Organisations
internal import Quantities
internal import Records

extension RecordsContract {
  static let organisationLaws: [RecordLaw] = [
    RecordLaw("A place holds what its code begins, and nothing else") { records, report in
      let office = try await SmallOffice(in: records)
      let wanted: [(String, [OrganisationID])] = [
        ("330000/", [office.region, office.department, office.unit, office.otherUnit]),
        ("330000123/", [office.region, office.department, office.unit, office.otherUnit]),
        ("330000123/713", [office.department, office.unit]), ("330000123/713001", [office.unit]),
        ("330000123/71", []), ("330000124/", []), ("340000/", []), ("330000123/714", [office.otherUnit]),
      ]
      for (text, ids) in wanted {
        guard let path = OrganisationPath(text) else { continue }
        let found = try await look(records) { records throws(RecordError) in
          try records.organisations(under: path)
        }
        report.expect(found.map(\.value.id), ids, "under \(text)")
      }
    },
    RecordLaw("A place has one organisation from a year on, and may have another from a later one") {
      records, report in
      let office = try await SmallOffice(in: records)
      let add: @Sendable (Int) async throws -> Void = { year in
        try await change(records) { records throws(RecordError) in
          var second = try records.organisation(office.unit).value
          second = Organisation(
            id: try records.nextNumber(), path: second.path, kind: .unit, name: "水务中心",
            shortName: "水务", years: try SmallOffice.years(year))
          try records.add(second)
        }
      }
      await report.expect("alreadyExists organisation", "same year") { try await add(2024) }
      try await add(2026)
      let names = try await look(records) { records throws(RecordError) in
        try records.organisations(at: try records.organisation(office.unit).value.path).map(\.value.label)
      }
      report.expect(names, ["水利所", "水务"], "names over the years")
    },
    RecordLaw("What was changed since it was read is not overwritten") { records, report in
      let office = try await SmallOffice(in: records)
      try await change(records) { records throws(RecordError) in
        var unit = try records.organisation(office.unit)
        unit.value.name = "水利站"
        unit.value.shortName = nil
        try records.save(unit.value, expecting: unit.revision)
      }
      await report.expect("stale organisation", "second save") {
        try await change(records) { records throws(RecordError) in
          var unit = try records.organisation(office.unit)
          unit.value.name = "别名"
          try records.save(unit.value, expecting: 1)
        }
      }
      let unit = try await look(records) { records throws(RecordError) in
        try records.organisation(office.unit)
      }
      report.expect(unit.value.name, "水利站", "name")
      report.expect(unit.revision, 2, "revision")
      await report.expect("notFound organisation", "nobody") {
        try await change(records) { records throws(RecordError) in
          let id: OrganisationID = try records.nextNumber()
          _ = try records.organisation(id)
        }
      }
    },
  ]

  static let personLaws: [RecordLaw] = [
    RecordLaw("An account belongs to one person, who works somewhere") { records, report in
      let office = try await SmallOffice(in: records)
      await report.expect("alreadyExists person", "same account") {
        try await change(records) { records throws(RecordError) in
          _ = try SmallOffice.person("zhou.min", "周珉", at: office.unit, in: records)
        }
      }
      await report.expect("unknownReference person", "nowhere") {
        try await change(records) { records throws(RecordError) in
          _ = try SmallOffice.person("wu.qi", "吴琦", at: try records.nextNumber(), in: records)
        }
      }
      let found = try await look(records) { records throws(RecordError) in
        let clerk = try records.person(office.clerk).value
        return (try records.person(account: clerk.account)?.value, clerk, try records.people(under: nil))
      }
      report.expect(found.0, found.1, "by account")
      report.expect(found.2.map(\.value.account.text), ["he.lan", "zhou.min"], "all people")
      let below = try await look(records) { records throws(RecordError) in
        try records.people(under: OrganisationPath("330000123/713001")).map(\.value.id)
      }
      report.expect(below, [office.clerk], "people of the unit")
    },
    RecordLaw("Roles and deputies have days, and keep what was") { records, report in
      let office = try await SmallOffice(in: records)
      let made = try await change(records) { records throws(RecordError) in
        let assignment = Assignment(
          id: try records.nextNumber(), person: office.clerk, role: .clerk, organisation: office.unit,
          days: try SmallOffice.days(2))
        try records.add(assignment)
        var ended = assignment
        ended.days = try SmallOffice.days(2, 20)
        try records.save(ended, expecting: 1)
        let days = try SmallOffice.days(3, 9)
        let deputy = Deputy(
          id: try records.nextNumber(), principal: office.reviewer, deputy: office.clerk, first: days.first,
          last: days.last ?? days.first)
        guard let deputy else { throw .damaged("deputy") }
        try records.add(deputy)
        return (ended, deputy)
      }
      let found = try await look(records) { records throws(RecordError) in
        (
          try records.assignments(of: office.clerk), try records.assignments(of: office.reviewer),
          try records.deputies(of: office.clerk), try records.deputies(of: office.reviewer),
          try records.assignments(under: OrganisationPath("330000123/714"))
        )
      }
      report.expect(found.0, [Stored(made.0, revision: 2)], "roles of the clerk")
      report.expect(found.1, [], "roles of the reviewer")
      report.expect(found.2, [Stored(made.1, revision: 1)], "who acts")
      report.expect(found.3, [Stored(made.1, revision: 1)], "who is absent")
      report.expect(found.4, [], "roles elsewhere")
    },
  ]

  static let accessLaws: [RecordLaw] = [
    RecordLaw("A person has one credential of a kind, changed from what was read") { records, report in
      let office = try await SmallOffice(in: records)
      let save: @Sendable (String, Int64) async throws -> Void = { secret, revision in
        try await change(records) { records throws(RecordError) in
          try records.save(
            Credential(
              person: office.clerk, kind: "password", secret: secret, changed: SmallOffice.moment(5)),
            expecting: revision)
        }
      }
      try await save("first", 0)
      await report.expect("stale credential", "set twice") { try await save("other", 0) }
      try await save("second", 1)
      await report.expect("stale credential", "changed twice") { try await save("other", 1) }
      let found = try await look(records) { records throws(RecordError) in
        try records.credential(of: office.clerk, kind: "password")
      }
      report.expect(found?.value.secret, "second", "secret")
      try await change(records) { records throws(RecordError) in
        try records.removeCredential(of: office.clerk, kind: "password")
        try records.removeCredential(of: office.clerk, kind: "password")
      }
      try await save("third", 0)
    },
    RecordLaw("Failed attempts are counted under a key until they are forgotten") { records, report in
      let attempts = FailedAttempts(
        key: "address/10.1.2.3", count: 4, last: SmallOffice.start, lockedUntil: SmallOffice.moment(60))
      try await change(records) { records throws(RecordError) in
        try records.save(FailedAttempts(key: attempts.key, count: 3, last: SmallOffice.start))
        try records.save(attempts)
      }
      let found = try await look(records) { records throws(RecordError) in
        try records.failedAttempts(attempts.key)
      }
      report.expect(found, attempts, "attempts")
      let none = try await change(records) { records throws(RecordError) in
        try records.removeFailedAttempts(attempts.key)
        return try records.failedAttempts(attempts.key)
      }
      report.expect(none, nil, "forgotten attempts")
    },
    RecordLaw("Sessions end one by one, all but one, and by time") { records, report in
      let office = try await SmallOffice(in: records)
      let tokens = (0..<4).map { ContentHash(of: [UInt8($0)]) }
      try await change(records) { records throws(RecordError) in
        for (number, token) in tokens.enumerated() {
          try records.add(
            Session(
              token: token, person: office.clerk, started: SmallOffice.start,
              lastSeen: SmallOffice.moment(number), expires: SmallOffice.moment(100 + number),
              address: "10.1.2.3", agent: "浏览器"))
        }
      }
      await report.expect("alreadyExists session", "same token") {
        try await change(records) { records throws(RecordError) in
          guard let session = try records.session(tokens[0]) else { return }
          try records.add(session)
        }
      }
      let states = try await change(records) { records throws(RecordError) in
        var states: [[ContentHash]] = []
        func see() throws(RecordError) {
          states.append(try records.sessions(of: office.clerk).map(\.token))
        }
        try see()
        try records.touchSession(tokens[0], at: SmallOffice.moment(50))
        try see()
        try records.removeSession(tokens[1])
        try records.removeSessions(expiredAt: SmallOffice.moment(100), lastSeenBefore: SmallOffice.moment(3))
        try see()
        try records.removeSessions(of: office.clerk, except: tokens[3])
        try see()
        try records.removeSessions(of: office.clerk, except: nil)
        try see()
        return states
      }
      report.expect(states[0], [tokens[3], tokens[2], tokens[1], tokens[0]], "the latest first")
      report.expect(states[1], [tokens[0], tokens[3], tokens[2], tokens[1]], "after a touch")
      report.expect(states[2], [tokens[3]], "after some time")
      report.expect(states[3], [tokens[3]], "all but one")
      report.expect(states[4], [], "all")
      let touched = try await change(records) { records throws(RecordError) in
        try records.touchSession(tokens[0], at: SmallOffice.start)
      }
      report.expect(!touched, "a session that is gone was touched")
    },
  ]

  static let officeLaws: [RecordLaw] = [
    RecordLaw("Years and deadlines are made once and changed from what was read") { records, report in
      let office = try await SmallOffice(in: records)
      guard let year = FiscalYear(2026), let day = Day(year: 2026, month: 8, day: 31) else { return }
      let deadline = Deadline(
        year: year, step: "monitoring.submission", organisation: office.region, day: day)
      await report.expect("unknownReference deadline", "no year") {
        try await change(records) { records throws(RecordError) in try records.save(deadline, expecting: 0) }
      }
      try await change(records) { records throws(RecordError) in
        try records.save(BudgetYear(year: year, isOpen: true), expecting: 0)
        try records.save(deadline, expecting: 0)
        try records.save(BudgetYear(year: year, isOpen: false), expecting: 1)
      }
      await report.expect("stale budgetYear", "year twice") {
        try await change(records) { records throws(RecordError) in
          try records.save(BudgetYear(year: year, isOpen: true), expecting: 0)
        }
      }
      let found = try await look(records) { records throws(RecordError) in
        (try records.budgetYears(), try records.deadlines(of: year))
      }
      report.expect(found.0, [Stored(BudgetYear(year: year, isOpen: false), revision: 2)], "years")
      report.expect(found.1, [Stored(deadline, revision: 1)], "deadlines")
      await report.expect("stale deadline", "remove what changed") {
        try await change(records) { records throws(RecordError) in
          try records.save(deadline, expecting: 1)
          try records.remove(deadline, expecting: 1)
        }
      }
      let left = try await change(records) { records throws(RecordError) in
        try records.remove(deadline, expecting: 1)
        return try records.deadlines(of: year).count
      }
      report.expect(left, 0, "deadlines left")
      await report.expect("notFound deadline", "remove what is gone") {
        try await change(records) { records throws(RecordError) in
          try records.remove(deadline, expecting: 1)
        }
      }
    },
    RecordLaw("Settings are texts of any kind under keys") { records, report in
      let texts = [
        "", "'; DROP TABLE setting; --", "“引号”与\"quotes\"", "a\nb\tc\\", "🀄️👩‍👩‍👧", "e\u{301}", "\u{FFFD}",
        String(repeating: "长", count: 20_000), "$1 ?1 %s \u{1}",
      ]
      for (number, text) in texts.enumerated() {
        let found = try await change(records) { records throws(RecordError) in
          try records.save(Setting(key: "text.\(number)", value: text), expecting: 0)
          return try records.setting("text.\(number)")?.value.value
        }
        report.expect(found.map { Array($0.utf8) }, Array(text.utf8), "text \(number)")
      }
      await report.expect("stale setting", "set twice") {
        try await change(records) { records throws(RecordError) in
          try records.save(Setting(key: "text.1", value: "x"), expecting: 0)
        }
      }
      let keys = try await look(records) { records throws(RecordError) in
        (try records.settings().map(\.value.key), try records.setting("none"))
      }
      report.expect(keys.0, texts.indices.map { "text.\($0)" }, "keys")
      report.expect(keys.1, nil, "a setting that was never made")
    },
    RecordLaw("Attachments belong to subjects") { records, report in
      let office = try await SmallOffice(in: records)
      let ids = try await change(records) { records throws(RecordError) in
        var ids: [AttachmentID] = []
        for subject in ["form/1", "form/2", "form/1"] {
          let id: AttachmentID = try records.nextNumber()
          try records.add(
            Attachment(
              id: id, subject: subject, name: "发票 \(id).pdf", byteCount: 12,
              content: ContentHash(of: [1, 2]), person: office.clerk, moment: SmallOffice.start))
          ids.append(id)
        }
        return ids
      }
      let found = try await look(records) { records throws(RecordError) in
        (
          try records.attachments(of: "form/1").map(\.id),
          try records.attachments(after: ids[0], limit: 1).map(\.id), try records.attachment(ids[1]).subject
        )
      }
      report.expect(found.0, [ids[0], ids[2]], "of a form")
      report.expect(found.1, [ids[1]], "page")
      report.expect(found.2, "form/2", "subject")
      try await change(records) { records throws(RecordError) in try records.removeAttachment(ids[0]) }
      await report.expect("notFound attachment", "removed twice") {
        try await change(records) { records throws(RecordError) in try records.removeAttachment(ids[0]) }
      }
    },
  ]
}
