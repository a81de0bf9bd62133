// A transaction of the store in memory: organisations, people, and what all nouns share.
internal import Ledger
internal import Organisations

/// Works on a copy of the state.
final class MemoryTransaction: RecordTransaction {
  var state: MemoryState
  private var notes: [LedgerNote] = []
  /// The first refusal of the schema: the transaction is lost even where the work goes on, as on a server.
  private(set) var spoiling: RecordError?

  init(_ state: MemoryState) { self.state = state }

  /// A refusal that loses the transaction.
  func refused(_ error: RecordError) -> RecordError {
    if spoiling == nil { spoiling = error }
    return error
  }

  func nextNumber<Noun>() throws(RecordError) -> Identifier<Noun> {
    state.lastNumber += 1
    guard let identifier = Identifier<Noun>(state.lastNumber) else { throw .damaged("numbers") }
    return identifier
  }

  func append(_ note: LedgerNote) throws(RecordError) { notes.append(note) }

  func writeNotes() {
    for note in notes {
      let entry = LedgerEntry(note, after: state.head)
      state.ledger.append(entry)
      state.head = LedgerHead(sequence: entry.sequence, hash: entry.hash)
    }
    notes = []
  }

  /// Puts a changed value in place of the one at a revision.
  func replaced<Value>(
    _ stored: Stored<Value>?, by value: Value, _ noun: RecordNoun, _ key: String, expecting revision: Int64
  ) throws(RecordError) -> Stored<Value> {
    guard let stored else {
      guard revision == 0 else { throw .notFound(noun, key: key) }
      return Stored(value, revision: 1)
    }
    guard stored.revision == revision else {
      throw .stale(noun, key: key, expected: revision, found: stored.revision)
    }
    return Stored(value, revision: revision + 1)
  }

  /// The same for things that must be there.
  func changed<Value>(
    _ stored: Stored<Value>?, to value: Value, _ noun: RecordNoun, _ key: String, expecting revision: Int64
  ) throws(RecordError) -> Stored<Value> {
    if stored == nil { throw .notFound(noun, key: key) }
    return try replaced(stored, by: value, noun, key, expecting: revision)
  }

  /// Adds what is not there yet, once it is sound.
  func insert<Value>(
    _ value: Value, as id: Identifier<Value>,
    into table: WritableKeyPath<MemoryState, [Identifier<Value>: Stored<Value>]>, _ noun: RecordNoun,
    check: (Value) throws(RecordError) -> Void
  ) throws(RecordError) {
    guard state[keyPath: table][id] == nil else { throw refused(.alreadyExists(noun, key: id.description)) }
    try check(value)
    state[keyPath: table][id] = Stored(value, revision: 1)
  }

  /// Changes what is there, once it is sound.
  func update<Value>(
    _ value: Value, as id: Identifier<Value>,
    in table: WritableKeyPath<MemoryState, [Identifier<Value>: Stored<Value>]>, _ noun: RecordNoun,
    expecting revision: Int64, check: (Value) throws(RecordError) -> Void
  ) throws(RecordError) {
    let stored = try changed(
      state[keyPath: table][id], to: value, noun, id.description, expecting: revision)
    try check(value)
    state[keyPath: table][id] = stored
  }

  /// True where an organisation stands at the place or below it; anything without a place.
  func isUnder(_ path: OrganisationPath?, _ organisation: OrganisationID) -> Bool {
    guard let path else { return true }
    return state.organisations[organisation].map { path.contains($0.value.path) } ?? false
  }

  func demand(_ organisation: OrganisationID, for noun: RecordNoun, _ key: String) throws(RecordError) {
    if state.organisations[organisation] == nil { throw refused(.unknownReference(noun, key: key)) }
  }

  func demand(_ person: PersonID, for noun: RecordNoun, _ key: String) throws(RecordError) {
    if state.people[person] == nil { throw refused(.unknownReference(noun, key: key)) }
  }

  func demand(_ form: FormID, for noun: RecordNoun, _ key: String) throws(RecordError) {
    if state.forms[form] == nil { throw refused(.unknownReference(noun, key: key)) }
  }
}

// MARK: Organisations

extension MemoryTransaction {
  func organisation(_ id: OrganisationID) throws(RecordError) -> Stored<Organisation> {
    guard let stored = state.organisations[id] else { throw .notFound(.organisation, key: id.description) }
    return stored
  }

  private func organisations(where isWanted: (Organisation) -> Bool) -> [Stored<Organisation>] {
    state.organisations.values.filter { isWanted($0.value) }.sorted {
      ($0.value.path, $0.value.years.first) < ($1.value.path, $1.value.years.first)
    }
  }

