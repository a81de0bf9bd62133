// From the key to the finding: how long somebody who types waits for what the rules say, in a real browser.
import BrowserProbes
import JSONText

/// Types into a long form in Chromium, and asks the browser's own clock.
struct KeyToFinding {
  let port: UInt16
  let output: BenchOutput

  private static let rounds = 12

  /// - Parameter form: the path of its page.
  func run(_ form: String) async {
    guard Browser.isInstalled else {
      output.line("  \(Browser.absence)")
      return
    }
    do {
      let browser = try await Browser.start()
      try await measure(form, browser)
      await browser.stop()
    } catch {
      output.line("  The browser does not answer: \(error)")
    }
  }

  private func measure(_ form: String, _ browser: Browser) async throws(BrowserProblem) {
    try await signIn(browser)
    try await browser.open("http://127.0.0.1:\(port)\(form)")
    let rows = try await browser.count("textarea[name^='indicators/'][name$='/annualValue']")
    _ = try await browser.run(Self.watching)
    for round in 0..<Self.rounds {
      _ = try await browser.run(Self.choosing, String(round % 5))
      try await browser.press(DemonstrationWording.typed(round))
      try await settled(browser)
    }
    let said = try await browser.run("return window.measured.map((one) => one.join(' ')).join(';')").text
    let rounds = (said ?? "").split(separator: ";").map { round in
      round.split(separator: " ").compactMap { Double($0) }
    }
    guard !rounds.isEmpty, rounds.allSatisfy({ $0.count == 3 }) else { return }
    output.line("  from the last key to the finding, \(rows) indicators, Chromium, milliseconds:")
    for (place, label) in ["answer", "shown", "long task"].enumerated() {
      let sorted = rounds.map { $0[place] }.sorted()
      output.row(
        label, "\(rounds.count) rounds", "", "",
        "p50 \(Figures.decimal(sorted[sorted.count / 2])), most \(Figures.decimal(sorted[sorted.count - 1]))"
      )
    }
  }

  private func signIn(_ browser: Browser) async throws(BrowserProblem) {
    try await browser.resize(width: 1366, height: 768)
    try await browser.open("http://127.0.0.1:\(port)/sign-in")
    try await browser.type(DemonstrationWording.clerk["account"] ?? "", into: "#q-account")
    try await browser.type(DemonstrationWording.clerk["password"] ?? "", into: "#q-password")
    try await browser.follow("main form button[type=submit]")
  }

  private func settled(_ browser: Browser) async throws(BrowserProblem) {
    for _ in 0..<100 {
      let isThere = "return window.waiting === null && !document.querySelector('.cell.is-waiting')"
      if try await browser.run(isThere) == .truth(true) { return }
    }
  }

  /// Notes the last key, the answer of the server, and the frame that shows what it changed.
  private static let watching = """
    window.measured = [];
    window.waiting = null;
    let longest = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
    }).observe({ type: "longtask" });
    addEventListener("keydown", () => {
      performance.mark("key");
      window.waiting = performance.now();
      longest = 0;
    }, true);
    const own = window.fetch;
    let answered = 0;
    window.fetch = async (...given) => {
      const answer = await own(...given);
      if (String(given[0]).endsWith("/fields")) answered = performance.now();
      return answer;
    };
    new MutationObserver(() => {
      if (window.waiting === null || answered < window.waiting) return;
      const since = window.waiting;
      window.waiting = null;
      requestAnimationFrame(() => setTimeout(() => {
        performance.measure("key to finding", "key");
        measured.push([answered - since, performance.now() - since, longest]);
      }));
    }).observe(document.querySelector("[data-part=rail]"), { childList: true, subtree: true });
    """

  private static let choosing = """
    const fields = [...document.querySelectorAll("textarea[name^='indicators/']")]
      .filter((field) => field.name.endsWith("/annualValue"));
    const field = fields[fields.length - 1 - Number(arguments[0])];
    field.focus();
    field.select();
    """
}
