// Any node carries what waits: the unread notices of one person in one letter.
import Accounts
import JSONText
import Mail
import Organisations
import Quantities
import Records

extension Job {
  /// Letters to one person.
  static let mail = "mail.notices"
}

extension RecordTransaction {
  /// Lets the mail know that somebody was told something; nothing where the person wants no letters.
  ///
  /// Each notice makes a job, and the first of them that comes to its time takes all that is unread along:
  /// the others find nothing and go.
  func addMail(for person: PersonID, at moment: Moment) throws(RecordError) {
    guard let choice = try mailChoice(of: person)?.value, let pace = MailPace(rawValue: choice.pace),
      let due = pace.due(after: moment)
    else { return }
    var payload = JSONWriter()
    payload.object { $0.member("person", Int(person.rawValue)) }
    try add(Job(id: try nextNumber(), kind: Job.mail, payload: payload.text, due: due))
  }
}

/// Carries the next letter that waits. A server that is away is asked again, with longer and longer pauses,
/// for two days; what it refuses for good is told to the person on the page of notices.
package struct CarryWaitingMail: Sendable {
  package init() {}

  private static let leaseSeconds = 120
  private static let noticesMax = 200
  /// With pauses from one minute to six hours these are more than two days.
  private static let attemptsMax = 16
  private static let pauseSecondsMax = 6 * 3600

  private struct Errand {
    var job: Job
    var person: PersonID
    var notices: [NoticeID]
    var letter: Letter
    var server: MailServer
  }

  private enum Taken {
    case errand(Errand)
    /// Nothing is to be sent any more.
    case done
    case nothing
  }

  /// - Returns: false where nothing waits.
  package func run(in office: Office) async throws(OfficeRefusal) -> Bool {
    let (now, key) = (office.now, office.key)
    guard try await office.read({ try $0.isJobDue(kinds: [Job.mail], now: now) }) else { return false }
    switch try await office.change({ try take(from: $0, now: now, key: key) }) {
    case .nothing: return false
    case .done: return true
    case .errand(let errand):
      var problem: MailProblem?
      do throws(MailProblem) {
        guard let carrier = office.mail else { throw .noCarrier }
        try await carrier.carry(errand.letter, to: errand.server)
      } catch { problem = error }
      let outcome = problem
      do throws(OfficeRefusal) {
        try await office.change { try keep(outcome, of: errand, in: $0, at: now) }
      } catch .records(.stale), .records(.notFound) {
        // Somebody else took it meanwhile.
      }
      return true
    }
  }

  // MARK: Taking

  private func take(from records: any RecordTransaction, now: Moment, key: ServerKey) throws -> Taken {
    let leaseEnds = now.advanced(bySeconds: Self.leaseSeconds)
    guard let job = try records.takeJob(kinds: [Job.mail], now: now, leaseEnds: leaseEnds) else {
      return .nothing
    }
    guard let errand = try errand(for: job, in: records, now: now, key: key) else {
      try records.finish(job)
      return .done
    }
    return .errand(errand)
  }

  /// Nil where the person wants no letters any more, has left, or has read everything.
  private func errand(
    for job: Job, in records: any RecordView, now: Moment, key: ServerKey
  ) throws -> Errand? {
    let number = (try? JSONReader.read(Array(job.payload.utf8)))?["person"]?.whole
    let settings = try records.mailSettings(key: key).settings
    guard let person = number.flatMap({ PersonID(Int64($0)) }), let server = settings.server,
      let choice = try records.mailChoice(of: person)?.value,
      let pace = MailPace(rawValue: choice.pace), pace != .off,
      let address = MailAddress(choice.address), settings.allows(address),
      try records.person(person).value.days.contains(now.day())
    else { return nil }
    let notices = try records.unmailedNotices(of: person, limit: Self.noticesMax)
    guard let last = notices.last else { return nil }
    let sums = notices.reduce(into: [NoticeKind: Int]()) { sums, notice in
      if let kind = NoticeKind(rawValue: notice.kind) { sums[kind, default: 0] += notice.count }
    }
    let counts = NoticeKind.allCases.compactMap { kind in sums[kind].map { (kind: kind, count: $0) } }
    let letter = Letter(
      to: address, subject: NoticeWording.letterSubject(counts.reduce(0) { $0 + $1.count }),
      lines: NoticeWording.letterLines(counts, site: settings.site), moment: now,
      number: "notice.\(person).\(last.id)")
    return Errand(job: job, person: person, notices: notices.map(\.id), letter: letter, server: server)
  }

  // MARK: Keeping

  private func keep(
    _ problem: MailProblem?, of errand: Errand, in records: any RecordTransaction, at now: Moment
  ) throws {
    if let problem, problem.mayPassLater, errand.job.attempts < Self.attemptsMax {
      let pause = min(60 << min(errand.job.attempts - 1, 12), Self.pauseSecondsMax)
      try records.putBack(errand.job, due: now.advanced(bySeconds: pause), problem: problem.word)
      return
    }
    try records.finish(errand.job)
    try records.markMailed(errand.notices, at: now)
    if let stored = try records.mailChoice(of: errand.person), stored.value.problem != problem?.word ?? "" {
      var choice = stored.value
      choice.problem = problem?.word ?? ""
      try records.save(choice, expecting: stored.revision)
    }
  }
}
