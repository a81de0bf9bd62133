// What reviewers keep, in the store in memory.
internal import Organisations
internal import Quantities

extension MemoryTransaction {
  func reviewPaper(
    of form: FormID, side: String, version: Int
  ) throws(RecordError) -> Stored<ReviewPaper>? {
    state.papers[.init(form: form, version: version, side: side)]
  }

  func reviewPapers(of form: FormID) throws(RecordError) -> [Stored<ReviewPaper>] {
    state.papers.values.filter { $0.value.form == form }
      .sorted { ($0.value.version, $0.value.side) < ($1.value.version, $1.value.side) }
  }

  func save(_ paper: ReviewPaper, expecting revision: Int64) throws(RecordError) {
    let key = MemoryState.PaperKey(form: paper.form, version: paper.version, side: paper.side)
    let name = ReviewPaper.subject(form: paper.form, side: paper.side, version: paper.version)
    let stored = try replaced(state.papers[key], by: paper, .reviewPaper, name, expecting: revision)
    if paper.version < 1 { throw refused(.invalid(.reviewPaper, detail: "version")) }
    try demand(paper.form, for: .reviewPaper, name)
    try demand(paper.person, for: .reviewPaper, name)
    state.papers[key] = stored
  }

  func reviewNotes(on form: FormID, limit: Int) throws(RecordError) -> [ReviewNote] {
    let notes = state.reviewNotes.values.filter { $0.form == form }.sorted { $0.id < $1.id }
    return Array(notes.prefix(max(0, limit)))
  }

  func add(_ note: ReviewNote) throws(RecordError) {
    let key = note.id.description
    guard state.reviewNotes[note.id] == nil else { throw refused(.alreadyExists(.reviewNote, key: key)) }
    if note.words.isEmpty { throw refused(.invalid(.reviewNote, detail: "words")) }
    try demand(note.form, for: .reviewNote, key)
    try demand(note.person, for: .reviewNote, key)
    state.reviewNotes[note.id] = note
  }

  func glances(at form: FormID, since moment: Moment) throws(RecordError) -> [FormGlance] {
    state.glances.values.filter { $0.form == form && moment <= $0.moment }
      .sorted { ($1.moment, $0.person) < ($0.moment, $1.person) }
  }

  func save(_ glance: FormGlance) throws(RecordError) {
    let key = "\(glance.form)/\(glance.person)"
    try demand(glance.form, for: .glance, key)
    try demand(glance.person, for: .glance, key)
    state.glances[.init(form: glance.form, person: glance.person)] = glance
  }

  func removeGlances(before moment: Moment) throws(RecordError) {
    state.glances = state.glances.filter { moment <= $0.value.moment }
  }
}
