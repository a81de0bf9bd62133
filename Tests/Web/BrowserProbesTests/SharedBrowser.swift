// One browser for all tests that want any.
import BrowserProbes

/// Started when it is first wanted, gone with the process; started anew where it was lost.
actor SharedBrowser {
  static let only = SharedBrowser()
  private var started: Task<Browser, any Error>?

  func browser() async throws -> Browser {
    if let started, let browser = try? await started.value, browser.isThere { return browser }
    let next = Task { try await Browser.start() }
    started = next
    return try await next.value
  }
}
