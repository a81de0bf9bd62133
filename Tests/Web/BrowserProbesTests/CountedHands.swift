// Hands that count what they do: every key and every press of the mouse.
import BrowserProbes
import JSONText
import Testing

/// Somebody at a keyboard and a mouse.
final class CountedHands {
  let browser: Browser
  /// Keys that were pressed; a key with others held counts once.
  private(set) var keys = 0
  /// Han characters among them, which an input method makes of several keys each.
  private(set) var hanCharacters = 0
  /// Places at which somebody thinks before going on: a field that is filled, a button that is pressed.
  private(set) var thoughts = 0
  /// Presses of the mouse.
  private(set) var clicks = 0
  /// Pages that came.
  private(set) var pages = 0

  init(_ browser: Browser) { self.browser = browser }

  /// What the way takes by the keystroke-level model, in hundredths of a second: 0.28 s a key, two and a half
  /// keys a Han character, 1.35 s a thought, 1.3 s a press of the mouse.
  var hundredths: Int { 28 * (2 * keys + 3 * hanCharacters) / 2 + 135 * thoughts + 130 * clicks }

  /// Presses what leads to another page.
  func follow(_ selector: String) async throws {
    clicks += 1
    pages += 1
    thoughts += 1
    try await browser.follow(selector)
  }

  /// Types a text where the focus is.
  func type(_ text: String) async throws {
    keys += text.count
    hanCharacters += text.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) }
    thoughts += 1
    try await browser.press(text)
  }

  func press(_ key: String) async throws {
    keys += 1
    try await browser.press(key)
  }

  func chord(_ keys: [String]) async throws {
    self.keys += 1
    thoughts += 1
    try await browser.chord(keys)
  }

  /// Presses Enter on what leads to another page, and waits for that.
  func enter() async throws {
    keys += 1
    pages += 1
    thoughts += 1
    _ = try await browser.run("window.isLeft = false")
    try await browser.press(Key.enter)
    for _ in 0..<1_500 {
      let isThere = "return window.isLeft === undefined && document.readyState === 'complete'"
      if (try? await browser.run(isThere)) == .truth(true) { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("no page came of Enter")
  }

  /// Goes on with Tab until the focus is on an element that a selector finds.
  func tab(to selector: String, max: Int = 200) async throws {
    for _ in 0..<max {
      try await press(Key.tab)
      if try await browser.run("return document.activeElement.matches(arguments[0])", selector)
        == .truth(true)
      {
        return
      }
    }
    Issue.record("Tab does not come to \(selector)")
  }
}
