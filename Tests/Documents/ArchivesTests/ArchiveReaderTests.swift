// Archives: what is written comes back, names are compared as packages do, and hostile files end in an error.
import Archives
import TableProbes
import Tables
import Testing

@Suite struct ArchiveReaderTests {
  /// A small archive of two entries.
  private func sample() throws -> [UInt8] {
    var writer = ArchiveWriter()
    writer.add("a/Eins.xml", "<eins>一</eins>")
    writer.add("zwei.bin", [UInt8](repeating: 7, count: 5_000), isPacked: false)
    return try writer.finish()
  }

  private func texts(_ bytes: [UInt8], limits: ReadingLimits = .init()) throws -> [String: Int] {
    try ArchiveReader.reading(bytes, limits: limits) { (archive) throws(ReadingError) in
      var counts: [String: Int] = [:]
      for name in archive.names { counts[name] = try archive.bytes(named: name)?.count }
      return counts
    }
  }

  private func failure(_ bytes: [UInt8], limits: ReadingLimits = .init()) -> ReadingError? {
    do {
      _ = try texts(bytes, limits: limits)
      return nil
    } catch {
      return error as? ReadingError
    }
  }

  @Test func `what was written is read`() throws {
    #expect(try texts(try sample()) == ["a/eins.xml": 16, "zwei.bin": 5_000])
    let text = try ArchiveReader.reading(try sample()) { (archive) throws(ReadingError) in
      try archive.bytes(named: "a/Eins.xml").map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(text == "<eins>一</eins>")
  }

  @Test func `the same input gives the same bytes`() throws {
    #expect(try sample() == sample())
  }

  @Test(arguments: ["A/EINS.XML", "/a/eins.xml", "a\\eins.xml"])
  func `names are compared without case and with either slash`(name: String) throws {
    let bytes = try ArchiveReader.reading(try sample()) { (archive) throws(ReadingError) in
      try archive.bytes(named: name)
    }
    #expect(bytes?.count == 16)
  }

  @Test(arguments: ["", "eins.xml", "a/eins.xml/", "../a/eins.xml", "b"])
  func `a name that is not there gives nothing`(name: String) throws {
    let found = try ArchiveReader.reading(try sample()) { (archive) throws(ReadingError) in
      archive.contains(name)
    }
    #expect(!found)
  }

  @Test func `of two entries with one name the last counts`() throws {
    var writer = ArchiveWriter()
    writer.add("part.xml", "first")
    writer.add("Part.xml", "second!")
    let (count, isTold) = try ArchiveReader.reading(try writer.finish()) { (archive) throws(ReadingError) in
      (try archive.bytes(named: "part.xml")?.count, archive.hasDuplicateNames)
    }
    #expect(count == 7)
    #expect(isTold)
  }

  @Test func `what is no archive is told`() throws {
    #expect(failure([]) == .empty)
    #expect(failure(Array("hello".utf8)) == .unknownFormat)
    #expect(failure(Array("P".utf8)) == .unknownFormat)
    #expect(failure(Array("PK".utf8)) != nil)
  }

  @Test func `an archive cut off anywhere is damaged`() throws {
    let whole = try sample()
    for length in 2..<whole.count {
      guard case .damaged = failure(Array(whole[..<length])) else {
        Issue.record("cut at \(length) was read")
        return
      }
    }
  }

  @Test func `a changed byte of an entry is found by its check sum`() throws {
    var bytes = try sample()
    let index = try #require(bytes.lastIndex(of: 7))
    bytes[index - 100] = 8
    guard case .damaged = failure(bytes) else {
      Issue.record("a wrong check sum was believed")
      return
    }
  }

  @Test func `an encrypted entry is told`() throws {
    var bytes = try sample()
    // Bit 0 of the flags, in the local record and in the directory.
    for (mark, offset) in [([0x50, 0x4B, 3, 4], 6), ([0x50, 0x4B, 1, 2], 8)] as [([UInt8], Int)] {
      for start in bytes.indices.dropLast(4) where Array(bytes[start..<start + 4]) == mark {
        bytes[start + offset] |= 1
      }
    }
    #expect(failure(bytes) == .encrypted)
  }

  @Test func `a packing method other than deflate is told`() throws {
    var bytes = try sample()
    for (mark, offset) in [([0x50, 0x4B, 3, 4], 8), ([0x50, 0x4B, 1, 2], 10)] as [([UInt8], Int)] {
      for start in bytes.indices.dropLast(4) where Array(bytes[start..<start + 4]) == mark {
        bytes[start + offset] = 12
      }
    }
    guard case .damaged = failure(bytes) else {
      Issue.record("bzip2 was unpacked")
      return
    }
  }

  @Test func `limits end the reading`() throws {
    var limits = ReadingLimits()
    limits.fileBytesMax = 100
    #expect(failure(try sample(), limits: limits) == .limit(name: .fileBytes, value: 100))
    limits = ReadingLimits()
    limits.entryCountMax = 1
    #expect(failure(try sample(), limits: limits) == .limit(name: .entryCount, value: 1))
    limits = ReadingLimits()
    limits.unpackedBytesMax = 5_010
    #expect(failure(try sample(), limits: limits) == .limit(name: .unpackedBytes, value: 5_010))
  }

  @Test func `the unpacked bytes are counted, whatever the directory says`() throws {
    var writer = ArchiveWriter()
    writer.add("a", [UInt8](repeating: 0, count: 1_000_000))
    var bytes = try writer.finish()
    // The directory claims ten bytes.
    let start = try #require(
      bytes.indices.dropLast(4).last { Array(bytes[$0..<$0 + 4]) == [0x50, 0x4B, 1, 2] })
    bytes.replaceSubrange(start + 24..<start + 28, with: [10, 0, 0, 0])
    var limits = ReadingLimits()
    limits.unpackedBytesMax = 100_000
    let found = try #require(failure(bytes, limits: limits))
    #expect(found == .limit(name: .unpackedBytes, value: 100_000) || found.isDamage)
  }

  @Test func `a bomb is stopped by its ratio`() throws {
    var writer = ArchiveWriter()
    writer.add("bomb", [UInt8](repeating: 0x20, count: 40 << 20))
    guard case .limit(.compressionRatio, _) = failure(try writer.finish()) else {
      Issue.record("the bomb went off")
      return
    }
  }

  @Test func `many end records are refused before the library reads them`() throws {
    var bytes = try sample()
    let record = Array(bytes.suffix(22))
    for _ in 0..<100 { bytes += record }
    guard case .damaged = failure(bytes) else {
      Issue.record("a hundred end records were accepted")
      return
    }
  }

  @Test(arguments: 0..<200) func `changed archives never crash the reader`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<10 {
      var bytes = try sample()
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        bytes[index] = UInt8.random(in: 0...255, using: &random)
      }
      let counts = try? texts(bytes)
      #expect((counts?.values.max() ?? 0) <= 300 << 20)
    }
  }
}

extension ReadingError {
  var isDamage: Bool { if case .damaged = self { true } else { false } }
}
