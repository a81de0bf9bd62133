// A table of people into a plan: who would be added and changed, which roles are proposed.
package import Organisations
package import Quantities
package import Tables

/// A role that a table wants somebody to have.
package struct RoleDraft: Sendable, Hashable {
  package let role: Role
  /// The place at which it would be held.
  package let organisation: OrganisationID
}

/// A person as a table describes one, without a number.
package struct PersonDraft: Sendable, Hashable {
  package let name: String
  package let account: AccountName
  package let organisation: OrganisationID
  package let days: DaySpan
  /// Proposals: giving roles is the security administrator's part, not that of who imports people.
  package let roles: [RoleDraft]
}

/// What importing a table of people would do; nothing is done yet.
package struct PersonPlan: Sendable, Hashable {
  /// In the order of the table.
  package let additions: [PersonDraft]
  /// People who are there, as they would be.
  package let changes: [Person]
  /// How many are there already as the table has them.
  package let unchangedCount: Int
  /// Roles that people who are there do not hold yet; those of additions stand with them.
  package let proposals: [PersonID: [RoleDraft]]
  package let notes: [RosterNote]
}

/// Reads tables of people; several rows of one account add roles.
package struct PersonImport: Sendable {
  let region: RegionCode
  let today: Day
  let chart: OrganisationChart
  let people: [AccountName: Person]
  let assignments: [PersonID: [Assignment]]
  let places: RosterPlaces

  /// - Parameters:
  ///   - region: in which codes are looked for.
  ///   - today: the first day of people without a column for it; roles are proposed from this day.
  ///   - chart: all organisations of the installation.
  ///   - people: everybody who has an account.
  ///   - assignments: all that anybody holds.
  package init(
    region: RegionCode, today: Day, chart: OrganisationChart, people: [Person], assignments: [Assignment]
  ) {
    self.region = region
    self.today = today
    self.chart = chart
    self.people = Dictionary(people.map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
    self.assignments = Dictionary(grouping: assignments, by: \.person)
    places = RosterPlaces(chart: chart, region: region, year: FiscalYear(today.year))
  }

  /// The plan of a document's first table of people.
  ///
  /// - Throws: everything that is wrong, located; a plan is made of a table without a fault only.
  package func plan(_ document: Document) throws(RosterRefusal) -> PersonPlan {
    let table = try RosterTable<PersonColumn>(document)
    var faults: [RosterFault] = []
    var lines: [AccountName: PersonLine] = [:]
    var order: [AccountName] = []
    for row in table.rows {
      guard let line = line(row, &faults) else { continue }
      if lines[line.account] == nil { order.append(line.account) }
      join(line, to: &lines, &faults)
    }
    for account in order { if let line = lines[account] { check(line, &faults) } }
    guard faults.isEmpty else { throw RosterRefusal(faults) }
    return plan(order.compactMap { lines[$0] }, table.notes)
  }

  private func plan(_ lines: [PersonLine], _ notes: [RosterNote]) -> PersonPlan {
    var additions: [PersonDraft] = []
    var changes: [Person] = []
    var unchangedCount = 0
    var proposals: [PersonID: [RoleDraft]] = [:]
    for line in lines {
      let roles = line.roles.map(\.draft)
      guard var person = people[line.account] else {
        additions.append(
          PersonDraft(
            name: line.name, account: line.account, organisation: line.organisation.id, days: line.days,
            roles: roles))
        continue
      }
      let before = person
      person.name = line.name
      person.organisation = line.organisation.id
      if line.saysDays { person.days = line.days }
      if person == before { unchangedCount += 1 } else { changes.append(person) }
      let held = Set(current(before.id).map { RoleDraft(role: $0.role, organisation: $0.organisation) })
      let wanted = roles.filter { !held.contains($0) }
      if !wanted.isEmpty { proposals[before.id] = wanted }
    }
    return PersonPlan(
      additions: additions, changes: changes, unchangedCount: unchangedCount, proposals: proposals,
      notes: notes)
  }

  /// What a person holds today or will.
  private func current(_ person: PersonID) -> [Assignment] {
    (assignments[person] ?? []).filter { assignment in assignment.days.last.map { today <= $0 } ?? true }
  }

  /// One row; nil where a cell of it is wrong.
  private func line(_ row: RosterRow<PersonColumn>, _ faults: inout [RosterFault]) -> PersonLine? {
    let faultsBefore = faults.count
    let name = read(row, .name, &faults) { text throws(RosterProblem) in
      try RosterCell.name(text, charactersMax: Person.nameCharactersMax)
    }
    let account = read(row, .account, &faults) { text throws(RosterProblem) in
      guard !text.isEmpty else { throw .missing }
      guard let account = AccountName(text) else { throw .notAccount }
      return account
    }
    let organisation = organisation(row, &faults)
    let first = readOptional(row, .firstDay, &faults, RosterCell.day)
    let last = readOptional(row, .lastDay, &faults, RosterCell.day)
    let roles = roles(row, home: organisation, &faults)
    guard faults.count == faultsBefore, let name, let account, let organisation else { return nil }
    let known = people[account]
    let firstDay = first ?? known?.days.first ?? min(today, last ?? today)
    guard let days = DaySpan(first: firstDay, last: last ?? (first == nil ? known?.days.last : nil)) else {
      faults.append(row.fault(.daysReversed, .lastDay))
      return nil
    }
    return PersonLine(
      row: row, name: name, account: account, organisation: organisation, days: days,
      saysDays: first != nil || last != nil, roles: roles)
  }

  /// The organisation by its code, or by its name where there is no code.
  private func organisation(
    _ row: RosterRow<PersonColumn>, _ faults: inout [RosterFault]
  ) -> Organisation? {
    let column =
      row[.organisation].isEmpty && !row[.organisationName].isEmpty
      ? PersonColumn.organisationName : .organisation
    return read(row, column, &faults) { text throws(RosterProblem) in
      guard !text.isEmpty else { throw .missing }
      return column == .organisation ? try places.byCode(text) : try places.byName(text)
    }
  }

  /// The roles of a row with their places.
  private func roles(
    _ row: RosterRow<PersonColumn>, home: Organisation?, _ faults: inout [RosterFault]
  ) -> [PersonLine.Part] {
    let scope = readOptional(row, .scope, &faults) { text throws(RosterProblem) in
      try places.byCodeOrName(text)
    }
    let words = row[.role].split { RosterVocabulary.separators.contains($0) }
      .map { RosterHeadText.normalized(String($0)) }.filter { !$0.isEmpty }
    var parts: [PersonLine.Part] = []
    for word in words {
      guard let role = RosterVocabulary.roles[word].flatMap({ Role(rawValue: $0) }) else {
        faults.append(row.fault(.unknownRole, .role))
        continue
      }
      guard let home, let place = scope ?? places.usual(for: role, home: home) else { continue }
      if let earlier = parts.first(where: { $0.draft.role == role }) {
        faults.append(row.fault(.duplicate(row: earlier.row.number), .role))
        continue
      }
      parts.append(
        PersonLine.Part(draft: RoleDraft(role: role, organisation: place.id), kind: place.kind, row: row))
    }
    return parts
  }

  /// Roles of one account in one table; nobody has as many.
  private static let rolesMax = 200

  /// Puts a row to those of the same account; what it says of the person must be the same.
  private func join(
    _ line: PersonLine, to lines: inout [AccountName: PersonLine], _ faults: inout [RosterFault]
  ) {
    guard var known = lines[line.account] else {
      lines[line.account] = line
      return
    }
    let row = known.row.number
    if known.name != line.name {
      faults.append(line.row.fault(.contradicts(row: row), .name))
    } else if known.organisation.id != line.organisation.id {
      faults.append(line.row.fault(.contradicts(row: row), .organisation))
    } else if known.days != line.days {
      faults.append(line.row.fault(.contradicts(row: row), .firstDay))
    } else if line.roles.isEmpty {
      faults.append(line.row.fault(.duplicate(row: row), .account))
    }
    for part in line.roles {
      if known.roles.count >= Self.rolesMax {
        faults.append(line.row.fault(.tooManyRoles(max: Self.rolesMax), .role))
      } else if let earlier = known.roles.first(where: { $0.draft == part.draft }) {
        faults.append(line.row.fault(.duplicate(row: earlier.row.number), .role))
      } else {
        known.roles.append(part)
      }
    }
    lines[line.account] = known
  }

  /// Whether the roles can be held at their places and together with what is held already.
  private func check(_ line: PersonLine, _ faults: inout [RosterFault]) {
    guard let days = DaySpan(first: today), let nobody = PersonID(Int64.max) else { return }
    let person = people[line.account]?.id ?? nobody
    var held = people[line.account].map { current($0.id) } ?? []
    for (index, part) in line.roles.enumerated() {
      let isHeld = held.contains { $0.role == part.draft.role && $0.organisation == part.draft.organisation }
      guard !isHeld, let id = AssignmentID(Int64.max - Int64(index)) else { continue }
      let wanted = Assignment(
        id: id, person: person, role: part.draft.role, organisation: part.draft.organisation, days: days)
      do throws(RoleConflict) {
        try wanted.check(at: part.kind, beside: held)
        held.append(wanted)
      } catch {
        faults.append(part.row.fault(.role(error), .role))
      }
    }
  }
}

/// What the rows of one account say.
private struct PersonLine {
  /// A role with the kind of its place, and the row that names it.
  struct Part {
    let draft: RoleDraft
    let kind: OrganisationKind
    let row: RosterRow<PersonColumn>
  }

  let row: RosterRow<PersonColumn>
  let name: String
  let account: AccountName
  let organisation: Organisation
  let days: DaySpan
  /// True where the table has a day for the person.
  let saysDays: Bool
  var roles: [Part]
}
