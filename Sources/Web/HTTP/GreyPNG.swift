// Small grey pictures as PNG files (ISO/IEC 15948), with the system's compression.
import CZlib

/// Writes a picture in sixteen shades of grey.
package enum GreyPNG {
  /// - Parameter shades: 0 black … 15 white, row by row, `width` × `height` of them.
  /// - Returns: nil where sizes and shades make no picture.
  package static func bytes(width: Int, height: Int, shades: [UInt8]) -> [UInt8]? {
    guard (1...1 << 15).contains(width), (1...1 << 15).contains(height), shades.count == width * height else {
      return nil
    }
    // Each row begins with its filter: none. Two pixels a byte, the first in the upper half.
    var rows: [UInt8] = []
    rows.reserveCapacity((width / 2 + 2) * height)
    for row in 0..<height {
      rows.append(0)
      let start = row * width
      for column in stride(from: 0, to: width, by: 2) {
        let next = column + 1 < width ? shades[start + column + 1] & 15 : 0
        rows.append(shades[start + column] << 4 | next)
      }
    }
    guard let packed = packed(rows) else { return nil }
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // Four bits a pixel, grey, the only ways to compress and to filter, not interlaced.
    add("IHDR", number(width) + number(height) + [4, 0, 0, 0, 0], to: &file)
    add("IDAT", packed, to: &file)
    add("IEND", [], to: &file)
    return file
  }

  private static func packed(_ bytes: [UInt8]) -> [UInt8]? {
    var count = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(count))
    guard compress2(&packed, &count, bytes, UInt(bytes.count), Z_BEST_COMPRESSION) == Z_OK else { return nil }
    return Array(packed[..<Int(count)])
  }

  private static func add(_ name: String, _ content: [UInt8], to file: inout [UInt8]) {
    let body = Array(name.utf8) + content
    file += number(content.count) + body + number(Int(crc32(0, body, UInt32(body.count))))
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
