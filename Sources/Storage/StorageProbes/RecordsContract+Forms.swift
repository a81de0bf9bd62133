// The law on projects, forms, drafts, versions, decisions.
internal import FormDrafts
internal import Ledger
internal import Model
internal import Organisations
internal import Quantities
internal import Records

extension RecordsContract {
  static let projectLaws: [RecordLaw] = [
    RecordLaw("Projects come in pages by number, and a code names one") { records, report in
      let office = try await SmallOffice(in: records)
      let ids = try await change(records) { records throws(RecordError) in
        var ids: [ProjectID] = []
        for number in 0..<5 {
          let id: ProjectID = try records.nextNumber()
          try records.add(
            ProjectEntry(
              id: id, organisation: number == 2 ? office.otherUnit : office.unit,
              code: number == 0 ? nil : "33000026P00000000000\(number)", name: "项目\(number)", category: "",
              years: try SmallOffice.years(2026)))
          ids.append(id)
        }
        return ids
      }
      let found = try await look(records) { records throws(RecordError) in
        let department = OrganisationPath("330000123/713")
        return [
          try records.projects(under: department, after: nil, limit: 2).map(\.value.id),
          try records.projects(under: department, after: ids[1], limit: 9).map(\.value.id),
          try records.projects(under: nil, after: nil, limit: 9).map(\.value.id),
          try records.projects(under: nil, after: nil, limit: 0).map(\.value.id),
          try records.projects(of: office.unit, after: ids[0], limit: 2).map(\.value.id),
          try records.projects(of: office.otherUnit, after: nil, limit: 9).map(\.value.id),
          try records.project(code: "33000026P000000000003").map { [$0.value.id] } ?? [],
        ]
      }
      report.expect(
        found,
        [[ids[0], ids[1]], [ids[3], ids[4]], ids, [], [ids[1], ids[3]], [ids[2]], [ids[3]]], "pages")
      await report.expect("alreadyExists project", "same code") {
        try await change(records) { records throws(RecordError) in
          var project = try records.project(ids[0])
          project.value.code = "33000026P000000000003"
          try records.save(project.value, expecting: project.revision)
        }
      }
      let none = try await look(records) { records throws(RecordError) in
        try records.project(ids[0]).value.code
      }
      report.expect(none, nil, "code after the refusal")
    }
  ]

  static let formLaws: [RecordLaw] = [
    RecordLaw("A project has one form of a kind for a year") { records, report in
      let office = try await SmallOffice(in: records)
      let form = try await office.addForm(named: "灯会", to: records)
      await report.expect("alreadyExists form", "second form") {
        try await change(records) { records throws(RecordError) in
          let first = try records.form(form).value
          try records.add(
            FormEntry(
              id: try records.nextNumber(), kind: first.kind, year: first.year,
              organisation: first.organisation, project: first.project, stage: "draft"))
        }
      }
      try await change(records) { records throws(RecordError) in
        let first = try records.form(form).value
        for kind in [FormKind.projectMonitoring, .departmentTarget] {
          try records.add(
            FormEntry(
              id: try records.nextNumber(), kind: kind, year: first.year, organisation: first.organisation,
              project: kind == .departmentTarget ? nil : first.project, stage: "draft"))
        }
      }
      await report.expect("alreadyExists form", "second form of the department") {
        try await change(records) { records throws(RecordError) in
          let first = try records.form(form).value
          try records.add(
            FormEntry(
              id: try records.nextNumber(), kind: .departmentTarget, year: first.year,
              organisation: first.organisation, project: nil, stage: "draft"))
        }
      }
    },
    RecordLaw("Forms are selected by place, year, kind, stage and project, and counted by stage") {
      records, report in
      let office = try await SmallOffice(in: records)
      let ids = try await change(records) { records throws(RecordError) in
        var ids: [FormID] = []
        for number in 0..<4 { ids.append(try office.addForm(named: "第\(number)项", in: records)) }
        try records.setAmount(Money(fen: 12_345), of: ids[2])
        try records.add(
          Decision(
            id: try records.nextNumber(), form: ids[1], version: 0, action: "submission",
            stageBefore: "draft", stageAfter: "submitted", person: office.clerk, moment: SmallOffice.start),
          expecting: 1)
        return ids
      }
      let found = try await look(records) { records throws(RecordError) in
        let project = try records.form(ids[3]).value.project
        let selections = [
          FormSelection(), FormSelection(stage: "draft"), FormSelection(year: FiscalYear(2025)),
          FormSelection(kind: .projectTarget, project: project),
          FormSelection(path: OrganisationPath("330000123/714")),
          FormSelection(path: OrganisationPath("330000123/713"), stage: "draft"),
          FormSelection(organisation: office.unit), FormSelection(organisation: office.otherUnit),
        ]
        var found: [[FormID]] = []
        for selection in selections {
          found.append(try records.forms(selection, after: nil, limit: 9).map(\.value.id))
        }
        for path in [nil, OrganisationPath("330000123/713")] {
          let page = try records.forms(FormSelection(path: path), after: ids[0], limit: 2)
          found.append(page.map(\.value.id))
        }
        return (found, try records.formCounts(FormSelection()), try records.form(ids[2]).value.amount)
      }
      report.expect(
        found.0,
        [
          ids, [ids[0], ids[2], ids[3]], [], [ids[3]], [], [ids[0], ids[2], ids[3]], ids, [],
          [ids[1], ids[2]], [ids[1], ids[2]],
        ], "selections")
      report.expect(found.1, ["draft": 3, "submitted": 1], "counts")
      report.expect(found.2, Money(fen: 12_345), "amount")
    },
  ]

