// Projects, forms, versions and decisions in memory.
internal import FormDrafts
internal import Ledger
internal import Organisations
internal import Quantities

extension MemoryTransaction {
  // MARK: Projects

  func project(_ id: ProjectID) throws(RecordError) -> Stored<ProjectEntry> {
    guard let stored = state.projects[id] else { throw .notFound(.project, key: id.description) }
    return stored
  }

  func project(code: String) throws(RecordError) -> Stored<ProjectEntry>? {
    state.projects.values.first { $0.value.code == code }
  }

  func projects(
    under path: OrganisationPath?, after last: ProjectID?, limit: Int
  ) throws(RecordError) -> [Stored<ProjectEntry>] {
    let wanted = state.projects.values.filter { stored in
      isUnder(path, stored.value.organisation) && last.map { $0 < stored.value.id } ?? true
    }
    return Array(wanted.sorted { $0.value.id < $1.value.id }.prefix(max(0, limit)))
  }

  func projects(
    of organisation: OrganisationID, after last: ProjectID?, limit: Int
  ) throws(RecordError) -> [Stored<ProjectEntry>] {
    let wanted = state.projects.values.filter { stored in
      stored.value.organisation == organisation && last.map { $0 < stored.value.id } ?? true
    }
    return Array(wanted.sorted { $0.value.id < $1.value.id }.prefix(max(0, limit)))
  }

  private func check(_ project: ProjectEntry) throws(RecordError) {
    if project.name.isEmpty { throw refused(.invalid(.project, detail: "name")) }
    if let code = project.code, let other = try self.project(code: code), other.value.id != project.id {
      throw refused(.alreadyExists(.project, key: code))
    }
    try demand(project.organisation, for: .project, project.code ?? project.id.description)
  }

  func add(_ project: ProjectEntry) throws(RecordError) {
    try insert(project, as: project.id, into: \.projects, .project, check: check)
  }

  func save(_ project: ProjectEntry, expecting revision: Int64) throws(RecordError) {
    try update(project, as: project.id, in: \.projects, .project, expecting: revision, check: check)
  }

  // MARK: Forms

  func form(_ id: FormID) throws(RecordError) -> Stored<FormEntry> {
    guard let stored = state.forms[id] else { throw .notFound(.form, key: id.description) }
    return stored
  }

  private func selected(_ selection: FormSelection) -> [Stored<FormEntry>] {
    state.forms.values.filter { stored in
      let form = stored.value
      return isUnder(selection.path, form.organisation)
        && selection.organisation.map { $0 == form.organisation } ?? true
        && selection.year.map { $0 == form.year } ?? true
        && selection.kind.map { $0 == form.kind } ?? true
        && selection.stage.map { $0 == form.stage } ?? true
        && selection.project.map { $0 == form.project } ?? true
    }
  }

  func forms(
    _ selection: FormSelection, after last: FormID?, limit: Int
  ) throws(RecordError) -> [Stored<FormEntry>] {
    let wanted = selected(selection).filter { stored in last.map { $0 < stored.value.id } ?? true }
    return Array(wanted.sorted { $0.value.id < $1.value.id }.prefix(max(0, limit)))
  }

  func formCounts(_ selection: FormSelection) throws(RecordError) -> [String: Int] {
    selected(selection).reduce(into: [:]) { counts, form in counts[form.value.stage, default: 0] += 1 }
  }

  func add(_ form: FormEntry) throws(RecordError) {
    let key = form.id.description
    let isTaken = state.forms.values.contains { stored in
      let other = stored.value
      return other.id == form.id
        || other.project == form.project && other.year == form.year && other.kind == form.kind
          && (form.project != nil || other.organisation == form.organisation)
    }
    if isTaken { throw refused(.alreadyExists(.form, key: key)) }
    if form.stage.isEmpty { throw refused(.invalid(.form, detail: "stage")) }
    try demand(form.organisation, for: .form, key)
    if let project = form.project, state.projects[project] == nil {
      throw refused(.unknownReference(.form, key: key))
    }
    var form = form
    form.latestVersion = 0
    form.draftRevision = 0
    state.forms[form.id] = Stored(form, revision: 1)
  }

