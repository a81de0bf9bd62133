// One entry of an archive while it is unpacked, piece by piece, under the archive's limits.
internal import CZip
package import Tables

/// An entry opened for reading; its check sum is compared when its end is reached.
package final class ArchiveEntry {
  /// Unpacked bytes from which on the ratio counts: below it every ratio is harmless.
  private static let ratioFloor = 32 << 20
  /// Unpacked bytes for one packed byte: markup of forms packs at most 60 to 1, deflate can do 1032 to 1.
  private static let ratioMax = 400

  /// How many bytes the directory says it unpacks to: a hint for reserving memory, not to be trusted.
  package let declaredBytes: Int

  private let file: OpaquePointer
  private let archive: ArchiveReader
  private let name: String
  private let packedBytes: Int
  private var unpackedBytes = 0

  init(index: Int, name: String, archive: ArchiveReader, fileBytes: Int) throws(ReadingError) {
    var facts = zip_stat_t()
    zip_stat_init(&facts)
    guard zip_stat_index(archive.handle, zip_uint64_t(index), 0, &facts) == 0 else {
      throw .damaged(detail: "zip: no directory entry for \(name)")
    }
    guard facts.encryption_method == UInt16(ZIP_EM_NONE) else { throw .encrypted }
    guard facts.comp_method == UInt16(ZIP_CM_STORE) || facts.comp_method == UInt16(ZIP_CM_DEFLATE) else {
      throw .damaged(detail: "zip: \(name) is packed by method \(facts.comp_method), not by deflate")
    }
    // What the directory says is believed only where it makes the limit bite sooner.
    guard facts.size <= UInt64(max(0, archive.limits.unpackedBytesMax - archive.unpackedBytes)) else {
      throw .limit(name: .unpackedBytes, value: archive.limits.unpackedBytesMax)
    }
    guard let file = zip_fopen_index(archive.handle, zip_uint64_t(index), 0) else {
      throw .damaged(detail: "zip: cannot open \(name)")
    }
    self.file = file
    declaredBytes = Int(clamping: facts.size)
    self.archive = archive
    self.name = name
    packedBytes = min(Int(clamping: facts.comp_size), fileBytes)
  }

  deinit {
    zip_fclose(file)
  }

  /// Fills the buffer with the next bytes.
  ///
  /// - Returns: how many there were; 0 at the end.
  /// - Throws: `.damaged` (broken stream, wrong check sum), `.limit` (unpacked bytes, ratio).
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    let count = zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count))
    guard count >= 0 else {
      let code = zip_error_code_zip(zip_file_get_error(file))
      throw .damaged(detail: "zip: \(name) cannot be unpacked, error \(code)")
    }
    let read = Int(count)
    unpackedBytes += read
    archive.unpackedBytes += read
    if archive.unpackedBytes > archive.limits.unpackedBytesMax {
      throw .limit(name: .unpackedBytes, value: archive.limits.unpackedBytesMax)
    }
    if unpackedBytes > Self.ratioFloor, unpackedBytes / max(1, packedBytes) > Self.ratioMax {
      throw .limit(name: .compressionRatio, value: Self.ratioMax)
    }
    return read
  }
}
