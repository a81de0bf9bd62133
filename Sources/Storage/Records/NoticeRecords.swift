// What people are told, how they want to be told by mail, and who was reminded, in the store.
package import Organisations
package import Quantities

/// The number of a notice.
package typealias NoticeID = Identifier<NoticeEntry>
/// The number of a reminder.
package typealias ReminderID = Identifier<Reminder>

/// Something that one person is told.
package struct NoticeEntry: Sendable, Hashable {
  package let id: NoticeID
  package let person: PersonID
  /// What it tells, in a word of the application: `returned`, `reminder`.
  package let kind: String
  /// Notices of one topic become one with a count while they wait unread; blank for one that stands alone.
  package let topic: String
  /// The form that it is about, the latest where it counts several; nil where it is about none.
  package let form: FormID?
  /// Who did it; nil for the office itself.
  package let actor: PersonID?
  /// Whose part the person takes as a deputy; nil for one's own.
  package let onBehalfOf: PersonID?
  /// How many things it tells of, at least 1.
  package var count: Int
  /// Of the latest of them.
  package let moment: Moment
  /// Nil while it is unread.
  package var read: Moment?
  /// When it went out by mail; nil while it has not.
  package var mailed: Moment?
  /// Whatever else it says, as JSON; the store does not read it.
  package let details: String

  package init(
    id: NoticeID, person: PersonID, kind: String, topic: String = "", form: FormID? = nil,
    actor: PersonID? = nil, onBehalfOf: PersonID? = nil, count: Int = 1, moment: Moment,
    read: Moment? = nil, mailed: Moment? = nil, details: String = ""
  ) {
    self.id = id
    self.person = person
    self.kind = kind
    self.topic = topic
    self.form = form
    self.actor = actor
    self.onBehalfOf = onBehalfOf
    self.count = count
    self.moment = moment
    self.read = read
    self.mailed = mailed
    self.details = details
  }
}

/// Where a page of notices ends.
package struct NoticePlace: Sendable, Hashable {
  package let moment: Moment
  package let id: NoticeID

  package init(moment: Moment, id: NoticeID) {
    self.moment = moment
    self.id = id
  }
}

/// Where and how often a person wants to get mail.
package struct MailChoice: Sendable, Hashable {
  package let person: PersonID
  /// Blank for none.
  package var address: String
  /// In a word of the application: `off`, `soon`, `daily`.
  package var pace: String
  /// Why the last mail did not arrive, in a word of the application; blank where it did.
  package var problem: String

  package init(person: PersonID, address: String, pace: String, problem: String = "") {
    self.person = person
    self.address = address
    self.pace = pace
    self.problem = problem
  }
}

/// 催办: somebody pressed an organisation about a step of the year.
package struct Reminder: Sendable, Hashable {
  package let id: ReminderID
  package let organisation: OrganisationID
  package let year: FiscalYear
  /// In the words of deadlines: `target.submission`.
  package let step: String
  /// Who reminded; nil for the office itself.
  package let person: PersonID?
  package let moment: Moment
  /// How many people were told.
  package let toldCount: Int

  package init(
    id: ReminderID, organisation: OrganisationID, year: FiscalYear, step: String, person: PersonID?,
    moment: Moment, toldCount: Int
  ) {
    self.id = id
    self.organisation = organisation
    self.year = year
    self.step = step
    self.person = person
    self.moment = moment
    self.toldCount = toldCount
  }
}

/// Reads notices, choices of mail and reminders.
package protocol NoticeView {
  /// - Throws: `.notFound`.
  func notice(_ id: NoticeID) throws(RecordError) -> NoticeEntry

  /// Those of a person, the latest first, after a place (nil for the first page), at most `limit`.
  func notices(
    of person: PersonID, after last: NoticePlace?, limit: Int
  ) throws(RecordError) -> [NoticeEntry]

  /// How many of a person's wait unread; counting ends at `limit`.
  func unreadCount(of person: PersonID, limit: Int) throws(RecordError) -> Int

  /// Those of a person that are unread and have not gone out by mail, the earliest first, at most `limit`.
  func unmailedNotices(of person: PersonID, limit: Int) throws(RecordError) -> [NoticeEntry]

  /// Nil where the person has never chosen.
  func mailChoice(of person: PersonID) throws(RecordError) -> Stored<MailChoice>?

  /// The last reminder of each organisation at a place and below it, about a step of a year.
  func lastReminders(
    of year: FiscalYear, step: String, under path: OrganisationPath?
  ) throws(RecordError) -> [OrganisationID: Reminder]
}

/// Changes notices, choices of mail and reminders.
package protocol NoticeStore {
  /// Tells a person. Where a notice of the same topic waits unread, that one grows by the count and takes
  /// over what the new one says.
  ///
  /// - Returns: false where one grew.
  /// - Throws: `.invalid` for a count below 1, `.unknownReference`.
  @discardableResult
  func tell(_ notice: NoticeEntry) throws(RecordError) -> Bool

  /// Marks notices of a person read: one, or all up to a moment.
  ///
  /// - Returns: how many were unread.
  @discardableResult
  func markRead(
    _ id: NoticeID?, of person: PersonID, upTo last: Moment, at moment: Moment
  ) throws(RecordError) -> Int

  /// Notes that notices went out by mail.
  func markMailed(_ ids: [NoticeID], at moment: Moment) throws(RecordError)

  /// - Parameter revision: 0 where the person has never chosen.
  /// - Throws: `.stale`, `.unknownReference`.
  func save(_ choice: MailChoice, expecting revision: Int64) throws(RecordError)

  /// - Throws: `.unknownReference`.
  func add(_ reminder: Reminder) throws(RecordError)
}
