// What a person does with a page: opens it, looks, types, presses.
package import JSONText

extension Browser {
  /// Opens a page and waits until it is loaded.
  package func open(_ address: String) async throws(BrowserProblem) {
    _ = try await ask("POST", "/url") { $0.member("url", address) }
  }

  /// The address of the page that is open.
  package func address() async throws(BrowserProblem) -> String {
    try await ask("GET", "/url").text ?? ""
  }

  /// The title of the page.
  package func title() async throws(BrowserProblem) -> String {
    try await ask("GET", "/title").text ?? ""
  }

  /// Forgets everything that the open page's site has put into cookies.
  package func forgetCookies() async throws(BrowserProblem) {
    _ = try await ask("DELETE", "/cookie")
  }

  // MARK: Elements

  /// The first element that a CSS selector finds, as soon as it is there.
  ///
  /// - Throws: `.refused(code: "no such element")` where it does not come.
  package func text(_ selector: String) async throws(BrowserProblem) -> String {
    try await onElement(selector) { (element: String) async throws(BrowserProblem) in
      try await ask("GET", "/element/\(element)/text").text ?? ""
    }
  }

  /// How many elements a CSS selector finds now.
  package func count(_ selector: String) async throws(BrowserProblem) -> Int {
    try await run("return document.querySelectorAll(arguments[0]).length", selector).whole ?? 0
  }

  /// Clicks in the middle of an element.
  package func click(_ selector: String) async throws(BrowserProblem) {
    try await onElement(selector) { (element: String) async throws(BrowserProblem) in
      _ = try await ask("POST", "/element/\(element)/click")
    }
  }

  /// Clicks on what leads to another page, or to the same one anew, and waits until that is there.
  ///
  /// - Throws: `.tooSlow` where no page comes.
  package func follow(_ selector: String) async throws(BrowserProblem) {
    _ = try await run("window.isLeft = false")
    try await click(selector)
    // The page that comes knows nothing of the mark; between the two no script runs. A look at a page that
    // does not come takes the driver half a minute, so what counts is the clock.
    let end = ContinuousClock.now + .milliseconds(6 * Self.patienceMilliseconds)
    while .now < end {
      do throws(BrowserProblem) {
        let isThere = "return window.isLeft === undefined && document.readyState === 'complete'"
        if try await run(isThere) == .truth(true) { return }
      } catch .driverGone {
        throw .driverGone
      } catch .cancelled {
        throw .cancelled
      } catch {}
      await pause(milliseconds: 20)
    }
    throw .tooSlow(selector)
  }

  /// Empties a field and types into it.
  package func type(_ text: String, into selector: String) async throws(BrowserProblem) {
    try await onElement(selector) { (element: String) async throws(BrowserProblem) in
      _ = try await ask("POST", "/element/\(element)/clear")
      _ = try await ask("POST", "/element/\(element)/value") { $0.member("text", text) }
    }
  }

  /// Does something with an element; looks for it again where the page has put another in its place.
  private func onElement<Answer>(
    _ selector: String, _ act: (String) async throws(BrowserProblem) -> Answer
  ) async throws(BrowserProblem) -> Answer {
    for _ in 1..<5 {
      do throws(BrowserProblem) {
        return try await act(try await element(selector))
      } catch {
        guard case .refused("stale element reference", _) = error else { throw error }
      }
    }
    return try await act(try await element(selector))
  }

  /// The number under which the driver knows an element.
  private func element(_ selector: String) async throws(BrowserProblem) -> String {
    let found = try await ask("POST", "/element") { json in
      json.member("using", "css selector")
      json.member("value", selector)
    }
    guard let element = found.members?.first?.value.text else { throw .badAnswer }
    return element
  }

  // MARK: The keyboard

  /// Presses and releases keys one after the other, wherever the focus is.
  package func press(_ text: String) async throws(BrowserProblem) {
    try await move(text.flatMap { [("keyDown", $0), ("keyUp", $0)] })
  }

  /// Presses a key while others are held: `[Key.control, "v"]`.
  package func chord(_ keys: [String]) async throws(BrowserProblem) {
    let signs = keys.flatMap { Array($0) }
    try await move(signs.map { ("keyDown", $0) } + signs.reversed().map { ("keyUp", $0) })
  }

