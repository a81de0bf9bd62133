// Pictures as files: PNG, JPEG, TIFF, BMP, through the picture library that comes with tesseract.
import CTesseract

extension Raster {
  /// The picture of a file.
  ///
  /// - Parameter bytes: a picture in a format that leptonica knows; of several pages, the first is taken.
  /// - Returns: nil where the library is missing or the bytes make no picture of a page's size.
  package init?(file bytes: [UInt8]) {
    var library = plumbline_leptonica()
    guard plumbline_leptonica_load("liblept.so.5", &library) == 1 else { return nil }
    _ = library.set_messages(6)
    var (format, width, height): (Int32, Int32, Int32) = (0, 0, 0)
    var (bits, samples, isMapped): (Int32, Int32, Int32) = (0, 0, 0)
    let header = bytes.withUnsafeBufferPointer {
      library.read_header($0.baseAddress, $0.count, &format, &width, &height, &bits, &samples, &isMapped)
    }
    guard header == 0, width > 0, height > 0, Int(width) * Int(height) <= Self.pixelsMax else { return nil }
    var read = bytes.withUnsafeBufferPointer { library.read($0.baseAddress, $0.count) }
    guard read != nil else { return nil }
    defer { library.destroy(&read) }
    var grey = library.to_grey(read, 0)
    guard grey != nil else { return nil }
    defer { library.destroy(&grey) }
    let (columns, rows) = (Int(library.width(grey)), Int(library.height(grey)))
    let wordsPerLine = Int(library.words_per_line(grey))
    guard let words = library.words(grey), columns > 0, rows > 0, columns * rows <= Self.pixelsMax,
      wordsPerLine * 4 >= columns
    else { return nil }
    var pixels = [UInt8](repeating: 255, count: columns * rows)
    pixels.withUnsafeMutableBufferPointer { pixels in
      for y in 0..<rows {
        for x in 0..<columns {
          // Four pixels a word, the first in its highest byte.
          let word = words[y * wordsPerLine + x >> 2]
          pixels[y * columns + x] = UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * (x & 3)))
        }
      }
    }
    let told = Int(library.resolution(read))
    // Files that do not tell are taken for an A4 page that fills the picture.
    let resolution = (90...1200).contains(told) ? Double(told) : Double(min(columns, rows)) / 8.27
    self.init(width: columns, height: rows, pixels: pixels, pixelsPerPoint: resolution / 72)
  }
}
