// Importing a table: a file is chosen, what it would do is looked at, and then it is agreed to.
import Design
import HTTP
import Ledger
import OfficeOperations
import Permissions
import Rosters
import Tables

extension OfficePages {
  private static let tableField = "table"
  private static let seenField = "seen"
  /// Lines that are shown at most; nobody reads more before agreeing.
  private static let linesMax = 200

  @Sendable func importPage(
    _ request: Request, _ context: OfficeContext, kind: TableImport
  ) async throws -> Response {
    try await importPage(request, context, kind, [], fault: nil).response()
  }

  @Sendable func importTemplate(
    _ request: Request, _ context: OfficeContext, kind: TableImport
  ) async throws -> Response {
    try demand(kind.right, of: try context.person())
    return .download(.bytes(kind.templateBytes), type: .csv, name: kind.templateName)
  }

  @Sendable func previewImport(
    _ request: Request, _ context: OfficeContext, kind: TableImport
  ) async throws -> Response {
    try demand(kind.right, of: try context.person())
    do {
      let table = try await ChosenTable(from: request)
      return try await preview(table, request, context, kind, [])
    } catch let fault as TableFault {
      return try await importPage(request, context, kind, [], fault: fault.sentence).response(.badRequest)
    }
  }

  @Sendable func confirmImport(
    _ request: Request, _ context: OfficeContext, kind: TableImport
  ) async throws -> Response {
    let signedIn = try context.person()
    try demand(kind.right, of: signedIn)
    let form = try await request.form()
    guard let table = form[Self.tableField].flatMap({ ChosenTable(text: $0) }),
      let seen = form[Self.seenField].flatMap({ ContentHash(hexadecimal: $0) })
    else { throw Refusal.badForm(.broken) }
    do {
      _ = try await importTable(kind, try await table.document(in: office), confirmed: seen, by: signedIn)
    } catch let fault as TableFault {
      return try await importPage(request, context, kind, [], fault: fault.sentence).response(.badRequest)
    } catch OfficeRefusal.previewOutdated {
      let notice = Notice(.ask, ImportWording.outdated, text: ImportWording.outdatedAdvice)
      return try await preview(table, request, context, kind, [notice], status: .conflict)
    } catch OfficeRefusal.table, OfficeRefusal.fields {
      return try await preview(table, request, context, kind, [], status: .badRequest)
    }
    return .redirect(to: Outcome.imported.on(kind.list))
  }

  // MARK: Pages

  /// What the table would do, with the way to agree; or what is wrong with it.
  private func preview(
    _ table: ChosenTable, _ request: Request, _ context: OfficeContext, _ kind: TableImport,
    _ notices: [any Component], status: Status = .ok
  ) async throws -> Response {
    let signedIn = try context.person()
    let outline: ImportOutline
    do throws(OfficeRefusal) {
      let document: Document
      do throws(TableFault) { document = try await table.document(in: office) } catch {
        throw .fields([FieldFault(Self.tableField, error.sentence)])
      }
      outline = try await importTable(kind, document, confirmed: nil, by: signedIn)
    } catch {
      switch error {
      case .table(let refusal):
        return try await importPage(request, context, kind, faultContent(refusal), fault: nil)
          .response(error.status)
      case .fields(let faults):
        let list = Panel(ImportWording.toMend, [Sentences(sentences: faults.map(\.sentence))])
        let notice = Notice(.stop, ImportWording.notImported(faults.count))
        return try await importPage(request, context, kind, [notice, list], fault: nil)
          .response(error.status)
      default: throw error
      }
    }
    var content = notices
    content.append(Notice(outline.count == 0 ? .pass : .tell, outline.summary))
    if !outline.notes.isEmpty {
      content.append(Panel(ImportWording.notes, [Sentences(sentences: outline.notes)]))
    }
    if !outline.lines.isEmpty { content.append(linesPanel(outline)) }
    content.append(try agreement(outline, table, context, kind))
    return try await importFrame(request, context, kind, content).response(status)
  }

  private func linesPanel(_ outline: ImportOutline) -> Panel {
    let rows = outline.lines.prefix(Self.linesMax).map { line in
      ListTable.Row(
        Words(line.name),
        [Words(line.text), Tag(.plain, line.isNew ? ImportWording.new : ImportWording.changed)])
    }
    let more = outline.lines.count - rows.count
    return Panel(
      ImportWording.what, note: more > 0 ? ImportWording.more(more) : nil, isPadded: false,
      [
        ListTable(
          ImportWording.what,
          columns: [.init(ImportWording.name), .init(ImportWording.content), .init("")], rows: rows)
      ])
  }

  private func agreement(
    _ outline: ImportOutline, _ table: ChosenTable, _ context: OfficeContext, _ kind: TableImport
  ) throws -> any Component {
    let other = Button(ImportWording.otherFile, .go(kind.path()), look: .quiet)
    guard outline.count > 0 else {
      return Buttons([Button(OfficeWording.back, .go(kind.list)), other])
    }
    return PageForm(
      kind.confirmation(), try context.formToken(),
      [
        Hidden(Self.tableField, table.text), Hidden(Self.seenField, outline.fingerprint.description),
        Buttons([Button.send(ImportWording.agree(outline.count)), other]),
      ])
  }

  private func faultContent(_ refusal: RosterRefusal) -> [any Component] {
    let rows = refusal.faults.map { fault in
      ListTable.Row(
        Words(ImportWording.place(of: fault)), [Words(fault.value), Words(fault.problem.sentence)])
    }
    return [
      Notice(.stop, ImportWording.notImported(refusal.count), text: refusal.sentence),
      Panel(
        ImportWording.toMend, isPadded: false,
        [
          ListTable(
            ImportWording.toMend,
            columns: [.init(ImportWording.place), .init(ImportWording.value), .init(ImportWording.mend)],
            rows: rows)
        ]),
    ]
  }

  private func importPage(
    _ request: Request, _ context: OfficeContext, _ kind: TableImport, _ before: [any Component],
    fault: String?
  ) async throws -> Page {
    try demand(kind.right, of: try context.person())
    var file = Question(Self.tableField, ImportWording.file, .file(accept: ".xlsx,.csv", takesMany: false))
    file.hint = ImportWording.fileHint
    file.fault = fault
    file.isNeeded = true
    var form = PageForm(
      kind.path(), try context.formToken(),
      [
        Questions([file]),
        Buttons([
          Button.send(ImportWording.look), Button(ImportWording.template, .go(kind.template())),
          Button(OfficeWording.back, .go(kind.list), look: .quiet),
        ]),
      ])
    form.takesFiles = true
    return try await importFrame(
      request, context, kind, before + [Panel(kind.title, [Paragraph(.second, kind.lede), form])])
  }

  private func importFrame(
    _ request: Request, _ context: OfficeContext, _ kind: TableImport, _ content: [any Component]
  ) async throws -> Page {
    var frame = Frame(content)
    frame.isNarrow = true
    return try await page(
      kind.title, request, context, here: kind.list,
      pageBar: PageBar(kind.title, back: Destination(kind.listTitle, kind.list)), content: [frame])
  }
}
