// Work that waits in the store for any node to do it.
package import Organisations
package import Quantities

/// The number of a job.
package typealias JobID = Identifier<Job>

/// Something to be done later, once.
package struct Job: Sendable, Hashable {
  package let id: JobID
  /// `mail.reminder`, `export.year`.
  package let kind: String
  /// What the kind needs, as JSON.
  package let payload: String
  /// Not before.
  package var due: Moment
  /// How often it was taken.
  package var attempts: Int
  /// Why it failed the last time.
  package var problem: String?

  package init(
    id: JobID, kind: String, payload: String, due: Moment, attempts: Int = 0, problem: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.payload = payload
    self.due = due
    self.attempts = attempts
    self.problem = problem
  }
}

/// Reads jobs.
package protocol JobView {
  /// Those that wait or are being done, by number; at most `limit`.
  func jobs(limit: Int) throws(RecordError) -> [Job]

  /// Those of a kind that wait or are being done, by number; at most `limit`.
  func jobs(kind: String, limit: Int) throws(RecordError) -> [Job]

  /// Whether a job of these kinds could be taken now: to be asked before a transaction is begun for it.
  func isJobDue(kinds: [String], now: Moment) throws(RecordError) -> Bool
}

/// Gives jobs out. A job whose taker died comes back when its lease ends; a taker that comes too late is
/// told so, because its attempt is no longer the last.
package protocol JobStore {
  func add(_ job: Job) throws(RecordError)

  /// Takes the job that has been due for longest; nobody else gets it before the lease ends.
  ///
  /// - Returns: the job with this attempt counted; nil where nothing is due.
  func takeJob(kinds: [String], now: Moment, leaseEnds: Moment) throws(RecordError) -> Job?

  /// The work is done, and the job is gone.
  ///
  /// - Throws: `.stale` where another has taken it meanwhile, `.notFound` where another has done it.
  func finish(_ job: Job) throws(RecordError)

  /// The work failed and is to be tried again.
  ///
  /// - Throws: as `finish`.
  func putBack(_ job: Job, due: Moment, problem: String) throws(RecordError)
}
