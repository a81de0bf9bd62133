// Any node works on batches: one job is taken from the line, some forms are done, and it is put back.
import JSONText
import Ledger
import Opinions
import Organisations
import Permissions
import Quantities
import Records
import Review
import Workflow

/// Works on the batch that has waited for longest: a few forms, then the job goes back into its line, so that
/// a node that dies loses nothing and another goes on where it stood.
package struct WorkOnBatch: Sendable {
  package init() {}

  /// Forms of one turn.
  private static let formsAtOnce = 25
  private static let leaseSeconds = 120
  private static let printingLeaseSeconds = 600
  static let kinds = [Job.batchWork, Job.batchPrinting]

  /// - Returns: false where nothing waits.
  package func run(in office: Office) async throws(OfficeRefusal) -> Bool {
    let now = office.now
    let waits = try await office.read { records in
      try records.jobs(limit: 2_000).contains { Self.kinds.contains($0.kind) && $0.due <= now }
    }
    guard waits else { return false }
    let taken = try await office.change { try take(from: $0, now: now) }
    guard let taken else { return false }
    guard let errand = taken.errand else { return true }
    do throws(OfficeRefusal) {
      switch errand.batch.progress {
      case .checking: try await check(errand, in: office)
      case .working where errand.batch.work == .approval: try await approve(errand, in: office)
      case .working: try await PrintedBatch(errand).run(in: office)
      case .reading, .done, .stopped: break
      }
      try await end(errand, in: office)
    } catch .records(.stale), .records(.notFound) {
      // Somebody else took it meanwhile, or stopped it: whoever has it goes on.
    }
    return true
  }

  // MARK: Taking

  /// A batch on somebody's desk.
  struct Errand: Sendable {
    let job: Job
    let batch: Batch
    /// In whose name it is done, with the parts that count today.
    let signedIn: SignedIn
  }

  private struct Taken: Sendable {
    /// Nil for something that needs no work any more.
    let errand: Errand?
  }

  private func take(from records: any RecordTransaction, now: Moment) throws -> Taken? {
    var job = try records.takeJob(
      kinds: [Job.batchWork], now: now, leaseEnds: now.advanced(bySeconds: Self.leaseSeconds))
    if job == nil {
      job = try records.takeJob(
        kinds: [Job.batchPrinting], now: now, leaseEnds: now.advanced(bySeconds: Self.printingLeaseSeconds))
    }
    guard let job else { return nil }
    let number = (try? JSONReader.read(Array(job.payload.utf8)))?["batch"]?.whole
    guard let id = number.flatMap({ BatchID(Int64($0)) }), let batch = try records.batchIfAny(id),
      batch.progress.isUnderWay
    else {
      try records.finish(job)
      return Taken(errand: nil)
    }
    return Taken(
      errand: Errand(job: job, batch: batch, signedIn: try records.signedIn(batch.person, on: now.day())))
  }

  /// Puts the job back while there is something to do, else takes it away.
  private func end(_ errand: Errand, in office: Office) async throws(OfficeRefusal) {
    let now = office.now
    try await office.change { records in
      let batch = try records.batch(errand.batch.id).value
      guard batch.progress.isUnderWay else {
        try records.finish(errand.job)
        return
      }
      try records.putBack(errand.job, due: now, problem: "")
    }
  }

  // MARK: Checking

  private func check(_ errand: Errand, in office: Office) async throws(OfficeRefusal) {
    let batch = errand.batch.id
    let memory = office.memory
    let looked = try await office.read { records in
      try records.batchItems(
        of: batch, in: BatchItemState.waiting.rawValue, after: nil, limit: Self.formsAtOnce
      ).map { item in
        (item, try ApprovalLook(at: item.form, by: errand.signedIn, in: records, memory: memory))
      }
    }
    let checked = looked.map { item, look in look.judged(item) }
    let moment = office.now
    let seed = BatchDraw.seed(office.chance)
    try await office.change { records in
      let stored = try records.batch(batch)
      guard stored.value.progress == .checking else { return }
      for item in checked { try records.save(item) }
      let waiting = try records.batchItems(
        of: batch, in: BatchItemState.waiting.rawValue, after: nil, limit: 1)
      if waiting.isEmpty { try records.draw(for: stored, seed: seed, at: moment) }
    }
  }

  // MARK: Approving

  private func approve(_ errand: Errand, in office: Office) async throws(OfficeRefusal) {
    let batch = errand.batch.id
    let memory = office.memory
    let looked = try await office.read { records in
      var items: [BatchItem] = []
      for state in [BatchItemState.read, .clean] {
        items += try records.batchItems(
          of: batch, in: state.rawValue, after: nil, limit: Self.formsAtOnce - items.count)
      }
      return try items.map { item in
        (item, try ApprovalLook(at: item.form, by: errand.signedIn, in: records, memory: memory))
      }
    }
    if looked.isEmpty { return try await finish(errand, in: office) }
    for (item, look) in looked {
      if let reason = look.obstacle(for: item) {
        try await leaveOut(item, because: reason, in: office)
        continue
      }
      do throws(OfficeRefusal) {
        try await approve(item, of: errand, in: office)
      } catch {
        guard let reason = Self.reason(of: error) else { throw error }
        try await leaveOut(item, because: reason, in: office)
      }
    }
  }

  /// The same way as from the page: right, workflow, number, version, decision, ledger.
  private func approve(
    _ item: BatchItem, of errand: Errand, in office: Office
  ) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      guard let now = try records.batchItem(item.form, of: item.batch),
        now.progress == .clean || now.progress == .read,
        try records.batch(item.batch).value.progress == .working
      else { return }
      var known = now.known
      let taking = StepTaking(
        form: item.form, length: known.length, signedIn: errand.signedIn, moment: moment)
      known.number = try taking.approve(saying: known.opinion, in: records).number
      try records.save(now.moved(to: .done, known))
    }
  }

  private func leaveOut(_ item: BatchItem, because reason: String, in office: Office)
    async throws(OfficeRefusal)
  {
    try await office.change { records in
      guard let now = try records.batchItem(item.form, of: item.batch), now.progress != .done else { return }
      var known = now.known
      known.reason = reason
      try records.save(now.moved(to: .out, known))
    }
  }

  private func finish(_ errand: Errand, in office: Office) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      let stored = try records.batch(errand.batch.id)
      guard stored.value.progress == .working else { return }
      try records.save(stored.value.moved(to: .done), expecting: stored.revision)
      let done = try records.batchItemCounts(of: stored.value.id)[BatchItemState.done.rawValue] ?? 0
      try records.append(
        errand.signedIn.note(.batchEnd, stored.value.subject, at: moment, reason: String(done)))
    }
  }

  /// What a refusal says about one form; nil for what is the matter with the store.
  static func reason(of refusal: OfficeRefusal) -> String? {
    switch refusal {
    case .permission(.ownWork(let right)): PermissionRefusal.ownWork(right).sentence
    case .permission: ApprovalWording.notAtBureau
    case .step(let refusal): refusal.sentence
    case .fields(let faults): faults.map(\.sentence).joined()
    case .records(.stale), .records(.notFound): ApprovalWording.movedOn
    case .notSignedIn, .signIn, .password, .link, .table, .previewOutdated, .noDigest, .submission,
      .attachment, .records, .unforeseen:
      nil
    }
  }
}

