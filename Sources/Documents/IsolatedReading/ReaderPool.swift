// Reading processes, used again and again, replaced after some documents or when anything goes wrong.
package import DocumentReading
import Glibc
package import JSONText
package import Tables

/// Reads documents in processes of their own: whatever a document does to its reader, the others and the
/// caller are unharmed.
///
/// `read` blocks: call it on a thread of your own, never on those of Swift's tasks. Processes are started
/// when they are needed. A pool ignores SIGPIPE for the whole program unless that has a handler.
package final class ReaderPool: Sendable {
  private let program: ReaderProgram?
  private let settings: ReaderSettings
  private let desk = Monitored(Desk())
  private let starter = StarterThread()

  private struct Desk {
    var idle: [ReaderProcess] = []
    var count = 0
    var requests = 0
    var isClosed = false
    var folder: ReaderFolder?
    var hasSeenOpenNetwork = false
  }

  private enum Turn {
    case use(ReaderProcess)
    case start
    case closed
  }

  /// - Parameter program: nil where there is none; every reading then fails with `.noReader`.
  package init(program: ReaderProgram? = ReaderProgram.find(), settings: ReaderSettings = .init()) {
    self.program = program
    self.settings = settings
    var action = sigaction()
    if sigaction(SIGPIPE, nil, &action) == 0, action.__sigaction_handler.sa_handler == nil {
      signal(SIGPIPE, SIG_IGN)
    }
  }

  deinit { close() }

  /// Ends all processes and removes their folders; readings that are under way end as crashed.
  package func close() {
    let idle = desk.change { desk in
      desk.isClosed = true
      desk.folder = nil
      defer { desk.idle = [] }
      return desk.idle
    }
    for reader in idle { reader.end() }
    starter.close()
  }

  /// True when a reader had to say that it can reach the network: the system permits neither a namespace
  /// nor a filter.
  package var hasOpenNetwork: Bool { desk.change { $0.hasSeenOpenNetwork } }

  /// Whether there is a program to read with.
  package var hasProgram: Bool { program != nil }

  /// Reads one document and waits for the answer.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - question: what the result is to hold.
  ///   - decode: makes the answer from the result; nil for a result that makes no sense, which counts as a
  ///     crash.
  /// - Throws: `.timeout`, `.crashed`, `.memory`, `.limit`, `.noReader`; errors of reading itself stand in
  /// the
  ///   result.
  package func read<Answer>(
    _ bytes: [UInt8], asking question: ReaderQuestion = .forms, options: ReadingOptions = .init(),
    decode: (JSONValue) -> Answer?
  ) throws(ReadingError) -> Answer {
    let reader = try borrow()
    let id = desk.change { desk in
      desk.requests += 1
      return desk.requests
    }
    let processorSeconds = settings.processor(of: question, options)
    let request = ReaderRequest(
      id: id, question: question, byteCount: bytes.count, options: options,
      processorSeconds: processorSeconds)
    let seconds = settings.deadline(of: question, options)
    let outcome = reader.ask(
      bytes.isEmpty ? [request.line] : [request.line, bytes], until: Deadline(seconds: seconds),
      answerBytesMax: settings.answerBytesMax)
    guard case .answer(let line) = outcome else {
      let error = error(of: outcome, reader, seconds: seconds, processorSeconds: processorSeconds)
      discard(reader)
      throw error
    }
    guard let answer = ReaderAnswer.result(of: line, id: id).flatMap(decode) else {
      discard(reader)
      throw .crashed
    }
    giveBack(reader)
    return answer
  }

  private func error(
    of outcome: ReaderProcess.Outcome, _ reader: ReaderProcess, seconds: Int, processorSeconds: Int
  ) -> ReadingError {
    switch outcome {
    case .late: return .timeout(seconds: seconds)
    case .tooLong: return .limit(name: .answerBytes, value: settings.answerBytesMax)
    case .answer, .ended:
      switch reader.cause() {
      case .processorTime: return .timeout(seconds: processorSeconds)
      case .temporaryFile: return .limit(name: .temporaryBytes, value: settings.temporaryFileBytesMax)
      case .memory: return .memory
      case .other: return .crashed
      }
    }
  }

  // MARK: Processes

  private func borrow() throws(ReadingError) -> ReaderProcess {
    guard let program else { throw .noReader(detail: "\(ReaderProgram.fileName) not found") }
    let readersMax = max(1, settings.readersMax)
    let turn: Turn = desk.wait { desk in
      if desk.isClosed { return .closed }
      if let reader = desk.idle.popLast() { return .use(reader) }
      guard desk.count < readersMax else { return nil }
      desk.count += 1
      return .start
    }
    switch turn {
    case .closed: throw .noReader(detail: "the pool is closed")
    case .use(let reader):
      // One that was ended from outside while nobody used it is no document's fault.
      if reader.isRunning { return reader }
      reader.end()
      return try start(program)
    case .start: return try start(program)
    }
  }

  /// Starts one for a place that is counted already, and gives the place back where that fails.
  private func start(_ program: ReaderProgram) throws(ReadingError) -> ReaderProcess {
    do throws(ReadingError) {
      let settings = settings
      guard let folder = folder() else { throw .noReader(detail: "no temporary folder") }
      let started = starter.run { ReaderProcess.start(program, settings: settings, folder: folder) }
      guard let started, let reader = started else { throw .noReader(detail: "cannot start \(program.path)") }
      guard let greeting = reader.greeting(within: settings.startSeconds) else {
        reader.end()
        throw .noReader(detail: "\(program.path) does not answer")
      }
      if !greeting.isNetworkClosed { desk.change { $0.hasSeenOpenNetwork = true } }
      return reader
    } catch {
      desk.change { $0.count -= 1 }
      throw error
    }
  }

  private func folder() -> String? {
    desk.change { desk in
      if desk.folder == nil { desk.folder = ReaderFolder() }
      return desk.folder?.make()
    }
  }

  private func giveBack(_ reader: ReaderProcess) {
    guard reader.answers < settings.documentsPerReader, !reader.isTalkative else { return discard(reader) }
    let isKept = desk.change { desk in
      if !desk.isClosed { desk.idle.append(reader) }
      return !desk.isClosed
    }
    if !isKept { discard(reader) }
  }

  private func discard(_ reader: ReaderProcess) {
    reader.end()
    desk.change { $0.count -= 1 }
  }
}
