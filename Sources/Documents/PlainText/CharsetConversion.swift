// Converts bytes of a legacy encoding to UTF-8 with the C library, replacing what cannot be read.
import Glibc

/// What a conversion gives: UTF-8, and how many places had to be replaced by U+FFFD.
struct ConvertedText: Equatable {
  var utf8: [UInt8]
  var replacedCount: Int
}

/// Converts all bytes to UTF-8; nil where the system does not know the encoding or more than one place in
/// four cannot be read.
///
/// A single 0x80 is the euro sign in GBK as browsers read it. Time is linear: after a fault one byte is
/// skipped.
func convertedToUTF8(_ bytes: [UInt8], from encoding: TextEncoding) -> ConvertedText? {
  guard let converter = iconv_open("UTF-8", encoding.rawValue), converter != iconv_t(bitPattern: -1) else {
    return nil
  }
  defer { iconv_close(converter) }
  var input = bytes
  var output: [UInt8] = []
  output.reserveCapacity(bytes.count + bytes.count / 2 + 16)
  var replacedCount = 0
  let isReadable = input.withUnsafeMutableBytes { source -> Bool in
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { room -> Bool in
      convert(source, with: converter, room: room, isGB: encoding == .gb18030, to: &output, &replacedCount)
    }
  }
  return isReadable ? ConvertedText(utf8: output, replacedCount: replacedCount) : nil
}

private func convert(
  _ source: UnsafeMutableRawBufferPointer, with converter: iconv_t, room: UnsafeMutableRawBufferPointer,
  isGB: Bool, to output: inout [UInt8], _ replacedCount: inout Int
) -> Bool {
  var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
  var left = source.count
  let replacedMax = source.count / 4 + 8
  while left > 0 {
    var target = room.baseAddress?.assumingMemoryBound(to: CChar.self)
    var free = room.count
    let result = iconv(converter, &next, &left, &target, &free)
    let fault = errno
    output.append(contentsOf: room[..<(room.count - free)])
    if result != -1 { continue }
    if fault == E2BIG { continue }
    guard left > 0, let position = next else { break }
    if isGB, UInt8(bitPattern: position.pointee) == 0x80 {
      output.append(contentsOf: [0xE2, 0x82, 0xAC])
    } else {
      output.append(contentsOf: replacementCharacter)
      replacedCount += 1
      guard replacedCount <= replacedMax else { return false }
    }
    // An incomplete character at the end is one place, not several.
    if fault == EINVAL { break }
    next = position.advanced(by: 1)
    left -= 1
    iconv(converter, nil, nil, nil, nil)
  }
  return true
}

/// U+FFFD in UTF-8.
let replacementCharacter: [UInt8] = [0xEF, 0xBF, 0xBD]
