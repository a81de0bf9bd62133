// Two hundred clerks who open forms and type into them: the page, and saving with live findings.
import BrowserProbes
import Glibc

/// Loads the form's page and the end point of its script, on the program itself.
struct FormBench {
  let output: BenchOutput

  private static let clerks = 200
  /// Of the clerks so many have one form open together, each in a field of his own.
  private static let together = 20
  private static let seconds = 8
  /// Milliseconds from one press of a clerk to the next: a value is typed in two seconds at best.
  private static let pause = 2_000
  /// Indicators of a long form.
  private static let longRows = 60

  func run(_ folder: TemporaryFolder) async {
    output.line("The form's page and its saving by itself, \(Self.clerks) connections, milliseconds")
    output.line(
      "  up to \(Self.together) of them write in one form together, each a value of his own; all others in"
        + " one of their own")
    guard let office = ServedDemonstration(in: folder) else {
      output.line("The program plumbline is not beside this one, or does not start.")
      return
    }
    defer { office.stop() }
    do {
      let desk = try Desk(port: office.port)
      output.row("what", "bytes", "pause", "answers/s", "p50 p95 p99")
      let usual = try desk.forms(Self.clerks, like: desk.first)
      try measure(usual, named: "", desk)
      let long = try desk.forms(Self.clerks, like: try desk.long(rows: Self.longRows))
      try measure(long, named: " \(Self.longRows)", desk)
      for ending in ["docx", "pdf"] {
        let askers = usual.prefix(8).map { FileAsker("\($0)/file/\(ending)", desk) }
        row(ending, Crowd(port: desk.port, members: askers).run(seconds: 3, pause: 0), pause: 0)
      }
      if let form = long.last { await KeyToFinding(port: office.port, output: output).run(form) }
    } catch {
      output.line("The office does not answer: \(error)")
    }
    output.line("")
  }

  /// - Parameter forms: the first is the one that several write together.
  private func measure(_ forms: [String], named name: String, _ desk: Desk) throws(BrowserProblem) {
    let together = min(Self.together, FormTypist.fields(of: try desk.visitor.open(forms[0]).body).count)
    for (work, label) in [(FormTypist.Work.opening, "page"), (.typing, "save")] {
      for pause in [Self.pause, 0] {
        var typists: [FormTypist] = []
        for number in 0..<Self.clerks {
          let form = number < together ? forms[0] : forms[1 + number - together]
          guard
            let typist = FormTypist(
              work, form, page: try desk.visitor.open(form).body, number: number, port: desk.port,
              cookie: desk.visitor.cookieHeader)
          else { throw .badAnswer }
          typists.append(typist)
        }
        // what is looked up for the first time is not what is measured
        _ = Crowd(port: desk.port, members: typists).run(seconds: 2, pause: pause)
        let figures = Crowd(port: desk.port, members: typists).run(seconds: Self.seconds, pause: pause)
        row(label + name, figures, pause: pause)
      }
    }
  }

  private func row(_ label: String, _ figures: CrowdFigures, pause: Int) {
    let times = [50, 95, 99].map { Figures.decimal(figures.percentile($0)) }.joined(separator: " ")
    output.row(
      label, Figures.bytes(figures.bytesEach), pause == 0 ? "—" : "\(pause) ms", Figures.count(figures.rate),
      times + (figures.errors == 0 ? ", 0 errors" : ", \(figures.errors) errors"))
    if let wrong = figures.firstError { output.line("    the first: \(wrong)") }
  }
}

/// Somebody who asks for a file again and again.
private final class FileAsker: CrowdMember {
  private let bytes: [UInt8]

  init(_ path: String, _ desk: Desk) {
    bytes = Array(
      """
      GET \(path) HTTP/1.1\r
      Host: 127.0.0.1:\(desk.port)\r
      Cookie: \(desk.visitor.cookieHeader)\r
      \r\n
      """.utf8)
  }

