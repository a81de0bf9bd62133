// What signing in needs, the calendar, settings, jobs, attachments and the ledger in memory.
internal import Ledger
internal import Organisations
internal import Quantities

extension MemoryTransaction {
  // MARK: Credentials and attempts

  func credential(of person: PersonID, kind: String) throws(RecordError) -> Stored<Credential>? {
    state.credentials[.init(person: person, kind: kind)]
  }

  func save(_ credential: Credential, expecting revision: Int64) throws(RecordError) {
    let key = MemoryState.CredentialKey(person: credential.person, kind: credential.kind)
    let name = "\(credential.person)/\(credential.kind)"
    let stored = try replaced(
      state.credentials[key], by: credential, .credential, name, expecting: revision)
    try demand(credential.person, for: .credential, name)
    state.credentials[key] = stored
  }

  func removeCredential(of person: PersonID, kind: String) throws(RecordError) {
    state.credentials[.init(person: person, kind: kind)] = nil
  }

  func failedAttempts(_ key: String) throws(RecordError) -> FailedAttempts? { state.attempts[key] }

  func save(_ attempts: FailedAttempts) throws(RecordError) { state.attempts[attempts.key] = attempts }

  func removeFailedAttempts(_ key: String) throws(RecordError) { state.attempts[key] = nil }

  // MARK: Sessions

  func session(_ token: ContentHash) throws(RecordError) -> Session? { state.sessions[token] }

  func sessions(of person: PersonID) throws(RecordError) -> [Session] {
    state.sessions.values.filter { $0.person == person }.sorted { left, right in
      left.lastSeen == right.lastSeen
        ? left.token.bytes.lexicographicallyPrecedes(right.token.bytes) : left.lastSeen > right.lastSeen
    }
  }

  func add(_ session: Session) throws(RecordError) {
    guard state.sessions[session.token] == nil else {
      throw refused(.alreadyExists(.session, key: session.person.description))
    }
    try demand(session.person, for: .session, session.person.description)
    state.sessions[session.token] = session
  }

  func touchSession(_ token: ContentHash, at moment: Moment) throws(RecordError) -> Bool {
    guard state.sessions[token] != nil else { return false }
    state.sessions[token]?.lastSeen = moment
    return true
  }

  func removeSession(_ token: ContentHash) throws(RecordError) { state.sessions[token] = nil }

  private func removeSessions(where isOver: (Session) -> Bool) -> Int {
    let over = state.sessions.values.filter(isOver).map(\.token)
    for token in over { state.sessions[token] = nil }
    return over.count
  }

  func removeSessions(of person: PersonID, except token: ContentHash?) throws(RecordError) -> Int {
    removeSessions { $0.person == person && $0.token != token }
  }

  func removeSessions(
    expiredAt moment: Moment, lastSeenBefore lastSeen: Moment
  ) throws(RecordError) -> Int {
    removeSessions { $0.expires <= moment || $0.lastSeen < lastSeen }
  }

  // MARK: Calendar and settings

  func budgetYears() throws(RecordError) -> [Stored<BudgetYear>] {
    state.years.values.sorted { $0.value.year < $1.value.year }
  }

  func save(_ year: BudgetYear, expecting revision: Int64) throws(RecordError) {
    state.years[year.year] = try replaced(
      state.years[year.year], by: year, .budgetYear, year.year.description, expecting: revision)
  }

  func deadlines(of year: FiscalYear) throws(RecordError) -> [Stored<Deadline>] {
    state.deadlines.values.filter { $0.value.year == year }.sorted {
      ($0.value.step, $0.value.organisation) < ($1.value.step, $1.value.organisation)
    }
  }

  private func key(_ deadline: Deadline) -> MemoryState.DeadlineKey {
    .init(year: deadline.year, step: deadline.step, organisation: deadline.organisation)
  }

  func save(_ deadline: Deadline, expecting revision: Int64) throws(RecordError) {
    let key = key(deadline)
    let stored = try replaced(
      state.deadlines[key], by: deadline, .deadline, deadline.step, expecting: revision)
    if state.years[deadline.year] == nil {
      throw refused(.unknownReference(.deadline, key: deadline.step))
    }
    try demand(deadline.organisation, for: .deadline, deadline.step)
    state.deadlines[key] = stored
  }

  func remove(_ deadline: Deadline, expecting revision: Int64) throws(RecordError) {
    let key = key(deadline)
    _ = try changed(state.deadlines[key], to: deadline, .deadline, deadline.step, expecting: revision)
    state.deadlines[key] = nil
  }

