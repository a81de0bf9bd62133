// The short ways through the office, counted: an unchanged project of last year, and a form from nothing.
import BrowserProbes
import FormDrafts
import JSONText
import Model
import Testing
import Workflow

extension Journeys {
  @Suite(.timeLimit(.minutes(5)))
  struct QuickPathTests {
    /// What `docs/concepts/filling.md` says.
    private static let presses = 4
    private static let pressesOfNewForm = 0
    private static let keysOfUnchanged = 52
    private static let keysOfNewForm = 277
    private static let hanCharactersOfNewForm = 99
    /// By the keystroke-level model.
    private static let hundredthsOfNewForm = 15_424

    @Test(arguments: Engine.installed)
    func `an unchanged project of last year is opened, checked and submitted with four presses`(
      engine: Engine
    ) async throws {
      try await FormOffice.run(on: engine) { office in
        let project = try await office.lastYear(SampleRecords.sound(), named: "沟渠清淤")
        let hands = CountedHands(office.browser)
        try await office.browser.open(office.place + "/")
        // begin: last year is chosen already
        try await hands.follow("a[href*='project=\(project)']")
        #expect(
          try await office.browser.run("return document.querySelector('[name=beginning]:checked').value").text
            == "last-year")
        try await hands.follow("main form button[type=submit]")
        // look: everything is filled, and nothing would come back
        #expect(try await office.browser.count(".rail .finding.is-stop, .rail .finding.is-ask") == 0)
        #expect(try await office.browser.count("td.past b") > 0)
        try await hands.follow(".footbar button[value=submit]")
        try await hands.follow("main form button[type=submit]")
        #expect(hands.clicks == Self.presses)
        #expect(hands.keys == 0)
        let form = try #require(try await office.form(of: project, in: 2026))
        #expect(try await office.stage(of: form) != .draft)
        let words = try await office.browser.text("main")
        #expect(words.contains("2026"), "\(words)")
      }
    }

    @Test func `the same by keyboard alone, without anything typed`() async throws {
      try await FormOffice.run { office in
        let project = try await office.lastYear(SampleRecords.sound(), named: "沟渠清淤")
        let hands = CountedHands(office.browser)
        try await office.browser.open(office.place + "/")
        try await hands.tab(to: "a[href*='project=\(project)']")
        try await hands.enter()
        try await hands.tab(to: "main form button[type=submit]")
        try await hands.enter()
        try await hands.chord([Key.control, Key.enter])
        try await office.wait("the box", "location.pathname.endsWith('/submit')")
        try await hands.tab(to: "main form button[type=submit]")
        try await hands.enter()
        let form = try #require(try await office.form(of: project, in: 2026))
        #expect(try await office.stage(of: form) != .draft)
        // most of them Tab
        #expect(hands.keys == Self.keysOfUnchanged)
        #expect(hands.hundredths <= 9_000, "\(hands.hundredths) hundredths of a second")
      }
    }

    @Test func `a form from nothing is filled and submitted without a mouse`() async throws {
      try await FormOffice.run { office in
        let browser = office.browser
        let hands = CountedHands(browser)
        let project = try await office.project(named: "沟渠清淤")
        try await browser.open(office.place + "/forms/add?project=\(project)&year=2026")
        try await hands.tab(to: "main form button[type=submit]")
        try await hands.enter()
        try await KeyboardFilling(office: office, hands: hands).fill()
        let form = try #require(try await office.form(of: project, in: 2026))
        try await office.wait("saved", "document.querySelector('.saving').dataset.state === 'saved'")
        #expect(try await office.rowCount(.indicators, of: form) == KeyboardFilling.indicators.count)
        try await hands.chord([Key.control, Key.enter])
        try await office.wait("the box", "location.pathname.endsWith('/submit')")
        if try await browser.count("main form [name=explanation]") > 0 {
          try await hands.tab(to: "[name=explanation]")
          try await hands.type("按往年标准测算")
        }
        try await hands.tab(to: "main form button[type=submit]")
        try await hands.enter()
        let words = try await browser.text("main")
        #expect(try await office.stage(of: form) != .draft, "\(words)")
        #expect(hands.clicks == Self.pressesOfNewForm)
        #expect(hands.keys == Self.keysOfNewForm)
        #expect(hands.hanCharacters == Self.hanCharactersOfNewForm)
        #expect(hands.hundredths == Self.hundredthsOfNewForm)
        // the eight minutes that it may take
        #expect(hands.hundredths <= 48_000)
      }
    }
  }
}

/// Fills the sheet that is open: Tab from field to field, Enter on the buttons that add an indicator.
struct KeyboardFilling {
  let office: FormOffice
  let hands: CountedHands

  /// By draft path.
  static let texts = [
    "budget/total": "4", "budget/fiscal": "4", "goals/annual": "清淤沟渠20公里，受益农户200户，满意度不低于90%。",
    "goals/period": "清淤沟渠20公里，受益农户200户，满意度不低于90%。", "fundUse": "沟渠清淤人工和机械费用",
  ]
  /// Level 2, name, annual value.
  static let indicators = [
    ("数量指标", "清淤沟渠长度", "≥20公里"), ("质量指标", "清淤验收合格率", "≥98%"),
    ("时效指标", "清淤完成时间", "2026年11月底前"), ("成本指标", "每公里清淤成本", "≤2000元/公里"),
    ("社会效益指标", "受益农户数", "≥200户"), ("服务对象满意度指标", "受益农户满意度", "≥90%"),
  ]

  func fill() async throws {
    var open = Self.indicators
    var rounds = 0
    while rounds < 400 {
      rounds += 1
      try await hands.press(Key.tab)
      let here =
        try await hands.browser.run(
          """
          const one = document.activeElement;
          if (one.matches('.footbar button[value=submit]')) return 'end';
          if (one.matches('textarea.field')) return 'field ' + one.name + ' ' + one.value.length;
          if (one.matches('button[value^="at:"]')) return 'place ' + one.value;
          return '';
          """
        ).text ?? ""
      if here == "end" {
        #expect(open.isEmpty, "no place for \(open)")
        return
      }
      let words = here.split(separator: " ").map(String.init)
      if words.first == "field", words.count > 2, words[2] == "0", let text = Self.texts[words[1]] {
        try await type(text)
      } else if words.first == "place", let place = open.firstIndex(where: { here.contains($0.0) }) {
        let (_, name, value) = open.remove(at: place)
        try await add(name, value)
      }
    }
    Issue.record("Tab does not come to the end of the form")
  }

  /// Enter on the button brings a row with the focus in it.
  private func add(_ name: String, _ value: String) async throws {
    let before = try await hands.browser.count("tr[data-piece^=indicators]:not(.between)")
    try await hands.press(Key.enter)
    try await office.wait(
      "a row",
      "document.querySelectorAll('tr[data-piece^=indicators]:not(.between)').length > \(before)"
        + " && document.activeElement.name?.endsWith('/name')")
    try await type(name)
    for _ in 0..<4 {
      try await hands.press(Key.tab)
      let field = try await hands.browser.run("return document.activeElement.name ?? ''").text ?? ""
      if field.hasSuffix("/annualValue") {
        try await type(value)
        return
      }
      if field.hasSuffix("/periodValue") { try await type(value) }
    }
    Issue.record("no value beside the name")
  }

  /// Types, and waits for what is said about it: a proposal below the cell is a stop of Tab.
  private func type(_ text: String) async throws {
    try await hands.type(text)
    try await office.wait("saved", "document.querySelector('.saving').dataset.state === 'saved'")
  }
}
