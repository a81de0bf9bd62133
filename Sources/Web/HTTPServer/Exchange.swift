// One request and its answer: a small machine between the library's threads and the handler's task.
import CMicroHTTPD
import HTTP
import Synchronization

/// The library calls `step` on its own threads; the task of the handler calls `nextPiece` and `finish` on
/// others.
///
/// Between calls of the library the connection is suspended, so that it costs nothing while a handler works;
/// a
/// suspended connection has no timeouts of the library and must be resumed before the server stops, so
/// `Connection` holds a limit of its own for it. Every suspend and resume happens under one lock.
final class Exchange: Sendable {
  /// What the library is to do next.
  enum Step {
    case goOn
    /// `ends`: the connection closes behind the answer, because the rest of the body is not read.
    case send(Response, ends: Bool)
    case close
  }

  /// A handler that waits for the next piece.
  typealias Reader = CheckedContinuation<[UInt8]?, any Error>

  enum Phase { case head, body, ended, sending, over }

  struct State {
    var phase = Phase.head
    var isSuspended = false
    var response: Response?
    /// True where a body may still come.
    var expectsBody = false
    /// True where a body that nobody wants is short enough to be read for the sake of the answer.
    var canDrain = false
    var wantsBody = false
    var pieces: [UInt8] = []
    var received = 0
    var drained = 0
    /// What came since the limit was set last.
    var progress = 0
    var reader: Reader?
    var task: Task<Void, Never>?
  }

  let target: String
  let connection: Connection
  /// Used under the lock alone, and not after the exchange is over.
  private nonisolated(unsafe) let handle: OpaquePointer
  private let configuration: ServerConfiguration
  private let state = Mutex(State())
  private let hasBegun = Atomic<Bool>(false)

  init(
    target: String, connection: Connection, handle: OpaquePointer, configuration: ServerConfiguration
  ) {
    self.target = target
    self.connection = connection
    self.handle = handle
    self.configuration = configuration
  }

  /// True for the first caller.
  func beginsNow() -> Bool { !hasBegun.exchange(true, ordering: .relaxed) }

  /// True where `beginsNow` was called.
  var isCounted: Bool { hasBegun.load(ordering: .relaxed) }

  /// Starts the handler; what it does before its first pause runs here and now.
  func start(_ request: Request, expectsBody: Bool, _ responder: any Responder) {
    let isShort = request.body.length.map { $0 <= configuration.bodyBytesDrainedMax } ?? false
    state.withLock {
      $0.expectsBody = expectsBody
      // A client that asks first sends nothing after a refusal.
      $0.canDrain = isShort && request.headers[.expect] == nil
    }
    connection.set(self)
    connection.set(until: .now + configuration.handlerTime, .answer)
    let task = Task.immediate { @Sendable [self] in
      let response = await responder.respond(to: request)
      finish(response)
    }
    state.withLock { if $0.response == nil { $0.task = task } }
  }

  /// An answer without a handler; whether bytes follow the head is not known, so the connection ends.
  func refuse(_ response: Response) {
    state.withLock {
      $0.expectsBody = true
      $0.response = response
    }
  }

  /// True where nothing follows the head.
  var isWhole: Bool { state.withLock { !$0.expectsBody } }

  /// What the head promised of the body; nil for chunks.
  func body(length: Int?) -> RequestBody {
    RequestBody(length: length) { [self] in try await nextPiece() }
  }

  // MARK: The library's side

  /// The library has come to a halt: behind the head, behind the body, or after being resumed.
  func step() -> Step {
    var waiting: Reader?
    let step = state.withLock { state -> Step in
      if state.phase == .body {
        state.phase = .ended
        state.expectsBody = false
        waiting = state.reader.take()
        connection.set(until: .now + configuration.handlerTime, .answer)
      }
      if state.response != nil { return answer(&state) }
      if state.phase == .head, state.wantsBody, state.expectsBody {
        state.phase = .body
        expectBytes(&state)
        return .goOn
      }
      suspend(&state)
      return .goOn
    }
    waiting?.resume(returning: nil)
    return step
  }

