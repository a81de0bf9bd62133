// Writes zip archives into memory: entries in the order given, the same bytes for the same input.
internal import CZip
internal import Glibc
package import Tables

/// Collects entries and packs them.
///
/// Example: `var archive = ArchiveWriter(); archive.add("a.txt", bytes); let zip = try archive.finish()`.
package struct ArchiveWriter {
  private var entries: [(name: String, bytes: [UInt8], isPacked: Bool)] = []

  package init() {}

  /// Adds an entry. The names must differ.
  ///
  /// - Parameter isPacked: false stores the bytes as they are (a `mimetype` entry, pictures).
  package mutating func add(_ name: String, _ bytes: [UInt8], isPacked: Bool = true) {
    entries.append((name, bytes, isPacked))
  }

  /// Adds an entry with a text in UTF-8.
  package mutating func add(_ name: String, _ text: String) {
    add(name, Array(text.utf8))
  }

  /// The archive's bytes.
  ///
  /// - Throws: `.damaged` where the library refuses (no memory, a name twice).
  package func finish() throws(ReadingError) -> [UInt8] {
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &failure) else {
      throw .damaged(detail: "zip: no target, error \(zip_error_code_zip(&failure))")
    }
    defer { zip_source_free(target) }
    zip_source_keep(target)
    guard let handle = zip_open_from_source(target, ZIP_TRUNCATE, &failure) else {
      zip_source_free(target)
      throw .damaged(detail: "zip: cannot open, error \(zip_error_code_zip(&failure))")
    }
    do throws(ReadingError) {
      for entry in entries { try add(entry.name, entry.bytes, isPacked: entry.isPacked, to: handle) }
    } catch {
      zip_discard(handle)
      throw error
    }
    guard zip_close(handle) == 0 else {
      let code = zip_error_code_zip(zip_get_error(handle))
      zip_discard(handle)
      throw .damaged(detail: "zip: cannot write, error \(code)")
    }
    return try Self.bytes(of: target)
  }

  private func add(
    _ name: String, _ bytes: [UInt8], isPacked: Bool, to handle: OpaquePointer
  ) throws(ReadingError) {
    // The library frees the copy, also when it fails later; it must come from malloc. Of nothing it frees
    // nothing.
    var copy: UnsafeMutableRawPointer?
    if !bytes.isEmpty {
      copy = malloc(bytes.count)
      guard copy != nil else { throw .damaged(detail: "zip: no memory") }
      bytes.withUnsafeBytes { if let copy, let origin = $0.baseAddress { memcpy(copy, origin, bytes.count) } }
    }
    guard let source = zip_source_buffer(handle, copy, zip_uint64_t(bytes.count), copy == nil ? 0 : 1) else {
      free(copy)
      throw .damaged(detail: "zip: no source for \(name)")
    }
    let index = zip_file_add(handle, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw .damaged(detail: "zip: cannot add \(name)")
    }
    let method = isPacked ? ZIP_CM_DEFLATE : ZIP_CM_STORE
    zip_set_file_compression(handle, zip_uint64_t(index), Int32(method), 0)
    // 1 January 1980, the first day a zip can name, so that equal input gives equal bytes.
    zip_file_set_dostime(handle, zip_uint64_t(index), 0, 0x21, 0)
  }

  private static func bytes(of source: OpaquePointer) throws(ReadingError) -> [UInt8] {
    var facts = zip_stat_t()
    zip_stat_init(&facts)
    guard zip_source_stat(source, &facts) == 0, zip_source_open(source) == 0 else {
      throw .damaged(detail: "zip: cannot read back")
    }
    defer { zip_source_close(source) }
    let count = Int(clamping: facts.size)
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = max(0, Int(zip_source_read(source, buffer.baseAddress, zip_uint64_t(count))))
    }
    guard bytes.count == count else { throw .damaged(detail: "zip: cannot read back") }
    return bytes
  }
}
