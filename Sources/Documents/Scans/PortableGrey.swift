// The plainest picture format (PGM, binary), which other programs write.

extension Raster {
  /// - Parameters:
  ///   - bytes: `P5`, width, height, 255, then the pixels.
  ///   - pixelsPerPoint: what the format does not tell.
  /// - Returns: nil where they are something else.
  package init?(portableGrey bytes: [UInt8], pixelsPerPoint: Double) {
    var position = 2
    func number() -> Int? {
      while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
      var value = 0
      let start = position
      while position < bytes.count, (0x30...0x39).contains(bytes[position]), position - start < 8 {
        value = value * 10 + Int(bytes[position] - 0x30)
        position += 1
      }
      return position > start ? value : nil
    }
    guard bytes.starts(with: Array("P5".utf8)), let width = number(), let height = number(),
      number() == 255, width <= 60_000, height <= 60_000, bytes.count - position - 1 == width * height
    else { return nil }
    self.init(
      width: width, height: height, pixels: Array(bytes[(position + 1)...]), pixelsPerPoint: pixelsPerPoint)
  }
}
