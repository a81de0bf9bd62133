// Parts of sheets that lay sideways and crooked: they show what stands there once the sheet is straight.
import Testing

@testable import Scans

@Suite struct SamplingTests {
  /// A sheet with a mark of its own in each corner.
  private var sheet: Sketch {
    var sketch = Sketch(600, 400)
    sketch.fill(100, 80, 200, 120)
    sketch.fill(400, 80, 420, 180)
    sketch.text(100, 280, characters: 3)
    sketch.grid(columns: [380, 440, 520], rows: [260, 300, 340])
    return sketch
  }

  /// The mean of how far two pictures are apart.
  private func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    zip(one, other).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) } / max(1, one.count)
  }

  private static let areas = [
    ScanBox(left: 20, top: 15, right: 60, bottom: 35), ScanBox(left: 95, top: 15, right: 110, bottom: 50),
    ScanBox(left: 20, top: 65, right: 65, bottom: 85), ScanBox(left: 90, top: 60, right: 135, bottom: 90),
  ]

  @Test(arguments: [0, 1, 2, 3], [0.0, 0.6, -2, 4.5])
  func `each part is found however the sheet lay`(quarters: Int, degrees: Double) throws {
    let upright = sheet.raster
    var lying = degrees == 0 ? upright : upright.turned(by: degrees)
    for _ in 0..<((4 - quarters) % 4) { lying = lying.turnedOnce() }
    for area in Self.areas {
      let (columns, rows) = (Int(area.right - area.left) * 2, Int(area.bottom - area.top) * 2)
      func shades(_ raster: Raster, _ quarters: Int, _ skew: Double) throws -> [UInt8] {
        try #require(
          raster.shades(in: area, quarters: quarters, skew: skew, columns: columns, rows: rows))
      }
      let wanted = try shades(upright, 0, 0)
      #expect(distance(wanted, [UInt8](repeating: 255, count: wanted.count)) > 20, "there is ink")
      #expect(distance(wanted, try shades(lying, quarters, degrees)) < 8)
      // Turned another way it shows something else.
      #expect(distance(wanted, try shades(lying, (quarters + 2) % 4, degrees)) > 16)
      if degrees == 4.5 { #expect(distance(wanted, try shades(lying, quarters, -degrees)) > 16) }
    }
  }

  @Test func `what lies beyond the sheet is white`() throws {
    let raster = Sketch(40, 40, shade: 0).raster
    let shades = try #require(
      raster.shades(
        in: ScanBox(left: -10, top: -10, right: 10, bottom: 10), quarters: 0, skew: 0, columns: 20, rows: 20))
    #expect(shades[0] == 255 && shades[8 * 20 + 15] == 255 && shades[15 * 20 + 15] == 0)
    #expect(
      raster.shades(
        in: ScanBox(left: 10, top: 0, right: 20, bottom: 10), quarters: 0, skew: 0, columns: 5, rows: 5)
        == nil)
  }

  @Test(arguments: [
    ScanBox(left: 0, top: 0, right: 0, bottom: 9), ScanBox(left: 9, top: 0, right: 0, bottom: 9),
    ScanBox(left: -30, top: 0, right: -20, bottom: 9), ScanBox(left: .nan, top: 0, right: 9, bottom: 9),
    ScanBox(left: 0, top: 0, right: .nan, bottom: 9), ScanBox(left: 0, top: 1e300, right: 9, bottom: 2e300),
    ScanBox(left: -.infinity, top: 0, right: .infinity, bottom: 9),
    ScanBox(left: -.infinity, top: 0, right: 9, bottom: -.infinity),
  ])
  func `what is no part of the sheet has no shades`(area: ScanBox) {
    let raster = Sketch(40, 40, shade: 0).raster
    #expect(raster.shades(in: area, quarters: 1, skew: 2, columns: 4, rows: 4) == nil)
  }

  @Test func `a lattice without places, or with more than a page has pixels, has no shades`() {
    let area = ScanBox(left: 0, top: 0, right: 5, bottom: 5)
    for (columns, rows) in [(0, 1), (1, -1), (100_000, 100_000)] {
      #expect(
        Sketch(40, 40).raster.shades(in: area, quarters: 0, skew: 0, columns: columns, rows: rows) == nil)
    }
  }
}