  func setAmount(_ amount: Money?, of form: FormID) throws(RecordError) {
    var stored = try self.form(form)
    stored.value.amount = amount
    state.forms[form] = stored
  }

  // MARK: Drafts

  func fields(of form: FormID, after revision: Int64) throws(RecordError) -> [DraftField] {
    (state.fields[form] ?? [:]).values.filter { $0.revision > revision }.sorted { $0.path < $1.path }
  }

  func save(
    _ changes: [FieldChange], of form: FormID, onto revision: Int64, by person: PersonID, at moment: Moment
  ) throws(RecordError) -> Int64 {
    var stored = try self.form(form)
    let current = stored.value.draftRevision
    guard revision <= current else {
      throw .stale(.form, key: form.description, expected: revision, found: current)
    }
    let wanted = Set(changes.map(\.path))
    let changed = try fields(of: form, after: revision).map(\.path).filter(wanted.contains)
    if !changed.isEmpty { throw .fieldsChanged(paths: changed) }
    if changes.isEmpty { return current }
    try demand(person, for: .form, form.description)
    for change in changes {
      state.fields[form, default: [:]][change.path] = DraftField(
        path: change.path, value: change.value, revision: current + 1, person: person, moment: moment)
    }
    stored.value.draftRevision = current + 1
    state.forms[form] = stored
    return current + 1
  }

  // MARK: Versions and decisions

  func version(_ number: Int, of form: FormID) throws(RecordError) -> FormVersion {
    guard let version = state.versions[form]?.first(where: { $0.number == number }) else {
      throw .notFound(.formVersion, key: FormVersion.subject(form: form, number: number))
    }
    return version
  }

  func versions(
    of form: FormID?, after last: (form: FormID, number: Int)?, limit: Int
  ) throws(RecordError) -> [FormVersion] {
    let forms = form.map { [$0] } ?? state.versions.keys.sorted()
    let wanted = forms.flatMap { state.versions[$0] ?? [] }.filter { version in
      last.map { ($0.form, $0.number) < (version.form, version.number) } ?? true
    }
    return Array(wanted.prefix(max(0, limit)))
  }

  func addVersion(
    of form: FormID, record: [UInt8], by person: PersonID, at moment: Moment, reason: String
  ) throws(RecordError) -> FormVersion {
    var stored = try self.form(form)
    stored.value.latestVersion += 1
    let number = stored.value.latestVersion
    try demand(person, for: .formVersion, FormVersion.subject(form: form, number: number))
    let version = FormVersion(
      form: form, number: number, record: record, content: ContentHash(of: record), person: person,
      moment: moment)
    state.versions[form, default: []].append(version)
    state.forms[form] = Stored(stored.value, revision: stored.revision + 1)
    try append(version.note(reason: reason))
    return version
  }

  func decisions(on form: FormID) throws(RecordError) -> [Decision] {
    (state.decisions[form] ?? []).sorted { $0.id < $1.id }
  }

  func add(_ decision: Decision, expecting revision: Int64) throws(RecordError) {
    var stored = try form(decision.form)
    guard stored.revision == revision, stored.value.stage == decision.stageBefore else {
      throw .stale(
        .form, key: decision.form.description, expected: revision, found: stored.revision)
    }
    for person in [decision.person, decision.onBehalfOf].compactMap(\.self) {
      try demand(person, for: .decision, decision.id.description)
    }
    if state.decisions.values.joined().contains(where: { $0.id == decision.id }) {
      throw refused(.alreadyExists(.decision, key: decision.id.description))
    }
    stored.value.stage = decision.stageAfter
    state.forms[decision.form] = Stored(stored.value, revision: revision + 1)
    state.decisions[decision.form, default: []].append(decision)
    try append(decision.note)
  }
}
