// A form on paper: the sheet alone for printing, and as a file.
import Design
import Dispatch
import FormExport
import FormSheets
import Forms
import HTML
import HTTP
import Model
import OfficeOperations
import Quantities
import Records
import RuleSets
import Synchronization
import Workflow

extension OfficePages {
  /// The sheet as it is printed, nothing to write into.
  @Sendable func printFormPage(
    _ request: Request, _ context: OfficeContext, number: FormID
  ) async throws -> Response {
    let opened = try await ReadForm(form: number).run(in: office, by: try context.person())
    let around = try await surroundings(of: opened, by: try context.person())
    let view = FormView(opened, around, isWritable: false, isSheetAlone: true)
    let content = Finished { page in
      page.startTag("div", ["class": "form-page hides-past is-print"])
      page.markup("<div class=\"sheet-tools frame\"><p>")
      page.text(FormPageWording.printHint)
      page.markup("</p>")
      for (format, text) in FormPageWording.formats {
        page.add(Button.small(text, .go(Routes.formFile(number, format))))
      }
      page.element("span", ["class": "note"]) { $0.text(FormPageWording.draftMark) }
      page.markup("</div>")
      page.startTag("div", ["class": view.sheet.isWide ? "form-desk is-wide is-alone" : "form-desk is-alone"])
      page.markup("<div class=\"paper\">")
      EditorPiece.write(view.sheet.pieces, to: &page)
      page.markup("</div></div></div>")
    }
    var page = try await page(
      view.title, request, context, here: Routes.projects(),
      pageBar: PageBar(view.title, back: Destination(FormPageWording.toForm, Routes.form(number))),
      content: [content])
    page.printsAlone = true
    return page.response()
  }

  /// The form as a file; one that is not approved bears 草稿.
  @Sendable func formFile(
    _ request: Request, _ context: OfficeContext, number: FormID, ending: String
  ) async throws -> Response {
    guard let format = ExportFormat(rawValue: ending), Self.fileTypes[format] != nil else {
      throw Refusal.notFound
    }
    let opened = try await ReadForm(form: number).run(in: office, by: try context.person())
    let form = opened.help.record
    let options = FormSheetOptions(isDraft: !opened.course.stage.isInForce, tree: opened.rules.tree)
    let settings = ExportSettings(
      format: format, layout: opened.layout, options: options,
      created: Int(office.now.milliseconds / 1_000))
    let file = try await FileWriters.shared.write(opened.layout.layOut(form, options: options), settings)
    var names = ExportFileName()
    return .download(
      .bytes(file.bytes), type: Self.fileTypes[format] ?? .text, name: names.name(of: form, format: format))
  }

  /// A sheet as a file of its own.
  ///
  /// - Parameter label: what its name says besides.
  func file(
    of paper: LaidOutForm, of record: Form, _ ending: String, label: String? = nil
  ) async throws -> Response {
    guard let format = ExportFormat(rawValue: ending), format.showsForm, let type = Self.fileTypes[format]
    else { throw Refusal.notFound }
    let settings = ExportSettings(format: format, created: Int(office.now.milliseconds / 1_000))
    let file = try await FileWriters.shared.write(paper, settings)
    var names = ExportFileName()
    let name = names.name(of: record, format: format)
    return .download(.bytes(file.bytes), type: type, name: label.map { "\($0)-\(name)" } ?? name)
  }

  private static let fileTypes: [ExportFormat: MediaType] = [
    .docx: .docx, .xlsx: .xlsx, .pdf: .pdf, .json: .json,
  ]
}

/// Writes files away from the threads of requests, two at a time. Fonts are opened once: that takes longer
/// than to print a form.
final class FileWriters: Sendable {
  static let shared = FileWriters()

  /// With open fonts; nil before the first file.
  private let opened = Mutex<ExportForms?>(nil)
  private let queues = [DispatchQueue(label: "plumbline.files.1"), DispatchQueue(label: "plumbline.files.2")]

  func write(_ form: LaidOutForm, _ settings: ExportSettings) async throws -> ExportedFile {
    try await write { () throws(ExportError) in try self.exporting(settings).write([form]) }
  }

  /// Does the work on one of the queues.
  func write<File: Sendable>(_ work: @escaping @Sendable () throws(ExportError) -> File) async throws -> File
  {
    let queue = queues[Int.random(in: 0..<queues.count)]
    let result: Result<File, ExportError> = await withCheckedContinuation { continuation in
      queue.async {
        do throws(ExportError) {
          continuation.resume(returning: .success(try work()))
        } catch {
          continuation.resume(returning: .failure(error))
        }
      }
    }
    return try result.get()
  }

  private func exporting(_ settings: ExportSettings) throws(ExportError) -> ExportForms {
    let before = opened.withLock { $0 }
    guard let before else {
      let first = try ExportForms(settings)
      opened.withLock { $0 = first }
      return first
    }
    let next = try before.changed(to: settings)
    opened.withLock { $0 = next }
    return next
  }
}