  private func move(_ moves: [(type: String, key: Character)]) async throws(BrowserProblem) {
    _ = try await ask("POST", "/actions") { json in
      json.member(
        "actions",
        array: { json in
          json.object { json in
            json.member("type", "key")
            json.member("id", "keyboard")
            json.member(
              "actions",
              array: { json in
                for move in moves {
                  json.object { json in
                    json.member("type", move.type)
                    json.member("value", String(move.key))
                  }
                }
              })
          }
        })
    }
  }

  // MARK: Looking

  /// Runs a function's body in the page; `arguments[0]` is the text that comes along.
  package func run(_ script: String, _ argument: String = "") async throws(BrowserProblem) -> JSONValue {
    try await ask("POST", "/execute/sync") { json in
      json.member("script", script)
      json.member("args", array: { $0.value(argument) })
    }
  }

  /// Gives the page so much room, in pixels of CSS, as a window of any size cannot.
  package func resize(width: Int, height: Int) async throws(BrowserProblem) {
    _ = try await ask("POST", "/goog/cdp/execute") { json in
      json.member("cmd", "Emulation.setDeviceMetricsOverride")
      json.key("params")
      json.object { json in
        json.member("width", width)
        json.member("height", height)
        json.member("deviceScaleFactor", 1)
        json.member("mobile", false)
      }
    }
  }

  /// By how many pixels the page is wider than the room it has; 0 where nobody has to scroll sideways.
  package func overflow() async throws(BrowserProblem) -> Int {
    try await run(
      "const page = document.documentElement; return Math.max(0, page.scrollWidth - page.clientWidth)"
    ).whole ?? 0
  }

  /// A picture of what can be seen, as PNG.
  package func screenshot() async throws(BrowserProblem) -> [UInt8] {
    guard let text = try await ask("GET", "/screenshot").text, let bytes = Self.bytes(ofBase64: text)
    else { throw .badAnswer }
    return bytes
  }

  /// The bytes of a text in base64 (RFC 4648, section 4); nil where a sign is none of its alphabet. By hand,
  /// as programs that hold Swift's libraries do not find all of Foundation's.
  static func bytes(ofBase64 text: String) -> [UInt8]? {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, sign) in alphabet.enumerated() { values[Int(sign)] = UInt8(value) }
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    for (index, sign) in text.utf8.prefix(while: { $0 != UInt8(ascii: "=") }).enumerated() {
      guard let value = values[Int(sign)] else { return nil }
      bits = bits << 6 | UInt32(value)
      // Of four signs the second, third and fourth each complete a byte.
      let place = index % 4
      if place > 0 { bytes.append(UInt8(truncatingIfNeeded: bits >> (6 - 2 * UInt32(place)))) }
    }
    return bytes
  }

  /// What the console says since it was last asked.
  package func console() async throws(BrowserProblem) -> [ConsoleLine] {
    let lines = try await ask("POST", "/se/log") { $0.member("type", "browser") }
    return (lines.elements ?? []).map { line in
      ConsoleLine(
        level: line["level"]?.text ?? "", source: line["source"]?.text ?? "",
        text: line["message"]?.text ?? "")
    }
  }
}

/// A line of a browser's console.
package struct ConsoleLine: Sendable, Equatable {
  /// `SEVERE`, `WARNING`, `INFO`, `DEBUG`.
  package var level: String
  /// Who says it: `network` for answers of servers, `security` for a policy that was hurt, `javascript`.
  package var source: String
  package var text: String

  package init(level: String, source: String, text: String) {
    self.level = level
    self.source = source
    self.text = text
  }
}

/// Keys without a letter, as the protocol writes them.
package enum Key {
  package static let tab = "\u{E004}"
  package static let enter = "\u{E007}"
  package static let escape = "\u{E00C}"
  package static let shift = "\u{E008}"
  package static let control = "\u{E009}"
  package static let alt = "\u{E00A}"
  package static let down = "\u{E015}"
  package static let space = " "
}
