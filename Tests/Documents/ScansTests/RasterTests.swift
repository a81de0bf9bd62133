// Pictures as pixels: made, cut, turned, read from files.
import Testing

@testable import Scans

@Suite struct RasterTests {
  @Test func `four quarter turns give the picture again`() {
    var sketch = Sketch(30, 17)
    sketch.dirt(seed: 3, share: 2)
    let picture = sketch.raster
    let once = picture.turnedOnce()
    #expect(once.width == 17 && once.height == 30)
    #expect(once.pixels[16] == picture.pixels[0])
    #expect(once.turnedOnce().turnedOnce().turnedOnce() == picture)
  }

  @Test func `a turn back brings ink back to its place`() {
    var sketch = Sketch(200, 200)
    sketch.fill(90, 60, 110, 80)
    let back = sketch.raster.turned(by: 3).turned(by: -3)
    #expect(back.pixels[70 * 200 + 100] < 40)
    #expect(back.pixels[70 * 200 + 130] > 220)
  }

  @Test func `a part has a white margin and never leaves the picture`() {
    var sketch = Sketch(10, 10, shade: 7)
    sketch.fill(0, 0, 1, 1)
    let part = sketch.raster.part(PixelBox(left: -5, top: 8, right: 4, bottom: 30), margin: 2)
    #expect(part.width == 8 && part.height == 6)
    #expect(part.pixels[0] == 255 && part.pixels[2 * 8 + 2] == 7)
  }

  @Test(arguments: [0.5, 0.75, 1.5, 2.0])
  func `another size keeps the shade`(factor: Double) throws {
    let scaled = try #require(Sketch(40, 20, shade: 90).raster.scaled(by: factor))
    #expect(scaled.width == Int(40 * factor) && scaled.height == Int(20 * factor))
    #expect(scaled.pixels.allSatisfy { $0 == 90 })
    #expect(Sketch(2, 2).raster.scaled(by: 0.1) == nil)
  }

  @Test(arguments: [(0, 5), (5, 0), (-1, 5), (70_000, 1), (20_000, 20_000)])
  func `sizes that make no picture are refused`(width: Int, height: Int) {
    #expect(Raster(width: width, height: height, pixels: [], pixelsPerPoint: 4) == nil)
  }

  // MARK: Files

  @Test func `a portable picture is read`() throws {
    let picture = try #require(
      Raster(portableGrey: Array("P5\n3 2\n255\n".utf8) + [1, 2, 3, 4, 5, 6], pixelsPerPoint: 4))
    #expect(picture.width == 3 && picture.height == 2 && picture.pixels == [1, 2, 3, 4, 5, 6])
  }

  @Test(arguments: [
    "", "P5", "P6\n1 1\n255\nA", "P5\n1 1\n65535\nA", "P5\n2 2\n255\nA", "P5\n99999999 99999999\n255\n",
    "P5\n-1 1\n255\nA", "P5 x y",
  ])
  func `other bytes are no portable picture`(text: String) {
    #expect(Raster(portableGrey: Array(text.utf8), pixelsPerPoint: 4) == nil)
  }

  private static let hasLibrary = Raster(file: Bitmap(8, 8, shade: 9).bytes) != nil

  @Test(.enabled(if: hasLibrary, "leptonica is not installed"))
  func `a bitmap of 300 dots an inch is read with its resolution`() throws {
    let picture = try #require(Raster(file: Bitmap(31, 20, shade: 77).bytes))
    #expect(picture.width == 31 && picture.height == 20)
    #expect(picture.pixels.allSatisfy { $0 == 77 })
    #expect(abs(picture.pixelsPerPoint - 300.0 / 72) < 0.05)
  }

  @Test(.enabled(if: hasLibrary, "leptonica is not installed"))
  func `damaged and boundless pictures are refused`() {
    let sound = Bitmap(31, 20, shade: 77).bytes
    #expect(Raster(file: Array("GIF89a".utf8)) == nil)
    #expect(Raster(file: []) == nil)
    #expect(Raster(file: Bitmap(4, 4, shade: 1, declaredWidth: 2_000_000_000).bytes) == nil)
    #expect(Raster(file: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + sound) == nil)
  }
}

/// A bitmap file of 24 bits, all of one shade, at 300 dots an inch.
private struct Bitmap {
  let bytes: [UInt8]

  init(_ width: Int, _ height: Int, shade: UInt8, declaredWidth: Int? = nil) {
    let padding = (4 - width * 3 % 4) % 4
    let row = [UInt8](repeating: shade, count: width * 3) + [UInt8](repeating: 0, count: padding)
    var bytes = Array("BM".utf8)
    func add(_ value: Int, _ count: Int) {
      for place in 0..<count { bytes.append(UInt8(value >> (8 * place) & 255)) }
    }
    add(54 + row.count * height, 4)
    add(0, 4)
    add(54, 4)
    add(40, 4)
    add(declaredWidth ?? width, 4)
    add(height, 4)
    add(1, 2)
    add(24, 2)
    add(0, 4)
    add(row.count * height, 4)
    add(11_811, 4)
    add(11_811, 4)
    add(0, 8)
    for _ in 0..<height { bytes += row }
    self.bytes = bytes
  }
}
