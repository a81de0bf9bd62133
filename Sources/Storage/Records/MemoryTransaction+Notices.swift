// Notices, choices of mail and reminders in the store in memory.
internal import Model
internal import Organisations
internal import Quantities

extension MemoryTransaction {
  func notice(_ id: NoticeID) throws(RecordError) -> NoticeEntry {
    guard let notice = state.notices[id] else { throw .notFound(.notice, key: id.description) }
    return notice
  }

  private func notices(where isWanted: (NoticeEntry) -> Bool) -> [NoticeEntry] {
    state.notices.values.filter(isWanted).sorted { ($0.moment, $0.id) > ($1.moment, $1.id) }
  }

  func notices(
    of person: PersonID, after last: NoticePlace?, limit: Int
  ) throws(RecordError) -> [NoticeEntry] {
    let wanted = notices { notice in
      notice.person == person && last.map { (notice.moment, notice.id) < ($0.moment, $0.id) } ?? true
    }
    return Array(wanted.prefix(max(0, limit)))
  }

  func unreadCount(of person: PersonID, limit: Int) throws(RecordError) -> Int {
    min(limit, notices { $0.person == person && $0.read == nil }.count)
  }

  func unmailedNotices(of person: PersonID, limit: Int) throws(RecordError) -> [NoticeEntry] {
    let wanted = notices { $0.person == person && $0.read == nil && $0.mailed == nil }
    return Array(wanted.reversed().prefix(max(0, limit)))
  }

  func tell(_ notice: NoticeEntry) throws(RecordError) -> Bool {
    let key = notice.id.description
    if notice.count < 1 { throw refused(.invalid(.notice, detail: "count")) }
    try demand(notice.person, for: .notice, key)
    for other in [notice.actor, notice.onBehalfOf] {
      if let other { try demand(other, for: .notice, key) }
    }
    if let form = notice.form { try demand(form, for: .notice, key) }
    let waiting = state.notices.values.filter {
      !notice.topic.isEmpty && $0.person == notice.person && $0.topic == notice.topic && $0.read == nil
    }
    guard let before = waiting.min(by: { $0.id < $1.id }) else {
      state.notices[notice.id] = notice
      return true
    }
    state.notices[before.id] = NoticeEntry(
      id: before.id, person: before.person, kind: before.kind, topic: before.topic, form: notice.form,
      actor: notice.actor, onBehalfOf: before.onBehalfOf, count: before.count + notice.count,
      moment: notice.moment, read: nil, mailed: before.mailed, details: notice.details)
    return false
  }

  func markRead(
    _ id: NoticeID?, of person: PersonID, upTo last: Moment, at moment: Moment
  ) throws(RecordError) -> Int {
    let unread = notices {
      $0.person == person && $0.read == nil && $0.moment <= last && (id == nil || $0.id == id)
    }
    for notice in unread { state.notices[notice.id]?.read = moment }
    return unread.count
  }

  func markMailed(_ ids: [NoticeID], at moment: Moment) throws(RecordError) {
    for id in ids { state.notices[id]?.mailed = moment }
  }

  func mailChoice(of person: PersonID) throws(RecordError) -> Stored<MailChoice>? {
    state.mailChoices[person]
  }

  func save(_ choice: MailChoice, expecting revision: Int64) throws(RecordError) {
    let key = choice.person.description
    let stored = try replaced(
      state.mailChoices[choice.person], by: choice, .mailChoice, key, expecting: revision)
    try demand(choice.person, for: .mailChoice, key)
    state.mailChoices[choice.person] = stored
  }

  func lastReminders(
    of year: FiscalYear, step: String, under path: OrganisationPath?
  ) throws(RecordError) -> [OrganisationID: Reminder] {
    let wanted = state.reminders.filter {
      $0.year == year && $0.step == step && isUnder(path, $0.organisation)
    }
    return wanted.sorted { $0.id < $1.id }.reduce(into: [:]) { last, reminder in
      last[reminder.organisation] = reminder
    }
  }

  func add(_ reminder: Reminder) throws(RecordError) {
    try demand(reminder.organisation, for: .reminder, reminder.id.description)
    if let person = reminder.person { try demand(person, for: .reminder, reminder.id.description) }
    state.reminders.append(reminder)
  }
}

// MARK: What waits

extension MemoryTransaction {
  /// How many projects of a year have no form of a kind, unit by unit.
  func projectsWithoutForm(
    of year: FiscalYear, kind: FormKind, under path: OrganisationPath?
  ) throws(RecordError) -> [OrganisationID: Int] {
    let begun = Set(
      state.forms.values.map(\.value).filter { $0.year == year && $0.kind == kind }.compactMap(\.project))
    let wanted = state.projects.values.map(\.value).filter {
      $0.years.contains(year) && !begun.contains($0.id) && isUnder(path, $0.organisation)
    }
    return wanted.reduce(into: [:]) { counts, project in counts[project.organisation, default: 0] += 1 }
  }

  func assignments(at organisation: OrganisationID) throws(RecordError) -> [Stored<Assignment>] {
    state.assignments.values.filter { $0.value.organisation == organisation }
      .sorted { $0.value.id < $1.value.id }
  }

  func isJobDue(kinds: [String], now: Moment) throws(RecordError) -> Bool {
    state.jobs.values.contains { waiting in
      kinds.contains(waiting.job.kind) && waiting.job.due <= now
        && waiting.leaseEnds.map { $0 <= now } ?? true
    }
  }

  func jobs(kind: String, limit: Int) throws(RecordError) -> [Job] {
    let wanted = state.jobs.values.map(\.job).filter { $0.kind == kind }
    return Array(wanted.sorted { $0.id < $1.id }.prefix(max(0, limit)))
  }
}
