// From a picture to ink, straightness, rules and lines.
import Testing

@testable import Scans

@Suite struct ScanTests {
  /// A form of 3 × 4 cells, most with a line like text.
  private var form: Sketch {
    var sketch = Sketch(1_600, 1_200)
    sketch.grid(columns: [200, 500, 900, 1_400], rows: [200, 320, 440, 700, 900])
    for (x, y) in [(230, 240), (530, 240), (930, 240), (230, 360), (530, 360), (930, 500), (930, 560)] {
      sketch.text(x, y, characters: 5)
    }
    return sketch
  }

  // MARK: Ink

  @Test func `shading is paper and specks are dirt`() {
    var sketch = Sketch(400, 300)
    sketch.fill(100, 100, 300, 200, shade: 205)
    sketch.fill(150, 130, 156, 170)
    sketch.fill(20, 20, 21, 22)
    let map = InkMap(sketch.raster)
    #expect(map.ink[150 * 400 + 152] == 1)
    #expect(map.ink[150 * 400 + 250] == 0)
    #expect(map.ink[20 * 400 + 20] == 0)
  }

  @Test func `ink on a sheet that darkens to one side is found`() {
    var sketch = Sketch(800, 200)
    for x in 0..<800 { sketch.fill(x, 0, x + 1, 200, shade: UInt8(120 + x / 8)) }
    for x in stride(from: 40, to: 760, by: 80) { sketch.fill(x, 90, x + 8, 110, shade: 40) }
    let map = InkMap(sketch.raster)
    for x in stride(from: 40, to: 760, by: 80) { #expect(map.ink[100 * 800 + x + 4] == 1, "column \(x)") }
    #expect(map.rowCounts(in: PixelBox(left: 0, top: 0, right: 800, bottom: 80)).allSatisfy { $0 == 0 })
  }

  // MARK: Skew

  @Test(arguments: [-4.8, -2, -0.4, 0, 0.15, 1.1, 3.3, 5])
  func `the angle of a sheet is told to a tenth of a degree`(degrees: Double) {
    let crooked = form.raster.turned(by: degrees)
    #expect(abs(Skew.degrees(of: InkMap(crooked)) - degrees) < 0.1)
  }

  @Test func `a blank page lies straight`() {
    #expect(Skew.degrees(of: InkMap(Sketch(300, 300).raster)) == 0)
  }

  // MARK: Rules

  @Test(arguments: [0.0, 2, -3.7]) func `the rules of a form are found, crooked or not`(degrees: Double)
    throws
  {
    var sketch = form
    sketch.dirt(seed: 11, share: 700)
    let scan = try #require(Scan(sketch.raster.turned(by: degrees)))
    #expect(scan.level.count == 5 && scan.upright.count == 4)
    for (rule, wanted) in zip(scan.level, [200, 320, 440, 700, 900]) {
      #expect(abs(rule.position - (Double(wanted) + 1.5) / 4) < 1.5)
      #expect(abs(rule.from - 50) < 4 && abs(rule.to - 350) < 4)
    }
  }

  @Test func `strokes of large characters, bars and underlines are no table`() throws {
    var sketch = Sketch(1_600, 1_200)
    sketch.text(300, 100, characters: 6, size: 110)
    sketch.fill(200, 400, 1_400, 460)
    sketch.fill(300, 600, 500, 604)
    let scan = try #require(Scan(sketch.raster))
    #expect(scan.upright.isEmpty)
    #expect(scan.level.isEmpty)
  }

  @Test func `a character's stroke that stands near a rule stays text`() throws {
    var sketch = form
    // As high as the cell but for a gap: 中 in a narrow row.
    sketch.fill(700, 330, 704, 432)
    let scan = try #require(Scan(sketch.raster))
    #expect(scan.upright.count == 4)
  }

  @Test func `pictures too small for a page are refused`() {
    #expect(Scan(Sketch(40, 400).raster) == nil)
    #expect(Scan(Sketch(1, 1).raster) == nil)
  }

  // MARK: Lines

  @Test func `lines and their pieces are found`() {
    var sketch = Sketch(1_200, 600)
    sketch.text(100, 100, characters: 4)
    sketch.text(600, 100, characters: 3)
    sketch.text(100, 170, characters: 2)
    // One line of two bars, as 二 is.
    sketch.fill(100, 262, 136, 266)
    sketch.fill(96, 292, 140, 297)
    let area = PixelBox(left: 0, top: 0, right: 1_200, bottom: 600)
    let lines = InkLines(InkMap(sketch.raster), areas: [area], pixelsPerPoint: 4)
    #expect(lines.usualHeight == 40)
    let pieces = lines.pieces(in: area)
    #expect(pieces.map(\.box.left) == [100, 600, 100, 96])
    #expect(pieces.map(\.box.top) == [100, 100, 170, 262])
    #expect(pieces.last?.box.bottom == 297)
  }

  @Test func `lines that touch are parted`() {
    var sketch = Sketch(600, 400)
    for row in 0..<4 { sketch.text(50, 50 + row * 46, characters: 6) }
    sketch.fill(70, 84, 74, 100)
    let area = PixelBox(left: 0, top: 0, right: 600, bottom: 400)
    let lines = InkLines(InkMap(sketch.raster), areas: [area], pixelsPerPoint: 4)
    #expect(lines.pieces(in: area).count == 4)
  }
}
