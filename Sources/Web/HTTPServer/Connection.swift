// One connection of a client, with the moment at which it has to have come further.
import CMicroHTTPD
import Glibc
import Synchronization

/// A connection, and what happens when its time is up.
final class Connection: Sendable {
  /// What is done to a connection that is late.
  enum Lateness: Sendable {
    /// The client is too slow: the socket is shut.
    case cut
    /// The handler is too slow: the client gets an answer that says so.
    case answer
  }

  struct State {
    var limit: ContinuousClock.Instant
    var lateness = Lateness.cut
    var exchange: Exchange?
  }

  let peer: String
  private let socket: Int32
  private let state: Mutex<State>

  init(_ connection: OpaquePointer, until limit: ContinuousClock.Instant) {
    socket = plumbline_http_socket(connection)
    peer = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { text in
      guard let start = text.baseAddress else { return "" }
      plumbline_http_peer(connection, start, 64)
      return String(cString: start)
    }
    state = Mutex(State(limit: limit))
  }

  func set(until limit: ContinuousClock.Instant, _ lateness: Lateness) {
    state.withLock {
      $0.limit = limit
      $0.lateness = lateness
    }
  }

  func set(_ exchange: Exchange?) { state.withLock { $0.exchange = exchange } }

  /// Shuts the socket where that is due. Called while the connection is certainly open.
  ///
  /// - Returns: the exchange that needs an answer.
  func enforce(_ now: ContinuousClock.Instant) -> Exchange? {
    let late = state.withLock { state -> (Lateness, Exchange?)? in
      state.limit <= now ? (state.lateness, state.exchange) : nil
    }
    switch late {
    case nil: return nil
    case (.answer, let exchange?)?: return exchange
    default:
      shutdown(socket, Int32(SHUT_RDWR))
      return nil
    }
  }

  var exchange: Exchange? { state.withLock { $0.exchange } }
}

/// The open connections of a server.
final class Connections: Sendable {
  private let all = Mutex<[ObjectIdentifier: Connection]>([:])

  func insert(_ connection: Connection) {
    all.withLock { $0[ObjectIdentifier(connection)] = connection }
  }

  /// Must return before the library closes the socket, so that no other socket of its number is shut.
  func remove(_ connection: Connection) {
    _ = all.withLock { $0.removeValue(forKey: ObjectIdentifier(connection)) }
  }

  /// Ends what is late.
  func enforce(_ now: ContinuousClock.Instant) {
    // Answers are given outside the lock: they take the library's.
    let late = all.withLock { all in all.values.compactMap { $0.enforce(now) } }
    for exchange in late { exchange.expire() }
  }

  /// Answers everything that waits for a handler.
  func expireAll() {
    let waiting = all.withLock { all in all.values.compactMap(\.exchange) }
    for exchange in waiting { exchange.expire() }
  }
}
