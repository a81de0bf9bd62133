// The characters that most forms are written with.
import Glibc

enum UsualCharacters {
  /// Ranges of signs, and every character of GB/T 2312 (all in everyday use); where the system cannot tell
  /// them, the whole block of common ideographs.
  static let ranges: [ClosedRange<UInt32>] = signs + (gb2312() ?? [0x4E00...0x9FA5])

  private static let signs: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0xA0...0xFF, 0x2010...0x2027, 0x2030...0x203E, 0x20AC...0x20AC, 0x2100...0x214F,
    0x2150...0x217F, 0x2190...0x2199, 0x2200...0x22FF, 0x2460...0x24FF, 0x2500...0x257F, 0x25A0...0x25FF,
    0x2605...0x2612, 0x2713...0x2717, 0x3000...0x303F, 0x3220...0x3229, 0x3300...0x33FF, 0xFE30...0xFE4F,
    0xFF01...0xFFEF,
  ]

  private static func gb2312() -> [ClosedRange<UInt32>]? {
    guard let converter = iconv_open("UCS-4LE", "GB2312"), Int(bitPattern: converter) != -1 else {
      return nil
    }
    defer { iconv_close(converter) }
    var found: [ClosedRange<UInt32>] = []
    for lead in UInt8(0xB0)...0xF7 {
      for trail in UInt8(0xA1)...0xFE {
        guard let value = character(converter, lead, trail) else { continue }
        found.append(value...value)
      }
    }
    return found.isEmpty ? nil : found
  }

  private static func character(_ converter: iconv_t, _ lead: UInt8, _ trail: UInt8) -> UInt32? {
    var source: [CChar] = [CChar(bitPattern: lead), CChar(bitPattern: trail)]
    var target = [CChar](repeating: 0, count: 4)
    let isConverted = source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        var (fromCount, toCount) = (2, 4)
        return iconv(converter, &from, &fromCount, &to, &toCount) == 0 && toCount == 0
      }
    }
    guard isConverted else {
      iconv(converter, nil, nil, nil, nil)
      return nil
    }
    return target.enumerated().reduce(0) { $0 | UInt32(UInt8(bitPattern: $1.element)) << ($1.offset * 8) }
  }
}
