// The law on transactions, jobs, the ledger, and on many who work at once.
internal import Ledger
internal import Organisations
internal import Quantities
internal import Records

/// What a law throws to end a transaction.
private struct ChangedMind: Error {}

extension RecordsContract {
  private static func note(_ subject: String, _ reason: String = "") -> LedgerNote {
    LedgerNote(
      moment: SmallOffice.start, actor: 7, action: LedgerAction("test.note"), subject: subject,
      content: subject.isEmpty ? nil : ContentHash(of: Array(subject.utf8)), reason: reason)
  }

  static let transactionLaws: [RecordLaw] = [
    RecordLaw("Work that ends with an error has changed nothing") { records, report in
      await report.expect("refused ChangedMind()", "change of mind") {
        try await change(records) { records throws(RecordError) in
          try records.save(Setting(key: "a", value: "1"), expecting: 0)
          try records.append(note("a"))
          throw .refused(ChangedMind())
        }
      }
      let found = try await look(records) { records throws(RecordError) in
        (try records.settings().count, try records.ledgerHead())
      }
      report.expect(found.0, 0, "settings")
      report.expect(found.1, .empty, "head")
    },
    RecordLaw("What the schema refuses loses the transaction, even where the work goes on") {
      records, report in
      let office = try await SmallOffice(in: records)
      await report.expect("alreadyExists person", "work that goes on") {
        try await change(records) { records throws(RecordError) in
          try records.save(Setting(key: "a", value: "1"), expecting: 0)
          do throws(RecordError) {
            _ = try SmallOffice.person("zhou.min", "周珉", at: office.unit, in: records)
          } catch {}
        }
      }
      let settings = try await look(records) { records throws(RecordError) in try records.settings().count }
      report.expect(settings, 0, "settings")
    },
    RecordLaw("What was not found may be added in the same transaction") { records, report in
      let office = try await SmallOffice(in: records)
      let found = try await change(records) { records throws(RecordError) in
        do throws(RecordError) {
          return try records.organisation(try records.nextNumber()).value.name
        } catch .notFound {
          try records.save(Setting(key: "a", value: "1"), expecting: 0)
          return try records.person(office.clerk).value.name
        }
      }
      report.expect(found, "周敏", "name")
    },
    RecordLaw("Numbers are given once, even to work that fails") { records, report in
      let first: PersonID = try await change(records) { records throws(RecordError) in
        try records.nextNumber()
      }
      await report.expect("refused ChangedMind()", "change of mind") {
        try await change(records) { records throws(RecordError) in
          let _: PersonID = try records.nextNumber()
          throw .refused(ChangedMind())
        }
      }
      let second: PersonID = try await change(records) { records throws(RecordError) in
        try records.nextNumber()
      }
      report.expect(first < second, "\(second) after \(first)")
    },
  ]

  static let jobLaws: [RecordLaw] = [
    RecordLaw("A job is given to one taker until its lease ends, and a late one is told so") {
      records, report in
      let ids = try await change(records) { records throws(RecordError) in
        var ids: [JobID] = []
        for (due, kind) in [(30, "mail"), (10, "mail"), (20, "export")] {
          let id: JobID = try records.nextNumber()
          try records.add(Job(id: id, kind: kind, payload: "{}", due: SmallOffice.moment(due)))
          ids.append(id)
        }
        return ids
      }
      let take: @Sendable (Int, [String]) async throws -> Job? = { seconds, kinds in
        try await change(records) { records throws(RecordError) in
          try records.takeJob(
            kinds: kinds, now: SmallOffice.moment(seconds), leaseEnds: SmallOffice.moment(seconds + 60))
        }
      }
      let early = try await take(5, ["mail", "export"])
      report.expect(early, nil, "before anything is due")
      let first = try await take(40, ["mail", "export"])
      let second = try await take(40, ["mail"])
      let third = try await take(40, ["mail"])
      report.expect([first?.id, second?.id, third?.id], [ids[1], ids[0], nil], "in the order of days")
      let again = try await take(101, ["mail"])
      report.expect(again?.id, ids[1], "after the lease")
      report.expect(again?.attempts, 2, "attempts")
      guard let first, let second, let again else { return }
      await report.expect("stale job", "a late taker") {
        try await change(records) { records throws(RecordError) in try records.finish(first) }
      }
      try await change(records) { records throws(RecordError) in
        try records.finish(again)
        try records.putBack(second, due: SmallOffice.moment(200), problem: "邮箱已满")
      }
      await report.expect("notFound job", "done twice") {
        try await change(records) { records throws(RecordError) in try records.finish(again) }
      }
      let left = try await look(records) { records throws(RecordError) in try records.jobs(limit: 9) }
      report.expect(left.map(\.id), [ids[0], ids[2]], "jobs left")
      report.expect(left.first?.problem, "邮箱已满", "problem")
      let back = try await take(200, ["mail"])
      report.expect(back?.id, ids[0], "put back")
    }
  ]

