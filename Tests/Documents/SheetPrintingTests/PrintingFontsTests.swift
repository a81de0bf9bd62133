// Fonts are taken as they are installed; what is missing is told once.
import FormSheets
import Programs
import Testing

@testable import SheetPrinting

@Suite struct PrintingFontsTests {
  private func map(_ families: [String]) -> FontMap {
    let choice = FontMap.Choice(families: families, substitute: FontMap.sans, size: 100)
    return FontMap(Dictionary(uniqueKeysWithValues: TextRole.allCases.map { ($0, choice) }))
  }

  @Test func `a font that is missing is told once, with what stands in for it`() throws {
    let fonts = try PrintingFonts(map: map(["Invented Song", "Invented Song GBK"]))
    #expect(fonts.notices == [FontNotice(wanted: "Invented Song", used: "Noto Sans CJK SC")])
    #expect(fonts.notices.map(\.sentence) == ["没有安装字体“Invented Song”，改用“Noto Sans CJK SC”印刷。"])
  }

  @Test func `the first name that is installed is used`() throws {
    let fonts = try PrintingFonts(map: map(["Invented Song", FontMap.serif]))
    #expect(fonts.notices.isEmpty)
    #expect(fonts.style(.body).families.contains(",Noto Serif CJK SC,"))
    #expect(fonts.style(.body).size == 10 && fonts.style(.body).lineHeight == 13)
  }

  @Test func `a font without substitute is told too`() throws {
    var lacking = map([])
    lacking.choices[.body]?.substitute = "Invented Serif"
    #expect(try PrintingFonts(map: lacking).notices.map(\.wanted) == ["Invented Serif"])
  }

  @Test func `roles without a choice are printed as the body is`() {
    var short = map(["甲"])
    short.choices[.title] = nil
    #expect(short[.title] == short[.body])
    #expect(FontMap([:])[.note].substitute == FontMap.serif)
  }

  @Test func `a font that cannot be taken apart gives no working font`() throws {
    #expect(WorkingFont.make(file: "/nowhere/font.otf", index: 0, family: "a") == nil)
    let folder = try #require(WorkFolder("plumbline-print"))
    defer { folder.remove() }
    #expect(folder.write(Array("no font at all".utf8), as: "a.otf"))
    #expect(WorkingFont.make(file: folder.path("a.otf"), index: 0, family: "a") == nil)
    let serif = try #require(FontConfiguration()?.file(FontMap.serif, isBold: false))
    #expect(WorkingFont.make(file: serif.path, index: 0x1_0000, family: "a") == nil)
  }

  @Test func `a working font is small and has a name of its own`() throws {
    let serif = try #require(FontConfiguration()?.file(FontMap.serif, isBold: false))
    let bytes = try #require(WorkingFont.make(file: serif.path, index: serif.index, family: "Working"))
    #expect(bytes.count < 4_000_000)
    let folder = try #require(WorkFolder("plumbline-print"))
    defer { folder.remove() }
    #expect(folder.write(bytes, as: "a.otf"))
    let configuration = try #require(FontConfiguration())
    #expect(configuration.add(folder.path("a.otf")))
    #expect(configuration.has("Working"))
  }
}
