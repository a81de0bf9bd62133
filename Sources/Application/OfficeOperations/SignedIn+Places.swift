// Rights asked at the places of things: what lies elsewhere is answered as if it were not there.
import Organisations
import Permissions
import Quantities
import Records

extension SignedIn {
  /// Asks before anything is looked up, so that nobody without the part learns what there is.
  func demand(_ right: Right) throws(PermissionRefusal) {
    guard mayDoSomewhere(right) else { throw .noRole(right) }
  }

  /// Asks for a thing that a request named by its number.
  ///
  /// - Throws: `RecordError.notFound` where the thing lies elsewhere, as for a number that nothing has.
  func mayReach(_ right: Right, at place: OrganisationPath, _ noun: RecordNoun, key: String) throws {
    do throws(PermissionRefusal) {
      try mayDo(right, at: place)
    } catch {
      if case .elsewhere = error { throw RecordError.notFound(noun, key: key) }
      throw error
    }
  }

  /// The places at which the person holds a part that has the right, none below another of them.
  func places(for right: Right) -> [OrganisationPath] {
    let all = everyPlace(for: right)
    return all.filter { place in !all.contains { $0 != place && $0.contains(place) } }
  }

  /// The places at which the person holds a part that has the right, those below another of them too: a part
  /// at a department that does not reach its units is beside one at a unit.
  func everyPlace(for right: Right) -> [OrganisationPath] {
    Set(actor.holdings.map(\.place).filter { (try? mayDo(right, at: $0)) != nil }).sorted()
  }
}

extension RecordView {
  /// The organisation that stands above all others: the region with which the installation was set up.
  func root() throws(RecordError) -> Organisation {
    guard let root = try organisations(under: nil).first else { throw .notFound(.organisation, key: "") }
    return root.value
  }

  /// An organisation by a number from outside, where the person has the right.
  ///
  /// - Throws: `.noRole`, or `.notFound` for one that is not there or lies elsewhere.
  func organisation(
    _ id: OrganisationID, for right: Right, by signedIn: SignedIn
  ) throws -> Stored<Organisation> {
    try signedIn.demand(right)
    let stored = try organisation(id)
    try signedIn.mayReach(right, at: stored.value.path, .organisation, key: id.description)
    return stored
  }

  /// A person by a number from outside, where the person's organisation is within reach.
  ///
  /// - Throws: `.noRole`, or `.notFound` for one that is not there or works elsewhere.
  func person(_ id: PersonID, for right: Right, by signedIn: SignedIn) throws -> Stored<Person> {
    try signedIn.demand(right)
    let stored = try person(id)
    let home = try organisation(stored.value.organisation).value.path
    try signedIn.mayReach(right, at: home, .person, key: id.description)
    return stored
  }

  /// A person whose account somebody wants to open, unlock or take away: the right is asked at every place at
  /// which the person holds something today or later, or stands in for somebody who does. Otherwise the
  /// administrator of a small place could make the account of a greater one his own by a link.
  func account(
    _ id: PersonID, for right: Right, by signedIn: SignedIn, on day: Day
  ) throws -> Stored<Person> {
    let stored = try person(id, for: right, by: signedIn)
    var live = try liveAssignments(of: id, on: day)
    for deputy in try deputies(of: id).map(\.value) where deputy.deputy == id && day <= deputy.last {
      live += try liveAssignments(of: deputy.principal, on: day)
    }
    for assignment in live {
      try signedIn.mayDo(right, at: try organisation(assignment.organisation).value.path)
    }
    return stored
  }

  /// What a person holds today or will.
  func liveAssignments(of person: PersonID, on day: Day) throws(RecordError) -> [Assignment] {
    try assignments(of: person).map(\.value).filter { $0.days.last.map { day <= $0 } ?? true }
  }
}

extension RecordTransaction {
  /// Lets changes of the tree, and of who administers, take turns; to be called before anything else is read.
  func takeTurn() throws(RecordError) {
    _ = try organisation(try root().id)
  }
}
