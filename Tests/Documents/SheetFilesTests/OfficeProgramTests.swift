// Written files are opened by the real LibreOffice.
import FormSheets
import Glibc
import Programs
import SheetFiles
import Testing

@Suite(.serialized) struct OfficeProgramTests {
  static let program = ChildProgram(
    variable: "PLUMBLINE_SOFFICE", places: ["/usr/lib/libreoffice/program/soffice.bin", "soffice"])

  /// The profile of these tests, which LibreOffice wants for itself.
  private static let profile = WorkFolder("office-profile")

  private let writer = SheetWriter(created: 1_760_000_000)

  /// Converts a file, and gives what became of it.
  private func converted(_ bytes: [UInt8], from ending: String, to filter: String, ending result: String)
    throws -> [UInt8]
  {
    let program = try #require(Self.program)
    let folder = try #require(WorkFolder("sheetfiles"))
    let profile = try #require(Self.profile)
    defer { folder.remove() }
    #expect(folder.write(bytes, as: "file.\(ending)"))
    let words = [
      "--headless", "--norestore", "--nologo", "--nolockcheck",
      "-env:UserInstallation=file://\(profile.path)",
      "--convert-to", filter, "--outdir", folder.path, folder.path("file.\(ending)"),
    ]
    var ending = ChildProgram.Ending.notStarted
    for _ in 0..<3 {
      ending = program.run(words, seconds: 60)
      // It asks to be started again after it made a profile.
      guard ending == .failed(code: 81) else { break }
    }
    #expect(ending == .done)
    return folder.read("file.\(result)", bytesMax: 16 << 20) ?? []
  }

  @Test(.enabled(if: program != nil, "LibreOffice is not installed"))
  func `a Word document has all its texts in LibreOffice`() throws {
    let sheet = SheetSamples.form(indicators: 12, mark: "草稿")
    let text = String(
      decoding: try converted(
        writer.word([sheet]).bytes, from: "docx", to: "txt:Text (encoded):UTF8", ending: "txt"), as: UTF8.self
    )
    for line in Self.texts(of: sheet) { #expect(Parts.count(line, in: text) > 0, "\(line)") }
  }

  @Test(.enabled(if: program != nil, "LibreOffice is not installed"))
  func `a worksheet has all its texts in LibreOffice, as texts`() throws {
    var sheet = SheetSamples.form()
    var grid = SheetGrid(columns: [500, 500])
    for text in ["=1+1", "007", "1e5", "2026-01-02", "-3", "@A1"] {
      grid.addRow([SheetPiece(text), SheetPiece("甲")])
    }
    sheet.blocks.append(.grid(grid))
    let text = String(
      decoding: try converted(
        writer.workbook([sheet]).bytes, from: "xlsx", to: "csv:Text - txt - csv (StarCalc):44,34,76,1",
        ending: "csv"),
      as: UTF8.self)
    for line in Self.texts(of: sheet) { #expect(Parts.count(line, in: text) > 0, "\(line)") }
  }

  @Test(.enabled(if: program != nil, "LibreOffice is not installed"), arguments: ["docx", "xlsx"])
  func `a draft of several pages is printed`(ending: String) throws {
    let sheets = [SheetSamples.form(indicators: 60, mark: "草稿")]
    let bytes = try ending == "docx" ? writer.word(sheets).bytes : writer.workbook(sheets).bytes
    let pages = try converted(bytes, from: ending, to: "pdf", ending: "pdf")
    #expect(pages.starts(with: Array("%PDF-".utf8)))
    #expect(pages.count > 10_000)
  }

  /// All lines of all texts, trimmed.
  private static func texts(of sheet: FormSheet) -> [String] {
    sheet.blocks.flatMap { block -> [String] in
      switch block {
      case .line(let line): line.parts.map(\.text)
      case .grid(let grid): grid.cells.map(\.content.text)
      case .pageBreak: []
      }
    }.flatMap { $0.split(separator: "\n").map(String.init) }
  }
}
