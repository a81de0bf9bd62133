// The end of a right.
import Ledger
package import Organisations
import Permissions
import Quantities
import Records
import Rosters

/// Ends a right; it is never removed, so that everybody can see who held what when.
package struct EndRight: Sendable {
  package var person: PersonID
  package var assignment: AssignmentID
  /// Of the right as it was read.
  package var revision: Int64
  /// The last day on which it counts; blank for an end at once.
  package var lastDay: String

  package init(person: PersonID, assignment: AssignmentID, revision: Int64, lastDay: String = "") {
    self.person = person
    self.assignment = assignment
    self.revision = revision
    self.lastDay = lastDay
  }

  /// - Throws: `.permission`, `.records(.notFound)` also for a right at a place elsewhere,
  ///   `.records(.stale)`, `.fields`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    let day = moment.day()
    try await office.change { records in
      try signedIn.demand(.changeRights)
      try records.takeTurn()
      guard let stored = try records.assignments(of: person).first(where: { $0.value.id == assignment })
      else { throw RecordError.notFound(.assignment, key: assignment.description) }
      var right = stored.value
      let place = try records.organisation(right.organisation).value
      try signedIn.mayReach(.changeRights, at: place.path, .assignment, key: assignment.description)
      let roll = try AdministratorRoll(in: records, on: day)
      if person == signedIn.person.id {
        throw OfficeRefusal.fields([FieldFault("person", OfficeWording.ownRights)])
      }
      right.days = try right.days.ended(typed: lastDay, on: day)
      try records.save(right, expecting: revision)
      try roll.check(in: records, field: "lastDay", on: day)
      try records.append(
        signedIn.note(.rightEnd, right.subject, at: moment, reason: right.ledgerText(at: place.path)))
    }
  }
}

extension DaySpan {
  /// What is left of the days after an end that was typed.
  ///
  /// A blank ends at once: yesterday was the last day, and what had not begun before today never was,
  /// which is kept as ``never``.
  ///
  /// - Throws: `.fields` for a day before today, which would write the past anew, and for one that makes
  ///   the span longer, which would be a gift.
  func ended(typed: String, on day: Day) throws(OfficeRefusal) -> DaySpan {
    let isOver = last.map { $0 < day } ?? false
    if isOver { throw .fields([FieldFault("lastDay", OfficeWording.alreadyEnded)]) }
    var fields = TypedFields()
    let wanted = fields.readOptional("lastDay", typed, RosterCell.day)
    try fields.check()
    guard let wanted else {
      return day.previous.flatMap { DaySpan(first: first, last: $0) } ?? .never
    }
    if wanted < day { fields.tell("lastDay", OfficeWording.lastDayPast) }
    if last.map({ $0 < wanted }) ?? false { fields.tell("lastDay", OfficeWording.onlyEarlier) }
    let span = DaySpan(first: first, last: wanted)
    if span == nil, fields.faults.isEmpty { fields.tell("lastDay", RosterProblem.daysReversed.sentence) }
    try fields.check()
    guard let span else { throw .unforeseen }
    return span
  }

  /// The days of something that was taken back before it began: the first day of all, on which nobody asks.
  static let never = DaySpan(.firstOfAll)

  private init(_ day: Day) {
    guard let span = DaySpan(first: day, last: day) else { preconditionFailure("a day is no span") }
    self = span
  }
}

extension Day {
  /// The day before; nil for the first of all.
  var previous: Day? {
    if day > 1 { return Day(year: year, month: month, day: day - 1) }
    if month > 1 {
      return Day(year: year, month: month - 1, day: Day.length(ofMonth: month - 1, in: year))
    }
    return Day(year: year - 1, month: 12, day: 31)
  }
}
