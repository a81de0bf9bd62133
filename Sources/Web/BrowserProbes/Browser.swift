// Chromium without a window, for tests: driven by the WebDriver protocol of the W3C.
internal import Dispatch
internal import JSONText
internal import Synchronization

/// A browser with one page. Whatever looks for an element waits some seconds for it; whatever opens or
/// clicks waits until the page that comes of it is there.
package final class Browser: Sendable {
  private let driver: DriverProgram
  private let wire: DriverWire
  private let session: String
  private let queue = DispatchQueue(label: "plumbline.browser")
  private let isLost = Atomic(false)

  /// False once the driver was gone, or silent for too long: then every command fails at once.
  package var isThere: Bool { !isLost.load(ordering: .relaxed) }

  /// What a test says where there is no browser.
  package static let absence = "Chromium is not installed: apt-get install chromium chromium-driver"

  /// Whether there is one.
  package static let isInstalled = DriverProgram.chromium != nil && DriverProgram.chromedriver != nil

  /// Starts one. It ends with the process, however that ends.
  package static func start() async throws(BrowserProblem) -> Browser {
    let begun = await apart(DispatchQueue(label: "plumbline.browser.start")) {
      () throws(BrowserProblem) -> Browser in
      let driver = try DriverProgram()
      let wire = DriverWire(port: driver.port)
      let answer = try Self.value(of: wire.ask("POST", "/session", Self.wishes))
      guard let session = answer["sessionId"]?.text else { throw .badAnswer }
      return Browser(driver: driver, wire: wire, session: session)
    }
    return try begun.get()
  }

  private init(driver: DriverProgram, wire: DriverWire, session: String) {
    self.driver = driver
    self.wire = wire
    self.session = session
  }

  /// Ends the browser and its driver.
  package func stop() async {
    _ = try? await ask("DELETE", "")
    _ = await Self.apart(queue) { [driver] () throws(BrowserProblem) in driver.stop() }
  }

  /// How long an element is waited for.
  static let patienceMilliseconds = 5_000

  private static var wishes: [UInt8] {
    let arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-proxy-server",
      "--disable-extensions", "--disable-background-networking", "--lang=zh-CN",
    ]
    var json = JSONWriter()
    json.object { json in
      json.key("capabilities")
      json.object { json in
        json.key("alwaysMatch")
        json.object { json in
          json.key("goog:chromeOptions")
          json.object { json in
            json.member("binary", DriverProgram.chromium)
            json.key("args")
            json.array { json in for argument in arguments { json.value(argument) } }
          }
          json.member("goog:loggingPrefs", object: { $0.member("browser", "ALL") })
          json.key("timeouts")
          json.object { json in
            json.member("implicit", patienceMilliseconds)
            json.member("pageLoad", 30_000)
          }
        }
      }
    }
    return json.bytes
  }

  // MARK: The protocol

  /// One command of the session.
  ///
  /// - Parameters:
  ///   - path: behind the session's own, such as `/url`.
  ///   - content: writes the members of the message.
  /// - Returns: what the answer holds as its value.
  /// - Throws: `.cancelled` in a task that is cancelled, so that the time limit of a test is one.
  func ask(
    _ method: String, _ path: String, _ content: @Sendable (inout JSONWriter) -> Void = { _ in }
  ) async throws(BrowserProblem) -> JSONValue {
    if Task.isCancelled { throw .cancelled }
    guard isThere else { throw .driverGone }
    var json = JSONWriter()
    json.object(content)
    let body = method == "POST" ? json.bytes : []
    let answer = await Self.apart(queue) {
      [wire, session] () throws(BrowserProblem) -> JSONValue in
      try Self.value(of: wire.ask(method, "/session/\(session)\(path)", body))
    }
    if case .failure(.driverGone) = answer { isLost.store(true, ordering: .relaxed) }
    return try answer.get()
  }

  /// The value of an answer.
  static func value(of body: [UInt8]) throws(BrowserProblem) -> JSONValue {
    guard let answer = try? JSONReader.read(body), let value = answer["value"] else { throw .badAnswer }
    guard let code = value["error"]?.text else { return value }
    throw .refused(code: code, sentence: value["message"]?.text ?? "")
  }

  /// Lets some time go by.
  func pause(milliseconds: Int) async {
    await withCheckedContinuation { continuation in
      queue.asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { continuation.resume() }
    }
  }

  /// Runs what blocks away from the threads of tasks, one after the other.
  private static func apart<Answer: Sendable>(
    _ queue: DispatchQueue, _ work: @escaping @Sendable () throws(BrowserProblem) -> Answer
  ) async -> Result<Answer, BrowserProblem> {
    await withCheckedContinuation { continuation in
      queue.async {
        do throws(BrowserProblem) {
          continuation.resume(returning: .success(try work()))
        } catch {
          continuation.resume(returning: .failure(error))
        }
      }
    }
  }
}
