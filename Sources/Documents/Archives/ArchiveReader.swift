// Reads zip archives from memory: entries by name, everything counted against limits while it is unpacked.
internal import CZip
internal import Glibc
package import Tables

/// An open archive. It lives inside `reading(_:limits:_:)`, which lends it the bytes.
///
/// Names are compared as packages of office documents do: without case, `\` as `/`, no `/` in front. Of
/// entries with the same name the last one counts, as in every tool that appends. No name is ever used as a
/// path.
package final class ArchiveReader {
  /// True where several entries have the same name.
  package private(set) var hasDuplicateNames = false
  /// Bytes unpacked so far, over all entries.
  package internal(set) var unpackedBytes = 0

  let limits: ReadingLimits
  let handle: OpaquePointer
  private let fileBytes: Int
  private var indices: [String: Int] = [:]

  /// Opens an archive for the time of `body`.
  ///
  /// - Throws: `.empty`, `.unknownFormat` (no zip), `.damaged` (cut off or inconsistent), `.limit`.
  package static func reading<Result>(
    _ bytes: [UInt8], limits: ReadingLimits = .init(),
    _ body: (ArchiveReader) throws(ReadingError) -> Result
  ) throws(ReadingError) -> Result {
    try bytes.withUnsafeBufferPointer { (pointer) throws(ReadingError) -> Result in
      let archive = try ArchiveReader(UnsafeRawBufferPointer(pointer), limits: limits)
      return try body(archive)
    }
  }

  private init(_ bytes: UnsafeRawBufferPointer, limits: ReadingLimits) throws(ReadingError) {
    try ArchiveDirectory(bytes: bytes).check(limits: limits)
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    guard let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, &failure)
    else {
      throw .damaged(detail: "zip: no source, error \(zip_error_code_zip(&failure))")
    }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
      zip_source_free(source)
      throw .damaged(detail: "zip: cannot open, error \(zip_error_code_zip(&failure))")
    }
    self.handle = handle
    self.limits = limits
    fileBytes = bytes.count
    let count = Int(clamping: zip_get_num_entries(handle, 0))
    guard count <= limits.entryCountMax else {
      throw .limit(name: .entryCount, value: limits.entryCountMax)
    }
    indices.reserveCapacity(count)
    for index in 0..<max(0, count) {
      guard let name = zip_get_name(handle, zip_uint64_t(index), zip_flags_t(ZIP_FL_ENC_RAW)) else {
        continue
      }
      if indices.updateValue(index, forKey: Self.key(UnsafeBufferPointer(start: name, count: strlen(name))))
        != nil
      {
        hasDuplicateNames = true
      }
    }
  }

  deinit {
    zip_discard(handle)
  }

  /// How many entries the archive has, names counted once.
  package var entryCount: Int { indices.count }

  /// The names of all entries, as they are compared, sorted.
  package var names: [String] { indices.keys.sorted() }

  /// Whether there is an entry of that name.
  package func contains(_ name: String) -> Bool {
    index(of: name) != nil
  }

  /// Opens an entry to be read from its beginning; nil where there is none of that name.
  ///
  /// - Throws: `.encrypted`, `.damaged`, `.limit`.
  package func entry(named name: String) throws(ReadingError) -> ArchiveEntry? {
    guard let index = index(of: name) else { return nil }
    return try ArchiveEntry(index: index, name: name, archive: self, fileBytes: fileBytes)
  }

  /// All bytes of an entry; nil where there is none of that name.
  package func bytes(named name: String) throws(ReadingError) -> [UInt8]? {
    guard let entry = try entry(named: name) else { return nil }
    var all: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = try piece.withUnsafeMutableBufferPointer { (buffer) throws(ReadingError) -> Int in
        try entry.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if count == 0 { return all }
      all.append(contentsOf: piece[..<count])
    }
  }

  private func index(of name: String) -> Int? {
    var name = name
    return name.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { indices[Self.key($0)] }
    }
  }

  /// A name as it is compared: ASCII letters small, `\` as `/`, no `/` in front.
  private static func key(_ name: UnsafeBufferPointer<CChar>) -> String {
    let start = name.first == 0x2F || name.first == 0x5C ? 1 : 0
    let count = name.count - start
    return String(unsafeUninitializedCapacity: max(1, count)) { buffer in
      for offset in 0..<count {
        let byte = UInt8(bitPattern: name[start + offset])
        switch byte {
        case 0x41...0x5A: buffer[offset] = byte | 0x20
        case 0x5C: buffer[offset] = 0x2F
        default: buffer[offset] = byte
        }
      }
      return count
    }
  }
}
