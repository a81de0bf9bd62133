// A first look at a zip's directory, so that a hostile one is refused before the library works on it.
internal import Glibc
internal import Tables

/// The records at the end of a zip file that name its central directory.
///
/// The library tries every end record it finds in the last 64 KiB and reads the whole directory that each
/// names; many records that name a long directory would cost minutes. So their number and the entries of each
/// are bounded here.
struct ArchiveDirectory {
  let bytes: UnsafeRawBufferPointer

  /// Bytes of an end record without its comment, and of the longest with one.
  private static let endBytes = 22
  private static let endBytesMax = 22 + 0xFFFF + 20
  private static let endRecordsMax = 16

  /// - Throws: `.empty`, `.limit`, `.unknownFormat` where the file does not begin as a zip, `.damaged` where
  ///   no end record is found (a file cut off), or too many.
  func check(limits: ReadingLimits) throws(ReadingError) {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= limits.fileBytesMax else {
      throw .limit(name: .fileBytes, value: limits.fileBytesMax)
    }
    guard bytes.count >= 2, bytes[0] == 0x50, bytes[1] == 0x4B else { throw .unknownFormat }
    let offsets = try endRecords()
    for offset in offsets {
      let isWithin = isWithin(
        limits.entryCountMax, from: number(at: offset + 16, bytes: 4),
        length: number(at: offset + 12, bytes: 4))
      guard isWithin, isLongDirectoryWithin(limits.entryCountMax, endRecord: offset) else {
        throw .limit(name: .entryCount, value: limits.entryCountMax)
      }
    }
  }

  /// Where end records begin, in the part of the file where the library looks for them.
  private func endRecords() throws(ReadingError) -> [Int] {
    var offsets: [Int] = []
    var start = max(0, bytes.count - Self.endBytesMax)
    while let offset = endMark(from: start), offset + Self.endBytes <= bytes.count {
      offsets.append(offset)
      guard offsets.count <= Self.endRecordsMax else { throw .damaged(detail: "zip: too many end records") }
      start = offset + 4
    }
    guard !offsets.isEmpty else { throw .damaged(detail: "zip: no end record, the file is cut off") }
    return offsets
  }

  /// The same for a directory named by a zip64 record, which a locator before the end record points at.
  private func isLongDirectoryWithin(_ countMax: Int, endRecord offset: Int) -> Bool {
    let locator = offset - 20
    guard locator >= 0, number(at: locator, bytes: 4) == 0x0706_4B50 else { return true }
    let record = number(at: locator + 8, bytes: 8)
    guard record <= bytes.count - 56 else { return true }
    return isWithin(
      countMax, from: number(at: record + 48, bytes: 8), length: number(at: record + 40, bytes: 8))
  }

  /// Whether a directory has at most so many entries; counted, because the number it gives is not to be
  /// trusted.
  private func isWithin(_ countMax: Int, from start: Int, length: Int) -> Bool {
    var offset = start
    let end = min(bytes.count, start.addingReportingOverflow(length).overflow ? bytes.count : start + length)
    var count = 0
    while offset <= end - 46, number(at: offset, bytes: 4) == 0x0201_4B50 {
      count += 1
      if count > countMax { return false }
      let (name, extra) = (number(at: offset + 28, bytes: 2), number(at: offset + 30, bytes: 2))
      offset += 46 + name + extra + number(at: offset + 32, bytes: 2)
    }
    return true
  }

  /// Where the next end record's mark begins.
  private func endMark(from start: Int) -> Int? {
    guard let origin = bytes.baseAddress else { return nil }
    var start = start
    while start < bytes.count, let found = memchr(origin + start, 0x50, bytes.count - start) {
      let offset = UnsafeRawPointer(found) - origin
      if number(at: offset, bytes: 4) == 0x0605_4B50 { return offset }
      start = offset + 1
    }
    return nil
  }

  /// A little-endian number; what reaches beyond the file or beyond `Int` is the largest number.
  private func number(at offset: Int, bytes count: Int) -> Int {
    guard offset >= 0, offset <= bytes.count - count else { return Int.max }
    var number: UInt64 = 0
    for index in 0..<count {
      number |= UInt64(bytes[offset + index]) << UInt64(8 * index)
    }
    return Int(clamping: number)
  }
}