  func request() -> [UInt8] { bytes }
  func take(_ answer: CrowdAnswer) -> String? { answer.status == 200 ? nil : "\(answer.status)" }
}

/// A clerk of the demonstration who makes the forms that are measured.
private struct Desk {
  let port: UInt16
  let visitor: Visitor
  private let token: String
  private let unit: String
  private let year: String
  /// A form of the demonstration with a project's target.
  private(set) var first = ""

  init(port: UInt16) throws(BrowserProblem) {
    self.port = port
    visitor = Visitor(port: port)
    let signedIn = try visitor.send("/sign-in", from: "/sign-in", DemonstrationWording.clerk)
    guard signedIn.location == "/" else { throw .badAnswer }
    // who writes for several places has a unit of projects last
    let places = Self.options("unit", in: try visitor.open("/forms/add").body)
    let page = try visitor.open("/forms/add?unit=\(places.last ?? "")").body
    guard let hidden = Visitor.hidden(in: page, action: "/forms/add"), let token = hidden["_token"],
      let year = Self.options("year", in: page).first,
      let unit = hidden["unit"] ?? Self.options("unit", in: page).last
    else { throw .badAnswer }
    (self.token, self.unit, self.year) = (token, unit, year)
    for (number, source) in Self.options("source", in: page).enumerated() where first.isEmpty {
      if let begun = try? form(100 + number, like: "/forms/\(source)") { first = begun }
    }
    guard !first.isEmpty else { throw .badAnswer }
  }

  private static func options(_ name: String, in page: String) -> [String] {
    guard let start = page.firstRange(of: "name=\"\(name)\"") else { return [] }
    let rest = page[start.upperBound...]
    let end = rest.firstRange(of: "</select>")?.lowerBound ?? rest.endIndex
    return rest[..<end].split(separator: "<option value=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }.filter { !$0.isEmpty }
  }

  /// So many forms, each of a project of its own, with the texts of another.
  func forms(_ count: Int, like source: String) throws(BrowserProblem) -> [String] {
    var forms: [String] = []
    let first = Int(source.split(separator: "/").last ?? "") ?? 0
    for number in 0..<count { forms.append(try form(first * 1_000 + number, like: source)) }
    return forms
  }

  private func form(_ number: Int, like source: String) throws(BrowserProblem) -> String {
    let project = try visitor.send(
      "/projects",
      [
        "_token": token, "unit": unit, "name": DemonstrationWording.projectName(number), "code": "",
        "category": "", "firstYear": year, "lastYear": "",
      ]
    ).location.map(Self.number)
    guard let project else { throw .badAnswer }
    let form = try visitor.send(
      "/forms/add",
      [
        "_token": token, "unit": unit, "project": project, "year": year, "kind": "project-target",
        "beginning": "other", "source": Self.number(source),
      ]
    ).location
    guard let form, form.hasPrefix("/forms/") else { throw .badAnswer }
    return form
  }

  /// A form with so many further indicators.
  func long(rows: Int) throws(BrowserProblem) -> String {
    let form = try form(2, like: first)
    let page = try visitor.open(form).body
    guard let field = FormTypist.fields(of: page).first,
      let revision = page.firstRange(of: "data-revision=\"").map({ page[$0.upperBound...] })
    else { throw .badAnswer }
    let block = DemonstrationWording.rows(rows).map { row in
      "[" + row.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }.joined(separator: ",")
    let answer = try visitor.send(
      "\(form)/fields",
      [
        "_token": token, "revision": String(revision.prefix { $0 != "\"" }), "act": "paste",
        "at": field.replacing("/annualValue", with: "/name"), "columns": "name periodValue annualValue",
        "isFirst": "", "block": "[\(block)]",
      ])
    guard answer.status == 200 else { throw .badAnswer }
    return form
  }

  /// The number at the end of an address.
  private static func number(_ address: String) -> String {
    String(address.prefix { $0 != "?" }.split(separator: "/").last ?? "")
  }
}
