// A temporary folder for what goes into another program and what comes out of it.
import Glibc

/// A folder of this process, below the one for temporary files.
package struct WorkFolder: Sendable {
  /// Its absolute path.
  package let path: String

  /// - Parameter name: how the folder's name begins.
  /// - Returns: nil when the system gives no folder.
  package init?(_ name: String) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/\(name)-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The path of a file in the folder.
  package func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Makes a folder inside; false when it cannot be made.
  package func makeFolder(_ name: String) -> Bool { mkdir(path(name), 0o700) == 0 }

  /// Writes a new file; false when it cannot be written whole.
  package func write(_ bytes: [UInt8], as name: String) -> Bool {
    let descriptor = open(path(name), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var count = 0
    while count < bytes.count {
      let put = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + count }, bytes.count - count)
      }
      guard put > 0 else { return false }
      count += put
    }
    return true
  }

  /// The bytes of a file; nil where there is none, an empty one, or one with more bytes than the limit.
  package func read(_ name: String, bytesMax: Int) -> [UInt8]? {
    let descriptor = open(path(name), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    guard size > 0, size <= bytesMax else { return nil }
    var bytes = [UInt8](repeating: 0, count: size)
    var count = 0
    while count < size {
      let got = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
      }
      guard got > 0 else { return nil }
      count += got
    }
    return bytes
  }

  /// Removes the folder with its files; folders inside are left to the owner of the temporary folder.
  package func remove() {
    guard let stream = opendir(path) else { return }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { unlink(path(name)) }
    }
    closedir(stream)
    rmdir(path)
  }
}
