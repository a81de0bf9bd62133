// Published forms on their way through the office in a real browser: uploaded, confirmed, mended, submitted.
import BrowserProbes
import FormDrafts
import IsolatedReading
import JSONText
import OfficeOperations
import Organisations
import Records
import Testing
import Workflow

extension Journeys {
  @Suite(.timeLimit(.minutes(20)), .enabled(if: !SeedWalk.all.isEmpty, "\(SeedWalk.absence)"))
  struct SeedJourneyTests {
    @Test(.enabled(if: SeedWalk.reader != nil, "plumbline-reader is not built"), arguments: SeedWalk.all)
    func `a published form is uploaded, confirmed, seen as its reviewers see it, mended and submitted`(
      walk: SeedWalk
    ) async throws {
      let pool = ReaderPool(program: SeedWalk.reader, settings: ReaderSettings())
      defer { pool.close() }
      try await OfficeInBrowser.run(on: walk.engine, reading: IsolatedReadingDesk(pool: pool)) { office in
        try await office.addClerk("jing.ban")
        try await office.openYear("2024")
        try await office.signIn("jing.ban")
        let journey = SeedJourney(office: office, walk: walk)
        let count = try await journey.upload()
        #expect(count > 0)
        for number in 0..<count { try await journey.submit(number) }
      }
    }
  }
}

/// One file's way.
private struct SeedJourney {
  let office: OfficeInBrowser
  let walk: SeedWalk
  private var browser: Browser { office.browser }

  init(office: OfficeInBrowser, walk: SeedWalk) {
    self.office = office
    self.walk = walk
  }

