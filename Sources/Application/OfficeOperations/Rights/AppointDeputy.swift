// A deputy for the days on which somebody is absent.
import Ledger
package import Organisations
import Permissions
import Quantities
import Records
import Rosters

/// Appoints a deputy, for oneself or, as the security administrator, for somebody else.
package struct AppointDeputy: Sendable {
  /// Who is absent; nil for oneself.
  package var principal: PersonID?
  /// The account of who acts: nobody needs to see the list of people for it.
  package var account: String
  /// Blank for today; not in the past.
  package var firstDay: String
  /// Always known; at most ``daysMax`` days after the first.
  package var lastDay: String

  /// Days that an appointment lasts at most: a year; who is away longer has a successor.
  package static let daysMax = 366

  package init(principal: PersonID? = nil, account: String, firstDay: String = "", lastDay: String) {
    self.principal = principal
    self.account = account
    self.firstDay = firstDay
    self.lastDay = lastDay
  }

  /// - Throws: `.permission`, `.records(.notFound)` for a principal who is not there or works elsewhere,
  ///   `.fields`; a deputy who works in another region is told as one who is not there.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> DeputyID {
    let moment = office.now
    let day = moment.day()
    return try await office.change { records in
      let absent = try principal(in: records, by: signedIn, on: day)
      let days = try days(on: day)
      let acting = try acting(for: absent, in: records, by: signedIn, on: day)
      try check(absent, acting, days, in: records)
      guard
        let deputy = Deputy(
          id: try records.nextNumber(), principal: absent.id, deputy: acting.id, first: days.first,
          last: days.last ?? days.first)
      else { throw OfficeRefusal.fields([FieldFault("account", OfficeWording.ownDeputy)]) }
      try records.add(deputy)
      try records.append(
        signedIn.note(
          .deputyAppoint, deputy.subject, at: moment, reason: "person/\(acting.id) \(days)"))
      try records.tell(of: deputy, by: signedIn.person.id, at: moment)
      return deputy.id
    }
  }

  private func principal(
    in records: any RecordTransaction, by signedIn: SignedIn, on day: Day
  ) throws -> Person {
    guard let principal, principal != signedIn.person.id else {
      let home = try records.organisation(signedIn.person.organisation).value.path
      try signedIn.mayDo(.appointOwnDeputy, at: home)
      return try records.person(signedIn.person.id).value
    }
    return try records.account(principal, for: .appointDeputies, by: signedIn, on: day).value
  }

  private func days(on day: Day) throws(OfficeRefusal) -> DaySpan {
    var fields = TypedFields()
    let first = fields.readOptional("firstDay", firstDay, RosterCell.day) ?? day
    if first < day { fields.tell("firstDay", OfficeWording.firstDayPast) }
    let last = fields.read("lastDay", lastDay) { text throws(RosterProblem) -> Day in
      if text.isEmpty { throw .missing }
      return try RosterCell.day(text)
    }
    if let last, last >= first, last.number - first.number >= Self.daysMax {
      fields.tell("lastDay", OfficeWording.deputyTooLong(days: Self.daysMax))
    }
    let days = last.flatMap { DaySpan(first: first, last: $0) }
    if last != nil, days == nil { fields.tell("lastDay", RosterProblem.daysReversed.sentence) }
    try fields.check()
    guard let days else { throw .unforeseen }
    return days
  }

  /// Who acts: somebody of the same region, and for the security administrator somebody within reach.
  private func acting(
    for absent: Person, in records: any RecordTransaction, by signedIn: SignedIn, on day: Day
  ) throws -> Person {
    let unknown = OfficeRefusal.fields([FieldFault("account", OfficeWording.unknownDeputy)])
    guard let account = AccountName(account.trimmed),
      let acting = try records.person(account: account)?.value,
      acting.days.last.map({ day <= $0 }) ?? true
    else { throw unknown }
    let home = try records.organisation(acting.organisation).value.path
    let absentHome = try records.organisation(absent.organisation).value.path
    let isNear = home.region == absentHome.region
    let isReached = (try? signedIn.mayDo(.appointDeputies, at: home)) != nil
    guard absent.id == signedIn.person.id ? isNear : isReached else { throw unknown }
    return acting
  }

  /// Nobody is the deputy of an administrator, and no administrator is anybody's.
  private func check(
    _ absent: Person, _ acting: Person, _ days: DaySpan, in records: any RecordTransaction
  ) throws {
    func isAdministrator(_ person: Person) throws(RecordError) -> Bool {
      try records.assignments(of: person.id).contains {
        $0.value.role.isAdministrator && $0.value.days.overlaps(days)
      }
    }
    if absent.id == acting.id { throw OfficeRefusal.fields([FieldFault("account", OfficeWording.ownDeputy)]) }
    if try isAdministrator(absent) {
      throw OfficeRefusal.fields([FieldFault("principal", OfficeWording.administratorAbsent)])
    }
    if try isAdministrator(acting) {
      throw OfficeRefusal.fields([FieldFault("account", OfficeWording.administratorActing)])
    }
    let isThere = try records.deputies(of: absent.id).contains { stored in
      stored.value.principal == absent.id && stored.value.deputy == acting.id
        && DaySpan(first: stored.value.first, last: stored.value.last)?.overlaps(days) ?? false
    }
    if isThere { throw OfficeRefusal.fields([FieldFault("account", OfficeWording.alreadyDeputy)]) }
  }
}

extension Deputy {
  /// The path of the ledger, under the one who is absent.
  var subject: String { "person/\(principal)/deputy/\(id)" }
}
