// How fast forms are reviewed: those of the corpus where it is at hand, else invented ones.
import Glibc
import Model
import Operations
import Review
import RuleSets

/// Reviews of records, on one core.
struct ReviewBench {
  let output: BenchOutput

  func run() {
    let seeds = Self.recordsOnDisk()
    let forms = seeds.isEmpty ? Self.invented(12) : seeds.flatMap(Self.forms)
    output.line(
      "Review of \(forms.count) forms of \(seeds.isEmpty ? "our own invention" : "the corpus"), all rules")
    let turnsBefore = Pace.turnsPerNanosecond()
    let rules = RuleSet.national
    let review = FormReview()
    let rate = Pace.measure(piecesPerRound: forms.count) {
      for form in forms { _ = review.run(ReviewSubject(form: form, rules: rules)) }
    }
    output.row("record to findings", "\(Figures.count(rate)) forms/s")
    let many = Pace.measure(piecesPerRound: forms.count) {
      _ = review.run(forms.map { ReviewSubject(form: $0, rules: rules) })
    }
    output.row("many at once", "\(Figures.count(many)) forms/s")
    let turns = [turnsBefore, Pace.turnsPerNanosecond()].map(Figures.decimal)
    output.row("core", "\(turns[0]) GHz before, \(turns[1]) after")
    if CommandLine.arguments.contains("rules") { measureRules(forms, rules) }
    if !seeds.isEmpty {
      let checking = CheckDocument()
      let whole = Pace.measure(piecesPerRound: forms.count) {
        for record in seeds { _ = checking.run(file: "bench", bytes: record) }
      }
      output.row("JSON to findings", "\(Figures.count(whole)) forms/s")
    }
    output.line("")
    output.line("Forms of one department reviewed together")
    output.row("forms", "milliseconds", "µs a form")
    for count in [100, 1_000, 10_000] {
      let forms = Self.invented(count)
      let start = Pace.now()
      var neighbours = FormNeighbours()
      for form in forms { neighbours.add(form) }
      for start in stride(from: 0, to: count, by: 64) {
        let subjects = forms[start..<min(start + 64, count)].map { form in
          var context = ReviewContext()
          context.alikeProjects = neighbours.alike(form)
          return ReviewSubject(form: form, rules: rules, context: context)
        }
        _ = review.run(subjects)
      }
      let spent = Pace.now() - start
      output.row(
        "\(count)", Figures.decimal(Double(spent) / 1e6), Figures.decimal(Double(spent) / Double(count) / 1e3)
      )
    }
    output.line("")
  }

  /// What each rule alone costs, the dearest first.
  private func measureRules(_ forms: [Form], _ rules: RuleSet) {
    let subjects = forms.map { ReviewSubject(form: $0, rules: rules) }
    let preparing = Pace.measure(piecesPerRound: forms.count) {
      for form in forms { _ = ReviewSubject(form: form, rules: rules) }
    }
    output.row("preparing", "\(Figures.decimal(1e6 / preparing)) µs a form")
    let costs = RuleCatalogue.all.map { rule in
      let rate = Pace.measure(piecesPerRound: forms.count) {
        for subject in subjects where rule.kinds.contains(subject.kind) { _ = rule.check(subject) }
      }
      return (code: rule.code, microseconds: 1e6 / rate)
    }
    for cost in costs.sorted(by: { $0.microseconds > $1.microseconds }).prefix(30) {
      output.row(cost.code, "\(Figures.decimal(cost.microseconds)) µs a form")
    }
  }

  /// The record files of the seeds.
  private static func recordsOnDisk() -> [[UInt8]] {
    let root = getenv("PLUMBLINE_SHARED").map { String(cString: $0) } ?? "../shared"
    let seeds = "\(root)/corpus/seeds"
    return BenchFiles.names(in: seeds).compactMap { BenchFiles.bytes("\(seeds)/\($0)/expected.json") }
  }

  private static func forms(_ record: [UInt8]) -> [Form] {
    CheckDocument().run(file: "bench", bytes: record).reviewed.map(\.form)
  }

  /// Forms of one department that differ in name and numbers; every tenth repeats the table of another.
  private static func invented(_ count: Int) -> [Form] {
    (0..<count).map { number in
      let table = number % 10 == 0 ? 7 : number
      return ExampleForm.read(BenchWording.form(number: number, table: table)).form
    }
  }
}
