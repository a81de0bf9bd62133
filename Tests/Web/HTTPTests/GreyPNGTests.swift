// Pictures as files: taken apart again chunk by chunk.
import CZlib
import HTTP
import Testing

@Suite struct GreyPNGTests {
  /// Name and content of each chunk; nil where a length or a sum is wrong.
  private func chunks(_ file: [UInt8]) -> [(name: String, content: [UInt8])]? {
    guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    func number(_ place: Int) -> Int { file[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    var chunks: [(name: String, content: [UInt8])] = []
    var place = 8
    while place + 12 <= file.count {
      let end = place + 8 + number(place)
      guard end + 4 <= file.count else { return nil }
      let body = Array(file[(place + 4)..<end])
      guard number(end) == Int(crc32(0, body, UInt32(body.count))) else { return nil }
      chunks.append((String(decoding: body.prefix(4), as: UTF8.self), Array(body.dropFirst(4))))
      place = end + 4
    }
    return place == file.count ? chunks : nil
  }

  @Test(arguments: [(1, 1), (2, 3), (7, 5), (640, 80)])
  func `every pixel stands where it was`(width: Int, height: Int) throws {
    let shades = (0..<(width * height)).map { UInt8($0 * 7 % 16) }
    let file = try #require(GreyPNG.bytes(width: width, height: height, shades: shades))
    let chunks = try #require(self.chunks(file))
    #expect(chunks.map(\.name) == ["IHDR", "IDAT", "IEND"])
    #expect(
      chunks[0].content == [
        0, 0, UInt8(width >> 8), UInt8(width & 255), 0, 0, 0, UInt8(height), 4, 0, 0, 0, 0,
      ])
    var rows = [UInt8](repeating: 9, count: ((width + 1) / 2 + 1) * height)
    var count = UInt(rows.count)
    #expect(uncompress(&rows, &count, chunks[1].content, UInt(chunks[1].content.count)) == Z_OK)
    #expect(Int(count) == rows.count)
    for row in 0..<height {
      let start = row * ((width + 1) / 2 + 1)
      #expect(rows[start] == 0)
      for column in 0..<width {
        let pair = rows[start + 1 + column / 2]
        #expect((column % 2 == 0 ? pair >> 4 : pair & 15) == shades[row * width + column])
      }
    }
  }

  @Test(arguments: [(0, 1), (1, 0), (-1, -1), (3, 3), (1 << 20, 1)])
  func `what is no picture is no file`(width: Int, height: Int) {
    #expect(GreyPNG.bytes(width: width, height: height, shades: [1]) == nil)
  }
}