extension RecordTransaction {
  /// Draws the forms that are to be read, and tells the ledger with which seed.
  func draw(for stored: Stored<Batch>, seed: String, at moment: Moment) throws(RecordError) {
    let batch = stored.value.id
    let clean = try batchItems(
      of: batch, in: BatchItemState.clean.rawValue, after: nil, limit: BatchSelection.formsMax)
    var details = stored.value.known
    details.share = try batchShare()
    details.seed = seed
    let drawn = BatchDraw.drawn(of: clean.map(\.form), share: details.share, seed: seed)
    details.drawnCount = drawn.count
    details.cleanCount = clean.count
    for item in clean where drawn.contains(item.form) { try save(item.moved(to: .drawn)) }
    try save(
      stored.value.moved(to: clean.isEmpty ? .done : .reading, details), expecting: stored.revision)
    let numbers = clean.map(\.form.description).joined(separator: ",")
    try append(
      LedgerNote(
        moment: moment, actor: stored.value.person.rawValue, action: .batchDraw,
        subject: stored.value.subject, content: ContentHash(of: Array(numbers.utf8)),
        reason: "seed \(seed) share \(details.share)% drawn \(drawn.count)/\(clean.count)"))
  }
}

extension RecordView {
  /// Nil where there is none of the number.
  func batchIfAny(_ id: BatchID) throws(RecordError) -> Batch? {
    do throws(RecordError) {
      return try batch(id).value
    } catch .notFound {
      return nil
    }
  }

  /// A person as the office acts for him: with the parts that count on a day, and no session.
  func signedIn(_ person: PersonID, on day: Day) throws(RecordError) -> SignedIn {
    SignedIn(
      person: try self.person(person).value, actor: try actor(of: person, on: day), session: .zero,
      mustChangePassword: false)
  }
}