  func setting(_ key: String) throws(RecordError) -> Stored<Setting>? { state.settings[key] }

  func settings() throws(RecordError) -> [Stored<Setting>] {
    state.settings.values.sorted { $0.value.key < $1.value.key }
  }

  func save(_ setting: Setting, expecting revision: Int64) throws(RecordError) {
    state.settings[setting.key] = try replaced(
      state.settings[setting.key], by: setting, .setting, setting.key, expecting: revision)
  }

  // MARK: Jobs

  func jobs(limit: Int) throws(RecordError) -> [Job] {
    Array(state.jobs.values.map(\.job).sorted { $0.id < $1.id }.prefix(max(0, limit)))
  }

  func add(_ job: Job) throws(RecordError) {
    guard state.jobs[job.id] == nil else {
      throw refused(.alreadyExists(.job, key: job.id.description))
    }
    state.jobs[job.id] = MemoryState.WaitingJob(job: job)
  }

  func takeJob(kinds: [String], now: Moment, leaseEnds: Moment) throws(RecordError) -> Job? {
    let waiting = state.jobs.values.filter { waiting in
      kinds.contains(waiting.job.kind) && waiting.job.due <= now
        && waiting.leaseEnds.map { $0 <= now } ?? true
    }
    guard var taken = waiting.min(by: { ($0.job.due, $0.job.id) < ($1.job.due, $1.job.id) }) else {
      return nil
    }
    taken.job.attempts += 1
    taken.leaseEnds = leaseEnds
    state.jobs[taken.job.id] = taken
    return taken.job
  }

  private func checkAttempt(_ job: Job) throws(RecordError) {
    guard let found = state.jobs[job.id]?.job else { throw .notFound(.job, key: job.id.description) }
    guard found.attempts == job.attempts else {
      throw .stale(
        .job, key: job.id.description, expected: Int64(job.attempts), found: Int64(found.attempts))
    }
  }

  func finish(_ job: Job) throws(RecordError) {
    try checkAttempt(job)
    state.jobs[job.id] = nil
  }

  func putBack(_ job: Job, due: Moment, problem: String) throws(RecordError) {
    try checkAttempt(job)
    state.jobs[job.id]?.job.due = due
    state.jobs[job.id]?.job.problem = problem
    state.jobs[job.id]?.leaseEnds = nil
  }

  // MARK: Attachments

  func attachment(_ id: AttachmentID) throws(RecordError) -> Attachment {
    guard let attachment = state.attachments[id] else {
      throw .notFound(.attachment, key: id.description)
    }
    return attachment
  }

  func attachments(of subject: String) throws(RecordError) -> [Attachment] {
    state.attachments.values.filter { $0.subject == subject }.sorted { $0.id < $1.id }
  }

  func attachments(after last: AttachmentID?, limit: Int) throws(RecordError) -> [Attachment] {
    let wanted = state.attachments.values.filter { attachment in
      last.map { $0 < attachment.id } ?? true
    }
    return Array(wanted.sorted { $0.id < $1.id }.prefix(max(0, limit)))
  }

  func add(_ attachment: Attachment) throws(RecordError) {
    if attachment.name.isEmpty { throw refused(.invalid(.attachment, detail: "name")) }
    guard state.attachments[attachment.id] == nil else {
      throw refused(.alreadyExists(.attachment, key: attachment.id.description))
    }
    try demand(attachment.person, for: .attachment, attachment.name)
    state.attachments[attachment.id] = attachment
  }

  func removeAttachment(_ id: AttachmentID) throws(RecordError) {
    _ = try attachment(id)
    state.attachments[id] = nil
  }

  // MARK: Ledger

  func ledgerHead() throws(RecordError) -> LedgerHead { state.head }

  func ledgerEntries(after sequence: Int64, limit: Int) throws(RecordError) -> [LedgerEntry] {
    Array(state.ledger.filter { $0.sequence > sequence }.prefix(max(0, limit)))
  }

  func ledgerEntries(
    about subject: String, before sequence: Int64, limit: Int
  ) throws(RecordError) -> [LedgerEntry] {
    let wanted = state.ledger.reversed().filter { entry in
      entry.sequence < sequence
        && (entry.note.subject == subject || entry.note.subject.utf8.starts(with: "\(subject)/".utf8))
    }
    return Array(wanted.prefix(max(0, limit)))
  }
}
