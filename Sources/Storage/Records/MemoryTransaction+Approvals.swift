// The register of approval numbers, and batches, in the store in memory.
internal import Organisations
internal import Quantities

extension MemoryTransaction {
  // MARK: Approval numbers

  func lastApprovalNumber(of organisation: OrganisationID, in year: FiscalYear) throws(RecordError) -> Int {
    numbers(of: organisation, in: year).first?.running ?? 0
  }

  /// The last first.
  private func numbers(of organisation: OrganisationID, in year: FiscalYear) -> [ApprovalNumber] {
    state.approvalNumbers.filter { $0.organisation == organisation && $0.year == year }
      .sorted { $0.running > $1.running }
  }

  func approvalNumbers(
    of organisation: OrganisationID, in year: FiscalYear, before running: Int?, limit: Int
  ) throws(RecordError) -> [ApprovalNumber] {
    let wanted = numbers(of: organisation, in: year).filter { number in
      running.map { number.running < $0 } ?? true
    }
    return Array(wanted.prefix(max(0, limit)))
  }

  func approvalNumbers(of form: FormID) throws(RecordError) -> [ApprovalNumber] {
    state.approvalNumbers.filter { $0.form == form }.sorted {
      ($0.moment, $0.running) < ($1.moment, $1.running)
    }
  }

  func add(_ number: ApprovalNumber) throws(RecordError) {
    let key = number.text
    if number.running < 1 { throw refused(.invalid(.approvalNumber, detail: "running")) }
    if number.text.isEmpty { throw refused(.invalid(.approvalNumber, detail: "text")) }
    try demand(number.organisation, for: .approvalNumber, key)
    try demand(number.form, for: .approvalNumber, key)
    let isGiven = state.approvalNumbers.contains {
      $0.organisation == number.organisation && $0.year == number.year && $0.running == number.running
    }
    if isGiven { throw refused(.alreadyExists(.approvalNumber, key: key)) }
    state.approvalNumbers.append(number)
  }

  // MARK: Batches

  func batch(_ id: BatchID) throws(RecordError) -> Stored<Batch> {
    guard let stored = state.batches[id] else { throw .notFound(.batch, key: id.description) }
    return stored
  }

  func batches(
    of person: PersonID, before last: BatchID?, limit: Int
  ) throws(RecordError) -> [Stored<Batch>] {
    let wanted = state.batches.values.filter { stored in
      stored.value.person == person && last.map { stored.value.id < $0 } ?? true
    }
    return Array(wanted.sorted { $0.value.id > $1.value.id }.prefix(max(0, limit)))
  }

  func batchItems(
    of batch: BatchID, in wanted: String?, after last: FormID?, limit: Int
  ) throws(RecordError) -> [BatchItem] {
    let items = (state.batchItems[batch] ?? [:]).values.filter { item in
      (wanted.map { item.state == $0 } ?? true) && (last.map { $0 < item.form } ?? true)
    }
    return Array(items.sorted { $0.form < $1.form }.prefix(max(0, limit)))
  }

  func batchItem(_ form: FormID, of batch: BatchID) throws(RecordError) -> BatchItem? {
    state.batchItems[batch]?[form]
  }

  func batchItemCounts(of batch: BatchID) throws(RecordError) -> [String: Int] {
    (state.batchItems[batch] ?? [:]).values.reduce(into: [:]) { $0[$1.state, default: 0] += 1 }
  }

  func add(_ batch: Batch) throws(RecordError) {
    try insert(batch, as: batch.id, into: \.batches, .batch) { (batch: Batch) throws(RecordError) in
      if batch.kind.isEmpty { throw refused(.invalid(.batch, detail: "kind")) }
      if batch.state.isEmpty { throw refused(.invalid(.batch, detail: "state")) }
      try demand(batch.person, for: .batch, batch.id.description)
      try demand(batch.organisation, for: .batch, batch.id.description)
    }
  }

  func save(_ batch: Batch, expecting revision: Int64) throws(RecordError) {
    guard var after = state.batches[batch.id]?.value else {
      throw .notFound(.batch, key: batch.id.description)
    }
    after.state = batch.state
    after.details = batch.details
    try update(after, as: after.id, in: \.batches, .batch, expecting: revision) {
      (batch: Batch) throws(RecordError) in
      if batch.state.isEmpty { throw refused(.invalid(.batch, detail: "state")) }
    }
  }

  func add(_ item: BatchItem) throws(RecordError) {
    let key = item.form.description
    if state.batches[item.batch] == nil { throw refused(.unknownReference(.batch, key: key)) }
    try demand(item.form, for: .batch, key)
    guard state.batchItems[item.batch]?[item.form] == nil else {
      throw refused(.alreadyExists(.batch, key: key))
    }
    state.batchItems[item.batch, default: [:]][item.form] = item
  }

  func save(_ item: BatchItem) throws(RecordError) {
    guard state.batchItems[item.batch]?[item.form] != nil else {
      throw .notFound(.batch, key: item.form.description)
    }
    state.batchItems[item.batch]?[item.form] = item
  }
}
