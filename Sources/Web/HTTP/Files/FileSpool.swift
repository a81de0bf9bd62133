// An answer that is too long for memory: written piece by piece into a file without a name, then sent.
import Glibc

/// Collects the pieces of an answer on the disk. The file has no name, so nothing is left of it whatever
/// happens; an answer is sent whole or not at all, with its length.
package actor FileSpool {
  private var descriptor: Int32 = -1
  private var length = 0

  /// Threads that may wait for the disk.
  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    DiskExecutor.shared.asUnownedSerialExecutor()
  }

  package init() {}

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// - Throws: `Refusal.notStored` where the disk takes no more.
  package func write(_ bytes: [UInt8]) throws(Refusal) {
    if descriptor < 0 { try open() }
    var count = 0
    while count < bytes.count {
      let put = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
      }
      guard put > 0 else { throw .notStored }
      count += put
    }
    length += bytes.count
  }

  /// Everything that was written, from its beginning; what is written behind it begins anew.
  package func finish() throws(Refusal) -> Response.Body {
    guard length > 0 else { return .empty }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .notStored }
    defer { (descriptor, length) = (-1, 0) }
    return .file(OpenFile(descriptor: descriptor, length: length))
  }

  private func open() throws(Refusal) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var pattern = Array("\(folder)/plumbline-XXXXXX".utf8CString)
    descriptor = mkstemp(&pattern)
    guard descriptor >= 0 else { throw .notStored }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(pattern)
  }
}
