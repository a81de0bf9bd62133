// The phrases of a bureau and the pattern of its numbers; and the share of a batch that has to be read.
import Design
import Findings
import FormExport
import FormSheets
import Forms
import HTML
import HTTP
import JSONText
import Ledger
import Model
import OfficeOperations
import Opinions
import Organisations
import Permissions
import Quantities
import Records
import Review
import Workflow

extension OfficePages {
  @Sendable func phrasesPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let wanted = try request.target.query()["place"].flatMap { OrganisationID($0) }
    return try await phrasesPage(request, context, wanted, nil, Outcome.notices(request)).response()
  }

  @Sendable func changePhrases(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    try demand(.keepPhrases, of: signedIn)
    let fields = try await request.form()
    guard let place = fields["place"].flatMap({ OrganisationID($0) }) else { throw Refusal.notFound }
    do throws(OfficeRefusal) {
      try await ChangeApprovalStyle(
        organisation: place, style: Self.style(fields),
        revision: fields["revision"].flatMap { Int64($0) } ?? 0
      ).run(in: office, by: signedIn)
    } catch {
      let answers = try await again(
        fields, after: error, about: "approval-style/\(place)", by: [.phrasesChange])
      return try await phrasesPage(request, context, place, answers, []).response(error.status)
    }
    return .redirect(to: Outcome.phrasesChanged.on(Routes.phrases().with([("place", place.description)])))
  }

  /// Lists are typed a phrase a line; words for a rule as `A06: …`.
  private static func style(_ fields: FormFields) -> ApprovalStyle {
    func lines(_ name: String) -> [String] {
      (fields[name] ?? "").split(whereSeparator: \.isNewline).map(String.init)
    }
    var phrases = OpinionPhrases(
      plainOpening: fields["plain"] ?? "", closing: fields["closing"] ?? "", opinions: lines("opinions"),
      reasons: lines("reasons"))
    for grade in ApprovalStyle.grades { phrases.openings[grade] = fields[grade.rawValue] ?? "" }
    for line in lines("clauses") {
      let parts = line.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "\u{FF1A}" || $0 == ":" }
      let code = parts[0].filter { !$0.isWhitespace }.uppercased()
      if !code.isEmpty { phrases.clauses[code] = parts.count > 1 ? String(parts[1]) : "" }
    }
    return ApprovalStyle(phrases: phrases, numberPattern: fields["number"] ?? "")
  }

  private static func texts(_ style: ApprovalStyle) -> [(String, String)] {
    let phrases = style.phrases
    let clauses = phrases.clauses.sorted { $0.key < $1.key }.map { PhrasesWording.clause($0.key, $0.value) }
    return [
      ("number", style.numberPattern), ("plain", phrases.plainOpening), ("closing", phrases.closing),
      ("clauses", clauses.joined(separator: "\n")),
      ("opinions", phrases.opinions.joined(separator: "\n")),
      ("reasons", phrases.reasons.joined(separator: "\n")),
    ] + ApprovalStyle.grades.map { ($0.rawValue, phrases.openings[$0] ?? "") }
  }

  private func phrasesPage(
    _ request: Request, _ context: OfficeContext, _ wanted: OrganisationID?, _ typed: Answers?,
    _ notices: [any Component]
  ) async throws -> Page {
    let signedIn = try context.person()
    let places = try await ListStylePlaces().run(in: office, by: signedIn)
    guard let place = places.first(where: { $0.id == wanted }) ?? places.first else { throw Refusal.notFound }
    let (style, revision) = try await ReadApprovalStyle(organisation: place.id).run(in: office, by: signedIn)
    var answers = typed ?? Answers(Self.texts(style))
    answers.now = Self.texts(style)
    func lines(_ name: String, _ label: String, hint: String, rows: Int) -> Question {
      var question = Question(name, label, .lines(value: answers[name], rows: rows))
      question.hint = hint
      question.fault = answers.fault(name)
      return question
    }
    let openings = ApprovalStyle.grades.map { grade in
      answers.text(grade.rawValue, PhrasesWording.opening(grade), hint: PhrasesWording.usual(grade))
    }
    let content: [any Component] = [
      Hidden("revision", answers.revision(orNow: revision)), Hidden("place", place.id.description),
      Paragraph(.head, PhrasesWording.numbers),
      Questions([answers.text("number", PhrasesWording.number, hint: PhrasesWording.numberHint)]),
      Paragraph(.head, PhrasesWording.openings), Questions(openings, isPaired: true),
      Questions([
        answers.text("plain", PhrasesWording.plain, hint: PhrasesWording.plainHint),
        answers.text("closing", PhrasesWording.closing, hint: PhrasesWording.closingHint),
      ]),
      Paragraph(.head, PhrasesWording.lists),
      Questions([
        lines("opinions", PhrasesWording.opinions, hint: PhrasesWording.lineHint, rows: 5),
        lines("reasons", PhrasesWording.reasons, hint: PhrasesWording.lineHint, rows: 5),
        lines("clauses", PhrasesWording.clauses, hint: PhrasesWording.clausesHint, rows: 4),
      ]),
      Buttons([Button.send(OfficeWording.save)]),
    ]
    let names = Set(Self.texts(style).map(\.0))
    var frame = Frame(
      notices + answers.notices(besides: names)
        + [
          Paragraph(.second, PhrasesWording.lede(place.label)),
          Panel(nil, [PageForm(Routes.phrases(), try context.formToken(), content)]),
        ])
    frame.isNarrow = true
    return try await page(
      PhrasesWording.title, request, context, here: Routes.approvals(),
      pageBar: PageBar(
        PhrasesWording.title, back: Destination(ApprovalsWording.section, Routes.approvals())),
      content: [frame])
  }

  // MARK: The share that has to be read

  @Sendable func batchSharePage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    try await batchSharePage(request, context, nil, Outcome.notices(request)).response()
  }

  @Sendable func changeBatchShare(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let fields = try await request.form()
    do throws(OfficeRefusal) {
      try await ChangeBatchShare(
        share: fields["share"] ?? "", revision: fields["revision"].flatMap { Int64($0) } ?? 0
      ).run(in: office, by: signedIn)
    } catch {
      let answers = try await again(
        fields, after: error, about: "batch/read-share", by: [.batchShareChange])
      return try await batchSharePage(request, context, answers, []).response(error.status)
    }
    return .redirect(to: Outcome.changed.on(Routes.batchShare()))
  }

  private func batchSharePage(
    _ request: Request, _ context: OfficeContext, _ typed: Answers?, _ notices: [any Component]
  ) async throws -> Page {
    let (share, revision) = try await ReadBatchShare().run(in: office, by: try context.person())
    var answers = typed ?? Answers([("share", String(share))])
    answers.now = [("share", String(share))]
    let content: [any Component] = [
      Hidden("revision", answers.revision(orNow: revision)),
      Questions([
        answers.text("share", PhrasesWording.share, hint: PhrasesWording.shareHint, isNeeded: true)
      ]),
      Buttons([Button.send(OfficeWording.save)]),
    ]
    var frame = Frame(
      notices + answers.notices(besides: ["share"])
        + [
          Paragraph(.second, PhrasesWording.shareLede),
          Panel(nil, [PageForm(Routes.batchShare(), try context.formToken(), content)]),
        ])
    frame.isNarrow = true
    return try await page(
      PhrasesWording.shareTitle, request, context, here: Routes.batchShare(),
      pageBar: PageBar(PhrasesWording.shareTitle), content: [frame])
  }
}
