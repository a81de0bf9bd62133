// Markup, scripts and formulas in every field of every kind of form: texts on all pages, texts in all files.
import DocumentReading
import FormDrafts
import FormExport
import Forms
import HTTP
import JSONText
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import Tables
import Testing
import Workflow

@testable import OfficeSite

struct HostileTextTests {
  /// What none of the office's own pages holds.
  private static func expectTame(_ page: String, _ path: String) {
    for tag in SheetProbe.tags(page) {
      #expect(
        !["img", "iframe", "object", "embed", "base", "style"].contains(tag.name), "\(path): <\(tag.name)")
      #expect(tag.name != "script" || tag.attributes["src"] != nil, "\(path): a script of its own")
      for (name, value) in tag.attributes {
        #expect(!name.lowercased().hasPrefix("on"), "\(path): \(name) at <\(tag.name)")
        #expect(!value.lowercased().hasPrefix("javascript:"), "\(path): \(value)")
      }
    }
    for mark in ["<script>alert", "\"><img", "<b>x</b>"] { #expect(!page.contains(mark), "\(path): \(mark)") }
  }

  /// A form of a kind with a hostile text in each of its fields, of a hostile project.
  private func form(
    of kind: FormKind, _ hostile: String, in county: TwoTowns
  ) async throws -> PathValues {
    let office = county.town.office
    let draft = FilledForms.draft(of: kind, rows: 2) { _ in hostile }
    let unit = try await office.read { try $0.form(county.near.form).value.organisation }
    let year = try #require(FiscalYear(2026))
    let years = try #require(YearSpan(first: year))
    let person = county.near.person
    let form = try await office.change { records in
      let project: ProjectID = try records.nextNumber()
      try records.add(
        ProjectEntry(
          id: project, organisation: unit, code: nil, name: hostile, category: hostile, years: years))
      let form: FormID = try records.nextNumber()
      try records.add(
        FormEntry(
          id: form, kind: kind, year: year, organisation: unit,
          project: kind.isOfProject ? project : nil, stage: Stage.draft.rawValue))
      _ = try records.save(draft.fields, of: form, onto: 0, by: person, at: office.now)
      return form
    }
    var values = county.near
    values.form = form
    if let project = try await office.read({ try $0.form(form).value.project }) { values.project = project }
    return values
  }

  @Test(arguments: FormKind.allCases)
  func `a hostile text in every field is a text on every page`(kind: FormKind) async throws {
    let county = try await TwoTowns()
    let clerk = try await county.browser(.clerk, at: "near")
    let reviewer = try await county.browser(.financeReviewer, at: "top")
    let values = try await form(of: kind, FilledForms.hostile.joined(separator: " "), in: county)
    for route in WalkedRoute.all(county.town.office) where route.method == .get {
      guard !route.template.contains("{format}") else { continue }
      for browser in [clerk, reviewer] {
        let answer = try await route.ask(browser, values)
        guard answer.headers.text(.contentType)?.hasPrefix("text/html") == true else { continue }
        Self.expectTame(answer.text, route.template)
      }
    }
  }

  // MARK: Files

  private func texts(in document: Document) -> String {
    document.blocks.map { block in
      switch block {
      case .paragraph(let paragraph): paragraph.text
      case .table(let table): table.cells.map(\.text).joined(separator: "\n")
      }
    }.joined(separator: "\n")
  }

  /// Without what no reader has to keep: blanks, and signs of direction.
  private func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{202E}" })
    )
  }

  @Test(arguments: FilledForms.layouts, [ExportFormat.html, .docx, .xlsx])
  func `a hostile text in every field is a text in every file`(
    layout: (FormLayout, FormKind), format: ExportFormat
  ) throws {
    guard layout.0.showsRecord else { return }
    for hostile in ["=1+1", "@SUM(A1)", FilledForms.hostile.joined(separator: " ")] {
      let record = FilledForms.draft(of: layout.1, rows: 2) { _ in hostile }.record
      let file = try ExportForms(ExportSettings(format: format, layout: layout.0, created: 1_772_414_400))
        .write([layout.0.layOut(record, options: .init())])
      let read = try DocumentReader().read(file.bytes)
      #expect(
        plain(texts(in: read)).contains(plain(hostile)), "\(layout.0.rawValue).\(format.rawValue): \(hostile)"
      )
      guard format == .html else { continue }
      Self.expectTame(
        String(decoding: file.bytes, as: UTF8.self).replacing("<style>", with: ""), layout.0.rawValue)
    }
  }

  @Test(arguments: FilledForms.layouts)
  func `a hostile text in every field is a text in the PDF, which does nothing of itself`(
    layout: (FormLayout, FormKind)
  ) throws {
    guard layout.0.showsRecord else { return }
    for hostile in ["=1+1", "@SUM(A1)", FilledForms.hostile.joined(separator: " ")] {
      let record = FilledForms.draft(of: layout.1, rows: 2) { _ in hostile }.record
      let laidOut = layout.0.layOut(record, options: .init())
      func write(_ format: ExportFormat) throws -> [UInt8] {
        try ExportForms(ExportSettings(format: format, layout: layout.0, created: 1_772_414_400))
          .write([laidOut]).bytes
      }
      let file = try write(.pdf)
      let printed = plain(texts(in: try DocumentReader().read(file)))
      #expect(printed.contains(plain(hostile)), "\(layout.0.rawValue): \(hostile)")
      if !hostile.contains(" ") {
        let typed = plain(texts(in: try DocumentReader().read(try write(.docx))))
        func count(_ text: String) -> Int {
          text.split(separator: hostile, omittingEmptySubsequences: false).count
        }
        #expect(count(printed) == count(typed), "\(layout.0.rawValue): \(hostile)")
      }
      let bytes = String(decoding: file, as: UTF8.self)
      for deed in ["/JavaScript", "/JS", "/Launch", "/URI", "/OpenAction", "/AA", "/EmbeddedFile"] {
        #expect(!bytes.contains(deed + " ") && !bytes.contains(deed + "("), "\(layout.0.rawValue): \(deed)")
      }
    }
  }

  @Test(arguments: FormKind.allCases)
  func `nothing in a table of separated values runs, and JSON says what was typed`(kind: FormKind) throws {
    for hostile in FilledForms.hostile + ["+1", "-1+1", "\t=1", "\r=1", "  =1"] {
      let record = FilledForms.draft(of: kind, rows: 2) { _ in hostile }.record
      let exporting = try ExportForms(ExportSettings(format: .csv, created: 1_772_414_400))
      let table = try exporting.write([try exporting.layOut(record)])
      for line in String(decoding: table.bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n") {
        for cell in line.split(separator: ",") {
          let first = cell.drop { $0 == "\"" || $0 == " " }.first
          #expect(first.map { !"=@+\t\r".contains($0) } ?? true, "\(hostile): \(cell)")
        }
      }
      let written = try ExportForms(ExportSettings(format: .json, created: 1_772_414_400))
      let json = try JSONReader.read(try written.write([try written.layOut(record)]).bytes)
      #expect(try Form(json) == record)
    }
  }
}
