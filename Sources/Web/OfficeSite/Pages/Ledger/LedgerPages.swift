// The ledger: page by page, verified, and its head for paper.
import Design
import HTML
import HTTP
import Ledger
import OfficeOperations
import Organisations
import Permissions
import Records

extension OfficePages {
  @Sendable func ledgerPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    try await ledgerPage(request, context, Answers(), report: nil).response()
  }

  @Sendable func verifyLedger(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    do throws(OfficeRefusal) {
      let report = try await VerifyLedger(heads: form["heads"] ?? "").run(in: office, by: signedIn)
      return try await ledgerAnswer(request, context, Answers(form), report: report)
    } catch {
      let answers = try await again(form, after: error)
      return try await ledgerPage(request, context, answers, report: nil).response(error.status)
    }
  }

  private func ledgerAnswer(
    _ request: Request, _ context: OfficeContext, _ answers: Answers, report: LedgerReport
  ) async throws(OfficeRefusal) -> Response {
    do {
      return try await ledgerPage(request, context, answers, report: report).response()
    } catch { throw error as? OfficeRefusal ?? .unforeseen }
  }

  private func ledgerPage(
    _ request: Request, _ context: OfficeContext, _ answers: Answers, report: LedgerReport?
  ) async throws -> Page {
    let signedIn = try context.person()
    let query = try request.target.query()
    let subject = query["about"] ?? ""
    let read = try await ReadLedger(subject: subject, before: query["before"].flatMap { Int64($0) })
      .run(in: office, by: signedIn)
    let kept = subject.isEmpty ? [] : [("about", subject)]
    var list = Panel(
      LedgerWording.entries(read.head.sequence), isPadded: false,
      [
        read.entries.isEmpty
          ? EmptyPlace(LedgerWording.nothing, LedgerWording.nothingAdvice) : table(read, kept)
      ])
    list.buttons = [
      Finder(action: Routes.ledger(), name: "about", label: LedgerWording.search, value: subject)
    ]
    var content: [any Component] = reportContent(report) + [list]
    var turns: [any Component] = []
    if query["before"] != nil {
      turns.append(Button(LedgerWording.latest, .go(Routes.ledger().with(kept))))
    }
    if let next = read.next {
      turns.append(
        Button(
          LedgerWording.earlier, .go(Routes.ledger().with(kept + [("before", String(next))]))))
    }
    if !turns.isEmpty { content.append(Buttons(turns)) }
    return try await page(
      OfficeWording.ledger, request, context, here: Routes.ledger(), pageBar: PageBar(OfficeWording.ledger),
      content: [Frame(content, side: try ledgerSide(answers, read.head, context))])
  }

  private func ledgerSide(
    _ answers: Answers, _ head: LedgerHead, _ context: OfficeContext
  ) throws -> [any Component] {
    let token = try context.formToken()
    var heads = Question("heads", LedgerWording.heads, .lines(value: answers["heads"], rows: 3))
    heads.hint = LedgerWording.headsHint
    heads.fault = answers.fault("heads")
    return [
      Panel(
        LedgerWording.verify,
        [
          Paragraph(.note, LedgerWording.verifyAdvice),
          PageForm(
            Routes.verifyLedger(), token,
            [Questions([heads]), Buttons([Button.send(LedgerWording.verify)])]),
        ]),
      Panel(
        LedgerWording.head,
        [
          Paragraph(.note, LedgerWording.headAdvice),
          PageForm(
            Routes.ledgerHead(), token,
            [Buttons([Button.send(LedgerWording.printHead, look: .plain)])]),
        ]),
      Panel(
        LedgerWording.export,
        [
          Paragraph(.note, LedgerWording.exportAdvice),
          PageForm(
            Routes.exportLedger(), token,
            [
              Questions([
                answers.text("first", LedgerWording.exportFirst, hint: LedgerWording.exportFirstHint)
              ]),
              Buttons(
                ExportLedger.Format.allCases.map { format in
                  Button(
                    LedgerWording.export(format), .send(name: "format", value: format.rawValue), look: .plain)
                }),
            ]),
        ]),
    ]
  }

  @Sendable func exportLedger(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    guard let format = ExportLedger.Format(rawValue: form["format"] ?? "") else { throw Refusal.notFound }
    let spool = FileSpool()
    let range: ExportLedger.Range
    do throws(OfficeRefusal) {
      range = try await ExportLedger(format: format, first: form["first"] ?? "").run(
        in: office, by: signedIn
      ) { piece throws(OfficeRefusal) in
        do throws(Refusal) { try await spool.write(piece) } catch { throw .records(.full) }
      }
    } catch {
      let answers = try await again(form, after: error)
      return try await ledgerPage(request, context, answers, report: nil).response(error.status)
    }
    return .download(
      try await spool.finish(), type: format == .table ? .csv : .bytes,
      name: LedgerWording.fileName(range.first, range.last, format))
  }

  private func reportContent(_ report: LedgerReport?) -> [any Component] {
    guard let report else { return [] }
    guard !report.faults.isEmpty else {
      return [
        Notice(
          .pass, LedgerWording.sound,
          text: LedgerWording.checked(report.entryCount, report.versionCount))
      ]
    }
    return [
      Notice(.stop, LedgerWording.unsound(report.faults.count), text: LedgerWording.unsoundAdvice),
      Panel(
        LedgerWording.faults, [Sentences(sentences: report.faults.map(LedgerWording.sentence))]),
    ]
  }

  private func table(_ read: ReadLedger.Page, _ kept: [(String, String)]) -> ListTable {
    ListTable(
      OfficeWording.ledger,
      columns: [
        .init(LedgerWording.number), .init(LedgerWording.moment), .init(LedgerWording.actor),
        .init(LedgerWording.action), .init(LedgerWording.subject), .init(LedgerWording.reason),
        .init(LedgerWording.hash),
      ],
      rows: read.entries.map { entry in
        let note = entry.note
        let actor = note.actor.map { read.names[$0] ?? LedgerWording.person($0) } ?? LedgerWording.machine
        return .init(
          Kept(String(entry.sequence)),
          [
            Kept(OfficeWording.clock(note.moment)), Kept(actor), Kept(LedgerWording.action(note.action)),
            SubjectLink(note.subject), Words(note.reason), ShortHash(entry.hash),
          ])
      })
  }

  // MARK: The head

  @Sendable func printLedgerHead(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let (head, moment) = try await PrintLedgerHead().run(in: office, by: signedIn)
    let place = try await office.read { try $0.organisation(signedIn.person.organisation).value }
    let sheet = Finished { page in
      page.element("div", ["class": "head-sheet"]) { page in
        page.add(
          Facts([
            (LedgerWording.region, place.name), (LedgerWording.moment, OfficeWording.clock(moment)),
            (LedgerWording.number, String(head.sequence)), (LedgerWording.actor, signedIn.person.name),
          ]))
        page.add(Copied(head.description))
        page.add(Paragraph(.note, LedgerWording.headUse))
        page.element("div", ["class": "signatures"]) { page in
          for text in LedgerWording.signatures { page.element("p") { $0.text(text) } }
        }
      }
    }
    var frame = Frame([
      Panel(LedgerWording.headTitle, [sheet]),
      Buttons([Button(OfficeWording.back, .go(Routes.ledger()))]),
      Finished { page in
        page.element("p", ["class": "note screen-only"]) { $0.text(LedgerWording.printAdvice) }
      },
    ])
    frame.isNarrow = true
    return try await page(
      LedgerWording.headTitle, request, context, here: Routes.ledger(),
      pageBar: PageBar(
        LedgerWording.headTitle, back: Destination(OfficeWording.ledger, Routes.ledger())),
      content: [frame]
    ).response()
  }
}

/// A text that stays on one line.
private struct Kept: Component {
  var text: String

  init(_ text: String) { self.text = text }

  func write(to page: inout MarkupWriter) {
    page.element("span", ["class": "keeps"]) { $0.text(text) }
  }
}

/// What an entry is about, as the way to all entries about it.
private struct SubjectLink: Component {
  var subject: String

  init(_ subject: String) { self.subject = subject }

  func write(to page: inout MarkupWriter) {
    page.markup("<a class=\"subject\"")
    page.address("href", Routes.ledger().with([("about", subject)]).text)
    page.markup(">")
    page.text(LedgerWording.subject(subject))
    page.markup("</a>")
  }
}

/// The first digits of a hash; all of them where the pointer rests.
private struct ShortHash: Component {
  var hash: Ledger.ContentHash

  init(_ hash: Ledger.ContentHash) { self.hash = hash }

  func write(to page: inout MarkupWriter) {
    let text = hash.description
    page.startTag("code", ["class": "keeps", "title": text])
    page.text(text.prefix(8))
    page.markup("</code>")
  }
}
