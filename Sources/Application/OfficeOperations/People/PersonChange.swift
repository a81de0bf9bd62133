// What a change of a person must not do: revive rights, or leave the office without administrators.
import Ledger
import Organisations
import Permissions
import Quantities
import Records

/// A change of a person in a transaction.
struct PersonChange {
  let before: Person
  let after: Person

  /// Why it cannot be; empty where it can.
  ///
  /// - Parameter live: what the person holds today or later.
  func faults(live: [Assignment], on day: Day) -> [FieldFault] {
    let wasGone = before.days.last.map { $0 < day } ?? false
    let isGone = after.days.last.map { $0 < day } ?? false
    // Rights are the security administrator's part: who comes back has none until they are given anew.
    if wasGone, !isGone, !live.isEmpty { return [FieldFault("lastDay", OfficeWording.rightsBeforeReturn)] }
    return []
  }
}

/// The parts without which the office could not be administered or watched.
struct AdministratorRoll: Equatable {
  /// The administrators' roles that somebody holds at the root without an end.
  let roles: Set<Role>

  init(in records: any RecordView, on day: Day) throws(RecordError) {
    let root = try records.root().path
    var roles: Set<Role> = []
    for assignment in try records.assignments(under: root).map(\.value)
    where assignment.role.isAdministrator && !roles.contains(assignment.role) {
      guard assignment.days.last == nil, assignment.days.contains(day) else { continue }
      let person = try records.person(assignment.person).value
      guard person.days.last == nil, person.days.contains(day) else { continue }
      let place = try records.organisation(assignment.organisation).value.path
      if place == root { roles.insert(assignment.role) }
    }
    self.roles = roles
  }

  /// Throws where a role that is held now would be held by nobody: the auditor could be put out of the way by
  /// those whom he watches.
  func check(in records: any RecordView, field: String, on day: Day) throws {
    let missing = roles.subtracting(try AdministratorRoll(in: records, on: day).roles)
    guard let role = missing.min(by: { $0.rawValue < $1.rawValue }) else { return }
    throw OfficeRefusal.fields([FieldFault(field, OfficeWording.lastAdministrator(role))])
  }
}

extension Person {
  /// The path of the ledger.
  var subject: String { "person/\(id)" }

  /// What the ledger keeps in place of name and account, which are personal data.
  var content: ContentHash { ContentHash(ofLines: [name, account.text, "\(organisation)", "\(days)"]) }
}