  static let ledgerLaws: [RecordLaw] = [
    RecordLaw("Notes become entries in the order in which they were given") { records, report in
      let first = try await change(records) { records throws(RecordError) in
        try records.append(note("form/1", "一"))
        try records.append(note("form/12"))
        return try records.ledgerHead()
      }
      report.expect(first, .empty, "head inside the transaction")
      try await change(records) { records throws(RecordError) in
        try records.append(note("form/1/version/1", "二\n\u{1F600}"))
        try records.append(note(""))
      }
      let found = try await look(records) { records throws(RecordError) in
        (
          try records.ledgerEntries(after: 0, limit: 9), try records.ledgerEntries(about: "form/1", limit: 9),
          try records.ledgerHead(), try records.ledgerEntries(after: 1, limit: 2),
          try records.ledgerEntries(about: "form/1", before: 3, limit: 9)
        )
      }
      report.expect(found.0.map(\.sequence), [1, 2, 3, 4], "numbers")
      report.expect(
        found.0.map(\.note.subject), ["form/1", "form/12", "form/1/version/1", ""], "subjects")
      report.expect(found.1.map(\.sequence), [3, 1], "about a form")
      report.expect(found.2.sequence, 4, "head")
      report.expect(found.3.map(\.sequence), [2, 3], "page")
      report.expect(found.4.map(\.sequence), [1], "about a form, before an entry")
      report.expect(found.0.last?.note, note(""), "last note")
      let report1 = try await records.verify(expecting: [found.2])
      report.expect(
        report1, LedgerReport(entryCount: 4, versionCount: 0, head: found.2, faults: []), "check")
      let other = LedgerHead(sequence: 3, hash: found.2.hash)
      let report2 = try await records.verify(expecting: [other])
      report.expect(report2.faults, [.unknownHead(other)], "a head of another ledger")
    },
    RecordLaw("A transaction may write some hundred notes") { records, report in
      try await change(records) { records throws(RecordError) in
        for number in 0..<350 { try records.append(note("import/\(number)")) }
      }
      let check = try await records.verify(expecting: [])
      report.expect(check.entryCount, 350, "entries")
      report.expect(check.faults, [], "faults")
    },
  ]

  static let concurrencyLaws: [RecordLaw] = [
    RecordLaw("Many who count at once lose nothing, and the ledger has one end") { records, report in
      try await change(records) { records throws(RecordError) in
        try records.save(Setting(key: "count", value: "0"), expecting: 0)
      }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<8 {
          group.addTask {
            for _ in 0..<10 {
              try await change(records) { records throws(RecordError) in
                guard let count = try records.setting("count"), let number = Int(count.value.value) else {
                  throw .damaged("count")
                }
                try records.save(
                  Setting(key: "count", value: String(number + 1)), expecting: count.revision)
                try records.append(note("count/\(number + 1)"))
              }
            }
          }
        }
        try await group.waitForAll()
      }
      let found = try await look(records) { records throws(RecordError) in
        (try records.setting("count"), try records.ledgerEntries(after: 0, limit: 100))
      }
      report.expect(found.0?.value.value, "80", "count")
      report.expect(found.0?.revision, 81, "revision")
      report.expect(found.1.map(\.note.subject), (1...80).map { "count/\($0)" }, "ledger")
      let check = try await records.verify(expecting: [])
      report.expect(check.faults, [], "faults")
    },
    RecordLaw("A reader sees one state, whatever is written meanwhile") { records, report in
      let write: @Sendable (Int) async throws -> Void = { number in
        try await change(records) { records throws(RecordError) in
          for key in ["left", "right"] {
            let revision = try records.setting(key)?.revision ?? 0
            try records.save(Setting(key: key, value: String(number)), expecting: revision)
          }
        }
      }
      try await write(0)
      let pairs = try await withThrowingTaskGroup(of: [String].self) { group in
        group.addTask {
          for number in 1...30 { try await write(number) }
          return []
        }
        for _ in 0..<60 {
          group.addTask {
            try await look(records) { records throws(RecordError) in
              let left = try records.setting("left")?.value.value ?? ""
              return [left, try records.setting("right")?.value.value ?? ""]
            }
          }
        }
        var pairs: [[String]] = []
        for try await pair in group where !pair.isEmpty { pairs.append(pair) }
        return pairs
      }
      report.expect(pairs.filter { $0[0] != $0[1] }, [], "torn states")
      report.expect(pairs.count, 60, "reads")
    },
    RecordLaw("Jobs that many take at once are taken once each") { records, report in
      try await change(records) { records throws(RecordError) in
        for number in 0..<40 {
          try records.add(
            Job(id: try records.nextNumber(), kind: "mail", payload: "\(number)", due: SmallOffice.start))
        }
      }
      let taken = try await withThrowingTaskGroup(of: [JobID].self) { group in
        for _ in 0..<6 {
          group.addTask {
            var taken: [JobID] = []
            while true {
              let job = try await change(records) { records throws(RecordError) in
                try records.takeJob(
                  kinds: ["mail"], now: SmallOffice.moment(1), leaseEnds: SmallOffice.moment(60))
              }
              guard let job else { return taken }
              taken.append(job.id)
              try await change(records) { records throws(RecordError) in try records.finish(job) }
            }
          }
        }
        var taken: [JobID] = []
        for try await part in group { taken += part }
        return taken
      }
      report.expect(taken.count, 40, "jobs taken")
      report.expect(Set(taken).count, 40, "different jobs taken")
    },
  ]
}