  static let pageLaws: [RecordLaw] = [
    RecordLaw("Pages go through few organisations and through many in the order of numbers") {
      records, report in
      _ = try await SmallOffice(in: records)
      let ids = try await change(records) { records throws(RecordError) in
        var ids: [FormID] = []
        guard let year = FiscalYear(2026) else { return ids }
        var units: [OrganisationID] = []
        for number in 101..<181 {
          guard let path = OrganisationPath("330000123/713\(number)") else { continue }
          let unit: OrganisationID = try records.nextNumber()
          try records.add(
            Organisation(
              id: unit, path: path, kind: .unit, name: "第\(number)所", years: try SmallOffice.years(2026)))
          units.append(unit)
        }
        for unit in units.reversed() {
          let form: FormID = try records.nextNumber()
          try records.add(
            FormEntry(
              id: form, kind: .departmentTarget, year: year, organisation: unit, project: nil, stage: "draft")
          )
          ids.append(form)
        }
        return ids
      }
      let paths = ["330000123/", "330000123/713", "330000123/713150", "330000123/713180"]
      let found = try await look(records) { records throws(RecordError) in
        var found: [[FormID]] = []
        for path in paths {
          let selection = FormSelection(path: OrganisationPath(path), year: FiscalYear(2026))
          var last: FormID?
          var all: [FormID] = []
          repeat {
            let page = try records.forms(selection, after: last, limit: 7).map(\.value.id)
            all += page
            last = page.last
          } while last != nil
          found.append(all)
        }
        return (found, try records.formCounts(FormSelection(path: OrganisationPath("330000123/713"))))
      }
      report.expect(found.0, [ids, ids, [ids[30]], [ids[0]]], "pages")
      report.expect(found.1, ["draft": 80], "counts")
    }
  ]

  static let draftLaws: [RecordLaw] = [
    RecordLaw("Two who change different fields of a draft both keep their work") { records, report in
      let office = try await SmallOffice(in: records)
      let form = try await office.addForm(named: "灯会", to: records)
      let save: @Sendable ([FieldChange], Int64, PersonID) async throws -> Int64 = { changes, base, person in
        try await change(records) { records throws(RecordError) in
          try records.save(changes, of: form, onto: base, by: person, at: SmallOffice.moment(Int(base)))
        }
      }
      let first = try await save(
        [.init(path: "title", value: "\"灯会\""), .init(path: "goals/annual", value: "\"办好\"")], 0, office.clerk
      )
      report.expect(first, 1, "first revision")
      let second = try await save([.init(path: "title", value: "\"元宵灯会\"")], 1, office.clerk)
      let third = try await save([.init(path: "goals/annual", value: nil)], 1, office.reviewer)
      report.expect([second, third], [2, 3], "revisions")
      await report.expect("fieldsChanged goals/annual title", "both fields from an old state") {
        _ = try await save(
          [
            .init(path: "title", value: "1"), .init(path: "goals/annual", value: "2"),
            .init(path: "fundUse", value: "3"),
          ], 1, office.clerk)
      }
      await report.expect("stale form", "a revision that is not there yet") {
        _ = try await save([.init(path: "title", value: "1")], 9, office.clerk)
      }
      let found = try await look(records) { records throws(RecordError) in
        (
          try records.fields(of: form, after: 0), try records.fields(of: form, after: 2),
          try records.form(form)
        )
      }
      let goals = DraftField(
        path: "goals/annual", value: nil, revision: 3, person: office.reviewer, moment: SmallOffice.moment(1))
      let title = DraftField(
        path: "title", value: "\"元宵灯会\"", revision: 2, person: office.clerk, moment: SmallOffice.moment(1))
      report.expect(found.0, [goals, title], "fields")
      report.expect(found.1, [goals], "fields since")
      report.expect(found.2.value.draftRevision, 3, "revision of the draft")
      report.expect(found.2.revision, 1, "revision of the form")
    },
    RecordLaw("A draft of a thousand fields is saved at once, and a field named twice gets its last value") {
      records, report in
      let office = try await SmallOffice(in: records)
      let form = try await office.addForm(named: "灯会", to: records)
      let changes = (0..<1_000).map { FieldChange(path: "indicators/\($0)/name", value: "\"第\($0)项\"") }
      let found = try await change(records) { records throws(RecordError) in
        _ = try records.save(
          changes + [FieldChange(path: "indicators/7/name", value: "\"末\"")], of: form, onto: 0,
          by: office.clerk, at: SmallOffice.start)
        return try records.fields(of: form, after: 0)
      }
      report.expect(found.count, 1_000, "fields")
      report.expect(found.first { $0.path == "indicators/7/name" }?.value, "\"末\"", "field named twice")
    },
  ]

