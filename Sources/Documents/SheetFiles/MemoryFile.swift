// A file that exists in memory only, for a library that can write nowhere else than into files.
internal import CXLSXWriter
internal import Glibc

/// A file without a name on disk; nothing is left of it when it is closed, even if the process dies.
struct MemoryFile: ~Copyable {
  private let descriptor: Int32

  /// nil where the system gives none.
  init?() {
    descriptor = plumbline_memory_file()
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// A path under which this process can open it.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// All that was written; nil where it cannot be read.
  func bytes() -> [UInt8]? {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size >= 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: size)
    var count = 0
    while count < size {
      let got = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress.map { $0 + count }, size - count, off_t(count))
      }
      guard got > 0 else { return nil }
      count += got
    }
    return bytes
  }
}
