// Intakes in the store in memory.
internal import Organisations

extension MemoryTransaction {
  func intake(_ id: IntakeID) throws(RecordError) -> Stored<Intake> {
    guard let stored = state.intakes[id] else { throw .notFound(.intake, key: id.description) }
    return stored
  }

  func intakes(
    of organisation: OrganisationID, before last: IntakeID?, limit: Int
  ) throws(RecordError) -> [Stored<Intake>] {
    let wanted = state.intakes.values.filter { stored in
      stored.value.organisation == organisation && last.map { stored.value.id < $0 } ?? true
    }
    return Array(wanted.sorted { $0.value.id > $1.value.id }.prefix(max(0, limit)))
  }

  private func check(_ intake: Intake) throws(RecordError) {
    let key = intake.id.description
    if intake.name.isEmpty { throw refused(.invalid(.intake, detail: "name")) }
    if intake.byteCount < 0 { throw refused(.invalid(.intake, detail: "byteCount")) }
    try demand(intake.organisation, for: .intake, key)
    try demand(intake.person, for: .intake, key)
  }

  func add(_ intake: Intake) throws(RecordError) {
    try insert(intake, as: intake.id, into: \.intakes, .intake, check: check)
  }

  func save(_ intake: Intake, expecting revision: Int64) throws(RecordError) {
    guard let before = state.intakes[intake.id]?.value else {
      throw .notFound(.intake, key: intake.id.description)
    }
    var after = before
    after.state = intake.state
    after.details = intake.details
    try update(after, as: after.id, in: \.intakes, .intake, expecting: revision) { _ in }
  }
}