  static let versionLaws: [RecordLaw] = [
    RecordLaw("Versions are numbered, kept byte for byte, and written into the ledger") { records, report in
      let office = try await SmallOffice(in: records)
      let form = try await office.addForm(named: "灯会", to: records)
      let texts: [[UInt8]] = [Array("{\"title\":\"灯会\"}".utf8), [], [0, 255, 10, 0]]
      for (number, text) in texts.enumerated() {
        try await change(records) { records throws(RecordError) in
          _ = try records.addVersion(
            of: form, record: text, by: office.clerk, at: SmallOffice.moment(number), reason: "提交")
        }
      }
      let found = try await look(records) { records throws(RecordError) in
        (
          try records.versions(of: form, after: nil, limit: 9),
          try records.versions(of: nil, after: (form, 1), limit: 1), try records.form(form),
          try records.ledgerEntries(about: "form/\(form)", limit: 9), try records.version(3, of: form)
        )
      }
      report.expect(found.0.map(\.record), texts, "bytes")
      report.expect(found.0.map(\.number), [1, 2, 3], "numbers")
      report.expect(found.0.map(\.content), texts.map { ContentHash(of: $0) }, "hashes")
      report.expect(found.1.map(\.number), [2], "page")
      report.expect(found.2.value.latestVersion, 3, "latest")
      report.expect(found.3.map(\.note.content), texts.reversed().map { ContentHash(of: $0) }, "ledger")
      report.expect(found.4.record, texts[2], "one version")
      await report.expect("notFound formVersion", "version 4") {
        _ = try await look(records) { records throws(RecordError) in try records.version(4, of: form) }
      }
      let check = try await records.verify(expecting: [])
      report.expect(check.faults, [], "faults")
      report.expect(check.versionCount, 3, "versions")
    },
    RecordLaw("A decision moves the form from the stage that was seen, once") { records, report in
      let office = try await SmallOffice(in: records)
      let form = try await office.addForm(named: "灯会", to: records)
      let decide: @Sendable (String, String, Int64) async throws -> Decision = { before, after, revision in
        try await change(records) { records throws(RecordError) in
          let decision = Decision(
            id: try records.nextNumber(), form: form, version: 0, action: "return", stageBefore: before,
            stageAfter: after, person: office.reviewer, role: "department-reviewer", onBehalfOf: office.clerk,
            moment: SmallOffice.start,
            reason: "请补充依据", details: "[{\"field\":\"goals/annual\"}]")
          try records.add(decision, expecting: revision)
          return decision
        }
      }
      let first = try await decide("draft", "returned", 1)
      await report.expect("stale form", "the same again") { _ = try await decide("draft", "returned", 1) }
      await report.expect("stale form", "another stage") { _ = try await decide("draft", "approved", 2) }
      let second = try await decide("returned", "approved", 2)
      let found = try await look(records) { records throws(RecordError) in
        (
          try records.decisions(on: form), try records.form(form),
          try records.ledgerEntries(about: "form/\(form)/decision/\(first.id)", limit: 9)
        )
      }
      report.expect(found.0, [first, second], "history")
      report.expect(found.1.value.stage, "approved", "stage")
      report.expect(found.1.revision, 3, "revision")
      report.expect(found.2.map(\.note), [first.note], "note")
    },
  ]
}
