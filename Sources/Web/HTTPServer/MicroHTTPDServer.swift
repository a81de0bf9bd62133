// One running server: the library's daemon, its callbacks, the watch over late clients, and the stop.
import CMicroHTTPD
import Dispatch
import Glibc
import HTTP
import Synchronization

/// The library calls back on its own threads; the closures below stand in this file and not in a main file,
/// because there they would belong to the main actor and trap.
final class MicroHTTPDServer: RunningServer {
  let address: ServerAddress
  private let responder: any Responder
  private let configuration: ServerConfiguration
  private let connections = Connections()
  private let inFlight = Atomic<Int>(0)
  private let isStopping = Atomic<Bool>(false)
  /// True from the moment on at which no handler is waited for.
  private let isOver = Atomic<Bool>(false)
  private let daemon = Mutex<Daemon?>(nil)
  /// Set up once before anything else can see it.
  private nonisolated(unsafe) let watch = DispatchSource.makeTimerSource(
    queue: DispatchQueue(label: "plumbline.watch"))

  /// The library's daemon; it may be stopped from any thread.
  private struct Daemon: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  init(address: ServerAddress, responder: any Responder, configuration: ServerConfiguration) {
    self.address = address
    self.responder = responder
    self.configuration = configuration
  }

  var requestsInFlight: Int { inFlight.load(ordering: .relaxed) }

  /// - Returns: false where the library cannot start.
  func start(listener: Int32) -> Bool {
    let context = Unmanaged.passUnretained(self).toOpaque()
    var options = plumbline_http_options(
      listener: listener, threads: UInt32(clamping: configuration.threads),
      connections_max: UInt32(clamping: max(configuration.threads, configuration.connectionsMax)),
      connections_per_address_max: UInt32(clamping: configuration.connectionsPerAddressMax),
      idle_seconds: UInt32(clamping: max(1, configuration.idleTime.components.seconds)),
      head_bytes_max: max(4_096, configuration.headBytesMax), access: Self.access, target: Self.target,
      completed: Self.completed, connected: Self.connected, context: context)
    guard let pointer = plumbline_http_start(&options) else { return false }
    let handle = Daemon(pointer: pointer)
    daemon.withLock { $0 = handle }
    watch.schedule(deadline: .now(), repeating: .milliseconds(250), leeway: .milliseconds(50))
    // The daemon's callbacks hold no reference; the watch keeps the server until it is stopped.
    watch.setEventHandler { [self] in connections.enforce(.now) }
    watch.resume()
    return true
  }

  func stop() async {
    guard !isStopping.exchange(true, ordering: .sequentiallyConsistent),
      let handle = daemon.withLock({ $0 })
    else { return }
    let listener = MHD_quiesce_daemon(handle.pointer)
    if listener >= 0 { close(listener) }
    await wait(configuration.stopTime)
    // A connection that is open may ask until the daemon has stopped, and what is suspended then would be the
    // end of the process: from here on a request is either seen below or sees this itself.
    isOver.store(true, ordering: .sequentiallyConsistent)
    connections.expireAll()
    await wait(.seconds(3))
    await withCheckedContinuation { continuation in
      // A queue of its own: the global ones share their few threads with the tasks.
      DispatchQueue(label: "plumbline.stop").async { [self] in
        MHD_stop_daemon(handle.pointer)
        daemon.withLock { $0 = nil }
        watch.setEventHandler {}
        watch.cancel()
        continuation.resume()
      }
    }
    if case .local(let path) = address { unlink(path) }
  }

  private func wait(_ time: Duration) async {
    let end = ContinuousClock.now + time
    while requestsInFlight > 0, .now < end {
      // A caller that is itself cancelled waits as well: the stop is what it is cancelled for.
      await Task.detached { try? await Task.sleep(for: .milliseconds(10)) }.value
    }
  }

  // MARK: Callbacks