  /// Some bytes of the body; all of them are taken.
  func step(_ bytes: UnsafeRawBufferPointer) -> Step {
    var waiting: Reader?
    var piece: [UInt8] = []
    let step = state.withLock { state -> Step in
      state.received += bytes.count
      if state.response != nil {
        state.drained += bytes.count
        return state.drained > configuration.bodyBytesDrainedMax ? .close : .goOn
      }
      guard state.received <= configuration.bodyBytesMax else { return .close }
      state.progress += bytes.count
      if state.progress >= progressMin { expectBytes(&state) }
      if let reader = state.reader.take() {
        waiting = reader
        piece = Array(bytes)
        return .goOn
      }
      state.pieces += bytes
      if state.pieces.count >= configuration.bodyBytesWaitingMax {
        connection.set(until: .now + configuration.handlerTime, .answer)
        suspend(&state)
      }
      return .goOn
    }
    waiting?.resume(returning: piece)
    return step
  }

  /// The library is done with the request, one way or the other.
  func complete() {
    let (reader, task) = state.withLock { state in
      state.phase = .over
      defer { state.task = nil }
      return (state.reader.take(), state.response == nil ? state.task : nil)
    }
    connection.set(nil)
    connection.set(until: .now + configuration.idleTime + configuration.headTime, .cut)
    reader?.resume(throwing: Refusal.tooSlow)
    task?.cancel()
  }

  private func answer(_ state: inout State) -> Step {
    guard let response = state.response else { return .goOn }
    let ends = state.expectsBody && state.phase == .head
    if ends, state.canDrain {
      state.phase = .body
      expectBytes(&state)
      return .goOn
    }
    state.phase = .sending
    connection.set(until: .now + time(for: response.body.length), .cut)
    return .send(response, ends: ends)
  }

  /// Once: the library hands over further chunks that it has read already, also of a suspended connection,
  /// and its list of suspended connections does not survive one that is in it twice.
  private func suspend(_ state: inout State) {
    guard !state.isSuspended else { return }
    state.isSuspended = true
    MHD_suspend_connection(handle)
  }

  /// From now on the client has to send so much in each span of time.
  private func expectBytes(_ state: inout State) {
    state.progress = 0
    connection.set(until: .now + configuration.transferTime, .cut)
  }

  private var progressMin: Int {
    configuration.bytesPerSecondMin * max(1, Int(configuration.transferTime.components.seconds))
  }

  /// What so many bytes may take.
  private func time(for bytes: Int) -> Duration {
    configuration.transferTime + .milliseconds(bytes / max(1, configuration.bytesPerSecondMin) * 1_000)
  }

  // MARK: The handler's side

  /// The handler's answer; the first one counts.
  private func finish(_ response: Response) {
    state.withLock { state in
      state.task = nil
      guard state.response == nil, state.phase != .over else { return }
      state.response = response
      resume(&state)
    }
  }

  /// The handler took too long, or the server stops.
  func expire() {
    let (task, reader) = state.withLock { state -> (Task<Void, Never>?, Reader?) in
      guard state.response == nil, state.phase != .over else { return (nil, nil) }
      state.response = Outgoing.plain(Refusal.unavailable)
      state.canDrain = false
      state.drained = configuration.bodyBytesDrainedMax
      resume(&state)
      return (state.task.take(), state.reader.take())
    }
    task?.cancel()
    reader?.resume(throwing: Refusal.unavailable)
  }

  private func resume(_ state: inout State) {
    guard state.isSuspended else { return }
    state.isSuspended = false
    MHD_resume_connection(handle)
  }

  private func nextPiece() async throws -> [UInt8]? {
    try await withCheckedThrowingContinuation { continuation in
      let ready = state.withLock { state -> Result<[UInt8]?, any Error>? in
        if !state.pieces.isEmpty {
          let pieces = state.pieces
          state.pieces = []
          if state.isSuspended, state.phase == .body {
            expectBytes(&state)
            resume(&state)
          }
          return .success(pieces)
        }
        guard state.phase != .over, state.response == nil else { return .failure(Refusal.tooSlow) }
        guard state.expectsBody else { return .success(nil) }
        state.wantsBody = true
        state.reader = continuation
        resume(&state)
        return nil
      }
      if let ready { continuation.resume(with: ready) }
    }
  }
}
