// A folder for one conversion, and the profile that all conversions of a process share.
import Glibc
import Synchronization
import Tables

/// A temporary folder with the file that is converted and what comes of it.
struct WorkFolder {
  let path: String

  init?() {
    guard let path = Self.make("convert") else { return nil }
    self.path = path
  }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ bytes: [UInt8], as name: String) -> Bool { Self.write(bytes, to: path(name)) }

  /// The bytes of a file; nil where there is none, or more than the limit.
  func read(_ name: String, bytesMax: Int) -> [UInt8]? {
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

  func remove() {
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

  // MARK: Profile

  private static let known = Mutex<String?>(nil)

  /// The profile of this process, made with its settings when it is first asked for.
  static func profile() throws(ReadingError) -> String {
    if let path = known.withLock({ $0 }) { return path }
    guard let path = make("profile"), mkdir("\(path)/user", 0o700) == 0,
      write(Array(OfficeProfile.settings.utf8), to: "\(path)/user/registrymodifications.xcu")
    else { throw .damaged(detail: "no temporary folder") }
    known.withLock { $0 = path }
    return path
  }

  private static func make(_ name: String) -> String? {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/\(name)-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
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
}