  private func wait(_ what: String, seconds: Int = 60, _ script: String) async throws {
    for _ in 0..<(seconds * 20) {
      if try await browser.run("return !!(\(script))") == .truth(true) { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("\(walk.testDescription): \(what) did not come: \(try await browser.text("main"))")
    throw BrowserProblem.tooSlow(what)
  }

  /// - Returns: how many forms the file holds.
  func upload() async throws -> Int {
    try await office.open("/forms/intake")
    try await browser.type(walk.file, into: "#q-files")
    try await browser.click("[data-drop] button[type=submit]")
    try await wait("the reading", "document.querySelector('#take-form')")
    let tabs = try await browser.count("main a[href*='form=']:not([href*='at='])")
    return max(1, tabs)
  }

  /// From the preview of a form to its submission.
  func submit(_ number: Int) async throws {
    let path = try await office.path().prefix { $0 != "?" && $0 != "#" }
    let preview = path.hasPrefix("/forms/intake/") ? String(path) : try await latestIntake()
    try await office.open("\(preview)?form=\(number)")
    try await confirmDoubts()
    try await browser.follow(".footbar button[form=take-form]")
    let form = try await office.path().prefix { $0 != "?" && $0 != "#" }
    try #require(form.hasPrefix("/forms/") && !form.hasPrefix("/forms/intake"), "\(form)")
    try await expectFindings(of: number)
    try await acceptProposals()
    let open = try await mendTheRest()
    #expect(open.isEmpty, "\(walk.testDescription) \(number): \(open)")
    guard open.isEmpty else { return }
    try await browser.follow(".footbar button[value=submit]")
    if try await browser.run("return !!document.querySelector('[name=explanation]')") == .truth(true) {
      try await browser.type("按上级下达的口径填报，佐证材料见附件。", into: "[name=explanation]")
    }
    try await browser.follow("main form button[type=submit]")
    let id = try #require(FormID(String(form.split(separator: "/").last ?? "")))
    let stage = try await office.office.read { try $0.form(id).value.stage }
    #expect(Stage(rawValue: stage)?.isEditing == false, "\(walk.testDescription) \(number): \(stage)")
  }

  private func latestIntake() async throws -> String {
    try await office.open("/forms/intake")
    let address =
      try await browser.run(
        "return [...document.querySelectorAll('main a')].map((one) => one.getAttribute('href'))"
          + ".find((one) => /^.forms.intake.[0-9]+/.test(one)) ?? ''"
      ).text ?? ""
    return String(address.prefix { $0 != "?" && $0 != "#" })
  }

  /// Enter on each field that wants an answer.
  private func confirmDoubts() async throws {
    let open = "document.querySelectorAll('.confirm:not(.is-done)').length"
    var left = try await browser.run("return \(open)").whole ?? 0
    while left > 0 {
      try await browser.press(Key.enter)
      try await wait("the next doubt", "document.readyState === 'complete' && \(open) < \(left)")
      left = try await browser.run("return \(open)").whole ?? 0
    }
  }

  /// What any reviewer would say stands in the right column, and its cells are marked.
  private func expectFindings(of number: Int) async throws {
    let found =
      try await browser.run(
        """
        return [...document.querySelectorAll('.rail [data-finding]')].map((one) => {
          const code = one.querySelector('summary')?.textContent.match(/[A-Z][0-9]{2}/)?.[0] ?? '';
          const anchor = one.querySelector('h3 a')?.getAttribute('href') ?? '';
          const cells = [...document.querySelectorAll(`.cell a[href="#${one.id}"]`)]
            .map((mark) => mark.closest('.cell').id);
          return [code, decodeURIComponent(anchor.slice(1)), ...cells].join(' ');
        });
        """
      ).elements?.compactMap(\.text) ?? []
    let codes = found.map { $0.split(separator: " ").map(String.init) }
    for entry in walk.must[number] ?? [] {
      let isThere = codes.contains { words in
        guard words.first == entry.code else { return false }
        let places = words.dropFirst().map(Self.place)
        return places.isEmpty
          || places.contains { place in
            entry.places.contains { wanted in
              let (own, other) = (place.split(separator: "/"), wanted.split(separator: "/"))
              return own.starts(with: other) || other.starts(with: own)
            }
          }
      }
      // a row without any measure says more than that its name is one
      let isSilenced = entry.code == "M21" && codes.contains { $0.first == "M17" }
      #expect(
        isThere || isSilenced,
        "\(walk.testDescription) \(number): \(entry.code) at \(entry.places) among \(found)")
    }
  }

  /// `c-indicators/k3/name` → `indicators/2/name`: the rows of a draft are numbered from 1.
  private static func place(_ anchor: String) -> String {
    anchor.replacing("c-", with: "").split(separator: "/").map { part in
      if part.first == "k", let number = Int(part.dropFirst()) { return String(number - 1) }
      return String(part)
    }.joined(separator: "/")
  }

  /// Presses every proposal, the first choice of each.
  private func acceptProposals() async throws {
    var pressed: Set<String> = []
    for _ in 0..<60 {
      let offers =
        try await browser.run(
          "return [...document.querySelectorAll('.rail .buttons')].map((one) =>"
            + " one.querySelector('button.offer')?.value ?? '')"
        ).elements?.compactMap(\.text) ?? []
      guard let next = offers.first(where: { !$0.isEmpty && !pressed.contains($0) }) else { return }
      pressed.insert(next)
      _ = try await browser.run(
        """
        window.before = document.querySelector('input[name=revision]').value;
        const offers = [...document.querySelectorAll('.rail button.offer')];
        offers.find((one) => one.value === arguments[0]).click();
        """, next)
      try await wait(
        "what was proposed: \(next)", seconds: 15,
        "document.querySelector('input[name=revision]').value !== before")
    }
  }

  /// What no proposal mends is written by hand: the cell of each finding that would come back is emptied and
  /// its row given up, as a clerk does who cannot prove a promise.
  ///
  /// - Returns: what still would come back.
  private func mendTheRest() async throws -> [String] {
    let stops = "document.querySelectorAll('.rail .finding.is-stop')"
    for _ in 0..<30 {
      let cell =
        try await browser.run(
          "return decodeURIComponent(\(stops)[0]?.querySelector('h3 a')?.getAttribute('href') ?? '')"
        ).text ?? ""
      guard !cell.isEmpty else { break }
      let pressed = try await browser.run(
        """
        window.before = document.querySelector('input[name=revision]').value;
        const cell = document.getElementById(arguments[0]);
        const row = cell?.closest('[data-piece^=indicators]')?.dataset.piece;
        // layouts that print a row twice have its menu at the first
        const button = [...document.querySelectorAll('[data-piece^=indicators]')]
          .filter((piece) => piece.dataset.piece === row)
          .map((piece) => piece.querySelector('button[value^="remove:"]')).find((one) => one);
        button?.click();
        return !!button;
        """, String(cell.dropFirst()))
      guard pressed == .truth(true) else { break }
      try await wait(
        "the row gone", seconds: 15, "document.querySelector('input[name=revision]').value !== before")
    }
    return try await browser.run("return [...\(stops)].map((one) => one.textContent)").elements?.compactMap(
      \.text) ?? []
  }
}
