// Who the people are whom a piece of news concerns: by their parts, and with those who act for them today.
import Organisations
import Quantities
import Records
import Workflow

/// Somebody who is told.
struct Addressee: Hashable {
  let person: PersonID
  /// Whose part it is, where the person is a deputy.
  var onBehalfOf: PersonID?
}

extension RecordView {
  /// Those whom news about a form concern.
  ///
  /// - Parameter hands: those who wrote the form.
  func addressees(
    of audience: StepNews.Audience, at place: OrganisationPath, hands: Set<PersonID>, on day: Day
  ) throws(RecordError) -> [Addressee] {
    switch audience {
    case .clerks:
      let all = try holders(of: .clerk, at: place, on: day)
      let writers = all.intersection(hands)
      return try withDeputies(writers.isEmpty ? all : writers, on: day)
    case .department: return try withDeputies(try departmentReviewers(of: place, on: day).people, on: day)
    case .finance:
      for above in place.ascent {
        let holders = try holders(of: .financeReviewer, at: above, on: day)
        if !holders.isEmpty { return try withDeputies(holders, on: day) }
      }
      return []
    }
  }

  /// The nearest place above a unit that reviews as a department, and who does it; nil and nobody where none
  /// does.
  func departmentReviewers(
    of place: OrganisationPath, on day: Day
  ) throws(RecordError) -> (place: OrganisationPath?, people: Set<PersonID>) {
    for above in place.ascent.dropFirst() where above.code.level > 0 {
      let holders = try holders(of: .departmentReviewer, at: above, on: day, besides: .bureau)
      if !holders.isEmpty { return (above, holders) }
    }
    return (nil, [])
  }

  /// Who holds a role at the very place on a day.
  ///
  /// - Parameter kind: organisations of this kind do not count.
  func holders(
    of role: Role, at place: OrganisationPath, on day: Day, besides kind: OrganisationKind? = nil
  ) throws(RecordError) -> Set<PersonID> {
    var people: Set<PersonID> = []
    for organisation in try organisations(at: place).map(\.value) where organisation.kind != kind {
      for assignment in try assignments(at: organisation.id).map(\.value)
      where assignment.role == role && assignment.days.contains(day) {
        people.insert(assignment.person)
      }
    }
    return people
  }

  /// People and those who act for them on a day, by number; who is among them already is told once.
  func withDeputies(_ people: Set<PersonID>, on day: Day) throws(RecordError) -> [Addressee] {
    var all = people.sorted().map { Addressee(person: $0) }
    var known = people
    for principal in people.sorted() {
      for deputy in try deputies(of: principal).map(\.value)
      where deputy.principal == principal && deputy.holds(on: day) && known.insert(deputy.deputy).inserted {
        all.append(Addressee(person: deputy.deputy, onBehalfOf: principal))
      }
    }
    return all.sorted { $0.person < $1.person }
  }
}
