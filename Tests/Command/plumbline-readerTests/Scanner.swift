// A scanner for the tests: print drawn by poppler, laid on the glass this way or that, kept as a bitmap.
import Foundation
import Tables

/// Makes pictures of pages.
enum Scanner {
  /// Where the models lie is the recogniser's business; the program comes with the library.
  static let isInstalled =
    access("/usr/bin/pdftoppm", X_OK) == 0 && access("/usr/bin/tesseract", X_OK) == 0
    && ["5", "4.00"].contains { version in
      ["script/HanS", "HanS", "chi_sim"].contains { name in
        access("/usr/share/tesseract-ocr/\(version)/tessdata/\(name).traineddata", R_OK) == 0
      }
    }

  /// The first page of a PDF at 200 dots an inch, as a bitmap of 24 bits.
  static func picture(of pdf: [UInt8], quarters: Int) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("scan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(pdf).write(to: folder.appendingPathComponent("a.pdf"))
    let program = Process()
    program.executableURL = URL(fileURLWithPath: "/usr/bin/pdftoppm")
    program.arguments = [
      "-gray", "-r", "200", "-f", "1", "-l", "1", "-singlefile", folder.appendingPathComponent("a.pdf").path,
      folder.appendingPathComponent("a").path,
    ]
    try program.run()
    program.waitUntilExit()
    var sheet = try Sheet([UInt8](try Data(contentsOf: folder.appendingPathComponent("a.pgm"))))
    for _ in 0..<quarters { sheet = sheet.turnedOnce }
    return sheet.bitmap
  }

  /// Grey pixels, row by row.
  private struct Sheet {
    var width: Int
    var height: Int
    var pixels: [UInt8]

    init(_ width: Int, _ height: Int, _ pixels: [UInt8]) {
      (self.width, self.height, self.pixels) = (width, height, pixels)
    }

    /// Reads what pdftoppm writes: `P5`, width, height, 255, pixels.
    init(_ bytes: [UInt8]) throws {
      let head = bytes.split(maxSplits: 4, omittingEmptySubsequences: true) { $0 == 10 || $0 == 32 }
      guard head.count == 5, let width = Int(String(decoding: head[1], as: UTF8.self)),
        let height = Int(String(decoding: head[2], as: UTF8.self)), bytes.count > width * height
      else { throw ReadingError.damaged(detail: "pgm") }
      self.init(width, height, Array(bytes.suffix(width * height)))
    }

    /// A quarter, clockwise.
    var turnedOnce: Sheet {
      var turned = [UInt8](repeating: 0, count: pixels.count)
      for y in 0..<height {
        for x in 0..<width { turned[x * height + height - 1 - y] = pixels[y * width + x] }
      }
      return Sheet(height, width, turned)
    }

    var bitmap: [UInt8] {
      let padding = [UInt8](repeating: 0, count: (4 - width * 3 % 4) % 4)
      let size = (width * 3 + padding.count) * height
      var bytes = Array("BM".utf8)
      func add(_ value: Int, _ count: Int) {
        for place in 0..<count { bytes.append(UInt8(value >> (8 * place) & 255)) }
      }
      // 200 dots an inch are 7874 a metre.
      for (value, count) in [
        (54 + size, 4), (0, 4), (54, 4), (40, 4), (width, 4), (height, 4), (1, 2), (24, 2), (0, 4), (size, 4),
        (7874, 4), (7874, 4), (0, 8),
      ] { add(value, count) }
      for row in (0..<height).reversed() {
        for pixel in pixels[(row * width)..<((row + 1) * width)] { bytes += [pixel, pixel, pixel] }
        bytes += padding
      }
      return bytes
    }
  }
}

extension PagePicture {
  /// Whether both show much the same: as much ink in each part of a coarse lattice, and some ink at all.
  func isLike(_ other: PagePicture) -> Bool {
    let (mine, theirs) = (coarse, other.coarse)
    let apart = zip(mine, theirs).map { abs($0 - $1) }
    return (mine.min() ?? 100) < 92 && (apart.max() ?? 100) < 22 && apart.reduce(0, +) < 5 * apart.count
  }

  /// How light each of sixteen by three parts is, in percent.
  private var coarse: [Int] {
    (0..<48).map { place in
      let columns = width * (place % 16) / 16..<width * (place % 16 + 1) / 16
      let rows = height * (place / 16) / 3..<height * (place / 16 + 1) / 3
      var sum = 0
      for row in rows { for column in columns { sum += Int(shades[row * width + column]) } }
      return sum * 100 / max(1, 15 * rows.count * columns.count)
    }
  }
}