  private static func server(_ context: UnsafeMutableRawPointer?) -> MicroHTTPDServer? {
    context.map { Unmanaged<MicroHTTPDServer>.fromOpaque($0).takeUnretainedValue() }
  }

  private static let connected: MHD_NotifyConnectionCallback = { context, handle, slot, code in
    guard let server = server(context), let handle, let slot else { return }
    if code == .CONNECTION_NOTIFY_STARTED {
      let connection = Connection(handle, until: .now + server.configuration.headTime)
      server.connections.insert(connection)
      slot.pointee = Unmanaged.passRetained(connection).toOpaque()
    } else if let held = slot.pointee {
      let connection = Unmanaged<Connection>.fromOpaque(held)
      server.connections.remove(connection.takeUnretainedValue())
      connection.release()
      slot.pointee = nil
    }
  }

  private typealias TargetCallback =
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?)
    -> UnsafeMutableRawPointer?

  private static let target: TargetCallback = { context, target, handle in
    guard let server = server(context), let target, let handle,
      let held = plumbline_http_socket_context(handle)
    else { return nil }
    let connection = Unmanaged<Connection>.fromOpaque(held).takeUnretainedValue()
    let exchange = Exchange(
      target: String(cString: target), connection: connection, handle: handle,
      configuration: server.configuration)
    return Unmanaged.passRetained(exchange).toOpaque()
  }

  private static let completed: MHD_RequestCompletedCallback = { context, _, slot, _ in
    guard let server = server(context), let held = slot?.pointee else { return }
    let exchange = Unmanaged<Exchange>.fromOpaque(held)
    let isCounted = exchange.takeUnretainedValue().isCounted
    exchange.takeUnretainedValue().complete()
    exchange.release()
    slot?.pointee = nil
    if isCounted { server.inFlight.subtract(1, ordering: .relaxed) }
  }

  private static let access: MHD_AccessHandlerCallback = {
    context, handle, _, method, version, bytes, count, slot in
    guard let server = server(context), let handle, let count, let held = slot?.pointee else { return .NO }
    let exchange = Unmanaged<Exchange>.fromOpaque(held).takeUnretainedValue()
    let step: Exchange.Step
    if exchange.beginsNow() {
      server.inFlight.add(1, ordering: .relaxed)
      server.begin(exchange, handle, method: method, version: version)
      // The library ends the connection behind an answer that comes before the request is whole, and takes
      // every request for unfinished at its first call.
      step = exchange.isWhole ? .goOn : exchange.step()
    } else if count.pointee > 0 {
      step = exchange.step(UnsafeRawBufferPointer(start: bytes, count: count.pointee))
      count.pointee = 0
    } else {
      step = exchange.step()
    }
    switch step {
    case .goOn: return .YES
    case .close: return .NO
    case .send(let response, let ends):
      let closes = ends || server.isStopping.load(ordering: .relaxed)
      return Outgoing.send(response, ends: closes, on: handle)
    }
  }

  private func begin(
    _ exchange: Exchange, _ handle: OpaquePointer, method: UnsafePointer<CChar>?,
    version: UnsafePointer<CChar>?
  ) {
    do throws(Refusal) {
      let head = try Incoming(
        handle, method: method.map { String(cString: $0) } ?? "", target: exchange.target,
        isHTTP11: version.map { strcmp($0, "HTTP/1.1") == 0 } ?? false)
      if let length = head.length, length > configuration.bodyBytesMax {
        throw .bodyTooLarge(bytesMax: configuration.bodyBytesMax)
      }
      let body = head.expectsBody ? exchange.body(length: head.length) : .empty
      let request = Request(
        method: head.method, target: head.target, headers: head.headers, body: body,
        peer: exchange.connection.peer)
      exchange.start(request, expectsBody: head.expectsBody, responder)
      if isOver.load(ordering: .sequentiallyConsistent) { exchange.expire() }
    } catch {
      exchange.refuse(Outgoing.plain(error))
    }
  }
}
