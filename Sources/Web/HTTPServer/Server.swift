// The whole life of a server in one call.
import Dispatch
import Glibc
package import HTTP
import Synchronization

/// Runs servers to their end.
package enum Server {
  /// Serves until the task is cancelled or the system asks the process to end (SIGTERM, SIGINT), then lets
  /// requests in flight finish.
  ///
  ///     try await Server.run(site, ServerConfiguration(address: .network(host: "127.0.0.1", port: 8080)))
  ///
  /// - Parameters:
  ///   - transport: what carries the requests.
  ///   - listensToSignals: false in tests, and where the caller minds signals itself.
  ///   - started: told when the server listens, with the port that was taken.
  /// - Throws: `ServerError` where it cannot listen.
  package static func run(
    _ responder: any Responder, _ configuration: ServerConfiguration,
    transport: any Transport = MicroHTTPDTransport(), listensToSignals: Bool = true,
    started: @Sendable (any RunningServer) async -> Void = { _ in }
  ) async throws(ServerError) {
    let ending = Ending()
    var sources: [any DispatchSourceSignal] = []
    if listensToSignals {
      for number in [SIGTERM, SIGINT] { sources.append(await ending.listen(to: number)) }
    }
    defer { for source in sources { source.cancel() } }
    let server = try transport.start(responder, configuration)
    await started(server)
    await withTaskCancellationHandler {
      await ending.wait()
    } onCancel: {
      ending.come()
    }
    await server.stop()
  }
}

/// A moment that comes once.
private final class Ending: Sendable {
  private struct State {
    var hasCome = false
    var waiting: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  func come() {
    let waiting = state.withLock { state in
      state.hasCome = true
      return state.waiting.take()
    }
    waiting?.resume()
  }

  func wait() async {
    await withCheckedContinuation { continuation in
      let hasCome = state.withLock { state in
        if !state.hasCome { state.waiting = continuation }
        return state.hasCome
      }
      if hasCome { continuation.resume() }
    }
  }

  /// Returns when the signal would be noticed; until then it ends the process, as it does any other.
  ///
  /// Ignoring it before would lose one that comes before the source is at work, and the source takes the
  /// place of what would end the process.
  func listen(to signalNumber: Int32) async -> any DispatchSourceSignal {
    let source = DispatchSource.makeSignalSource(
      signal: signalNumber, queue: DispatchQueue(label: "plumbline.signals"))
    source.setEventHandler { [self] in
      // Who asks twice does not want to wait.
      signal(signalNumber, SIG_DFL)
      come()
    }
    await withCheckedContinuation { continuation in
      source.setRegistrationHandler { continuation.resume() }
      source.resume()
    }
    return source
  }
}