  func organisations(at path: OrganisationPath) throws(RecordError) -> [Stored<Organisation>] {
    organisations { $0.path == path }
  }

  func organisations(next place: OrganisationPath) throws(RecordError) -> [Stored<Organisation>] {
    organisations { other in
      other.path.parent == place
        || other.path.code.level == 0 && other.path != place && place.contains(other.path)
    }
  }

  func organisations(under path: OrganisationPath?) throws(RecordError) -> [Stored<Organisation>] {
    organisations { path?.contains($0.path) ?? true }
  }

  private func check(_ organisation: Organisation) throws(RecordError) {
    if organisation.name.isEmpty { throw refused(.invalid(.organisation, detail: "name")) }
    let isTaken = state.organisations.values.contains {
      $0.value.id != organisation.id && $0.value.path == organisation.path
        && $0.value.years.first == organisation.years.first
    }
    if isTaken { throw refused(.alreadyExists(.organisation, key: organisation.path.description)) }
  }

  func add(_ organisation: Organisation) throws(RecordError) {
    try insert(organisation, as: organisation.id, into: \.organisations, .organisation, check: check)
  }

  func save(_ organisation: Organisation, expecting revision: Int64) throws(RecordError) {
    try update(
      organisation, as: organisation.id, in: \.organisations, .organisation, expecting: revision, check: check
    )
  }
}

// MARK: People

extension MemoryTransaction {
  func person(_ id: PersonID) throws(RecordError) -> Stored<Person> {
    guard let stored = state.people[id] else { throw .notFound(.person, key: id.description) }
    return stored
  }

  func person(account: AccountName) throws(RecordError) -> Stored<Person>? {
    state.people.values.first { $0.value.account == account }
  }

  func people(under path: OrganisationPath?) throws(RecordError) -> [Stored<Person>] {
    state.people.values.filter { isUnder(path, $0.value.organisation) }
      .sorted { $0.value.account < $1.value.account }
  }

  private func check(_ person: Person) throws(RecordError) {
    if person.name.isEmpty { throw refused(.invalid(.person, detail: "name")) }
    if let other = try self.person(account: person.account), other.value.id != person.id {
      throw refused(.alreadyExists(.person, key: person.account.text))
    }
    try demand(person.organisation, for: .person, person.account.text)
  }

  func add(_ person: Person) throws(RecordError) {
    try insert(person, as: person.id, into: \.people, .person, check: check)
  }

  func save(_ person: Person, expecting revision: Int64) throws(RecordError) {
    try update(person, as: person.id, in: \.people, .person, expecting: revision, check: check)
  }

  func assignments(of person: PersonID) throws(RecordError) -> [Stored<Assignment>] {
    state.assignments.values.filter { $0.value.person == person }.sorted { $0.value.id < $1.value.id }
  }

  func assignments(under path: OrganisationPath?) throws(RecordError) -> [Stored<Assignment>] {
    state.assignments.values.filter { isUnder(path, $0.value.organisation) }
      .sorted { $0.value.id < $1.value.id }
  }

  private func check(_ assignment: Assignment) throws(RecordError) {
    try demand(assignment.person, for: .assignment, assignment.id.description)
    try demand(assignment.organisation, for: .assignment, assignment.id.description)
  }

  func add(_ assignment: Assignment) throws(RecordError) {
    try insert(assignment, as: assignment.id, into: \.assignments, .assignment, check: check)
  }

  func save(_ assignment: Assignment, expecting revision: Int64) throws(RecordError) {
    try update(
      assignment, as: assignment.id, in: \.assignments, .assignment, expecting: revision, check: check)
  }

  func deputies(of person: PersonID) throws(RecordError) -> [Stored<Deputy>] {
    state.deputies.values.filter { $0.value.deputy == person || $0.value.principal == person }
      .sorted { $0.value.id < $1.value.id }
  }

  private func check(_ deputy: Deputy) throws(RecordError) {
    try demand(deputy.principal, for: .deputy, deputy.id.description)
    try demand(deputy.deputy, for: .deputy, deputy.id.description)
  }

  func add(_ deputy: Deputy) throws(RecordError) {
    try insert(deputy, as: deputy.id, into: \.deputies, .deputy, check: check)
  }

  func save(_ deputy: Deputy, expecting revision: Int64) throws(RecordError) {
    try update(deputy, as: deputy.id, in: \.deputies, .deputy, expecting: revision, check: check)
  }
}
