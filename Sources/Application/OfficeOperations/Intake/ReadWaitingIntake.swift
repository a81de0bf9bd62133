// Any node reads what waits: one document is taken from the line, read behind the wall, and noted.
import DocumentReading
import JSONText
import Ledger
import Operations
import Organisations
import Quantities
import Recognition
import Records
import Tables

/// Reads the next document that waits. A reader that falls, a node that dies, a lease that ends: it is tried
/// again, three times in all, and what was handed in stays.
package struct ReadWaitingIntake: Sendable {
  /// Whether documents are taken whose pictures have to be recognised, which may take minutes each.
  package var takesPictures: Bool

  package init(takesPictures: Bool = true) { self.takesPictures = takesPictures }

  private static let attemptsMax = 3
  /// Longer than the reader's own deadlines, so that nobody else takes what is still being read.
  private static let leaseSeconds = 150
  private static let pictureLeaseSeconds = 720
  private static let pauseSeconds = 2

  private struct Errand {
    var job: Job
    var intake: Intake
    var original: Attachment
    var readsPictures: Bool { job.kind == Job.intakePictures }
  }

  /// What was taken from the line.
  private enum Taken {
    case errand(Errand)
    /// Something that needs no reading any more.
    case done
    case nothing
  }

  /// - Returns: false where nothing waits.
  package func run(in office: Office) async throws(OfficeRefusal) -> Bool {
    let now = office.now
    let kinds = takesPictures ? [Job.intakeReading, Job.intakePictures] : [Job.intakeReading]
    let waits = try await office.read { try $0.isJobDue(kinds: kinds, now: now) }
    guard waits else { return false }
    let taken = try await office.change { try take(from: $0, now: now) }
    switch taken {
    case .nothing: return false
    case .done: return true
    case .errand(let task):
      let read = await read(task, in: office)
      do throws(OfficeRefusal) {
        try await keep(read, of: task, in: office)
      } catch .records(.stale), .records(.notFound) {
        // Somebody else took it meanwhile, or it is not wanted any more.
      }
      return true
    }
  }

  // MARK: Taking

  private func take(from records: any RecordTransaction, now: Moment) throws -> Taken {
    var job = try records.takeJob(
      kinds: [Job.intakeReading], now: now, leaseEnds: now.advanced(bySeconds: Self.leaseSeconds))
    if job == nil, takesPictures {
      job = try records.takeJob(
        kinds: [Job.intakePictures], now: now,
        leaseEnds: now.advanced(bySeconds: Self.pictureLeaseSeconds))
    }
    guard let job else { return .nothing }
    let number = (try? JSONReader.read(Array(job.payload.utf8)))?["intake"]?.whole
    guard let id = number.flatMap({ IntakeID(Int64($0)) }),
      let stored = try records.intakeIfAny(id),
      stored.value.progress == .waiting || stored.value.progress == .reading
    else {
      try records.finish(job)
      return .done
    }
    var details = stored.value.found
    guard job.attempts <= Self.attemptsMax,
      let original = try records.attachments(of: stored.value.subject).first
    else {
      details.problem = ReadingWording.sentence(for: .crashed)
      try records.save(stored.value.moved(to: .unreadable, details), expecting: stored.revision)
      try records.finish(job)
      return .done
    }
    details.readsPictures = job.kind == Job.intakePictures
    let intake = stored.value.moved(to: .reading, details)
    try records.save(intake, expecting: stored.revision)
    return .errand(Errand(job: job, intake: intake, original: original))
  }

  // MARK: Reading

  /// What came of reading.
  private enum Outcome: Sendable {
    case read(ReadDocument, KeptBytes)
    case again(String)
    case pictures
    case unreadable(String)
  }

  private func read(_ task: Errand, in office: Office) async -> Outcome {
    guard let folder = office.attachments, let desk = office.reading else {
      return .unreadable(ReadingWording.sentence(for: .noReader(detail: "")))
    }
    let content = task.original.content
    let found = await office.disk.run { () -> Result<[UInt8], AttachmentProblem> in
      Result { () throws(AttachmentProblem) in try folder.bytes(of: content) }
    }
    let bytes: [UInt8]
    switch found {
    case .success(let all): bytes = all
    case .failure: return .unreadable(IntakeWording.lost)
    }
    let read = await desk.read(bytes, named: task.intake.name, readsPictures: task.readsPictures)
    if read.hasUnreadPictures, !task.readsPictures { return .pictures }
    if case .unreadable(let error) = read.imported.outcome {
      let sentence = ReadingWording.sentence(for: error)
      switch error {
      case .crashed, .noReader:
        return task.job.attempts < Self.attemptsMax ? .again(sentence) : .unreadable(sentence)
      default: return .unreadable(sentence)
      }
    }
    let kept = await office.disk.run { () -> Result<KeptBytes, AttachmentProblem> in
      Result { () throws(AttachmentProblem) in
        var json = JSONWriter(reserving: 1 << 16)
        read.write(to: &json)
        return KeptBytes(content: try folder.keep(json.bytes), byteCount: Int64(json.bytes.count))
      }
    }
    switch kept {
    case .success(let kept): return .read(read, kept)
    case .failure: return .again(IntakeWording.notKept)
    }
  }

  // MARK: Keeping

  private func keep(_ outcome: Outcome, of task: Errand, in office: Office) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      let stored = try records.intake(task.intake.id)
      guard stored.value.progress == .reading else {
        try records.finish(task.job)
        return
      }
      var details = stored.value.found
      var after = stored.value
      switch outcome {
      case .again(let problem):
        try records.putBack(
          task.job, due: moment.advanced(bySeconds: Self.pauseSeconds * task.job.attempts), problem: problem)
        try records.save(after.moved(to: .waiting, details), expecting: stored.revision)
        return
      case .pictures:
        details.readsPictures = true
        after = after.moved(to: .waiting, details)
        try records.add(
          Job(id: try records.nextNumber(), reading: after.id, readsPictures: true, due: moment))
      case .unreadable(let problem):
        details.problem = problem
        after = after.moved(to: .unreadable, details)
      case .read(let read, let kept):
        details.problem = nil
        details.format = read.document?.format.rawValue
        if case .read(let result) = read.imported.outcome { details.formCount = result.forms.count }
        after = after.moved(to: .read, details)
        try records.add(
          Attachment(
            id: try records.nextNumber(), subject: after.readingSubject, name: Self.readingName,
            byteCount: kept.byteCount, content: kept.content, person: after.person, moment: moment))
        try records.append(
          LedgerNote(
            moment: moment, actor: after.person.rawValue, action: .intakeRead, subject: after.subject,
            content: kept.content, reason: ""))
      }
      try records.finish(task.job)
      try records.save(after, expecting: stored.revision)
    }
  }

  private static let readingName = "reading.json"
}

extension RecordView {
  /// Nil where there is none of the number.
  func intakeIfAny(_ id: IntakeID) throws(RecordError) -> Stored<Intake>? {
    do throws(RecordError) {
      return try intake(id)
    } catch .notFound {
      return nil
    }
  }
}
