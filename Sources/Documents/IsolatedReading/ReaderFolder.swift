// The temporary folders of reading processes, which go away whatever happened in them.
import Glibc

/// A folder for the readers of one pool; each reader has one below it.
///
/// The owner holds a lock on the folder as long as it lives. What a killed owner has left behind is therefore
/// known by its free lock, and the next one sweeps it away.
final class ReaderFolder: Sendable {
  let path: String
  private let lock: Int32

  private static let prefix = "plumbline-reader-"

  /// - Returns: nil when the system gives no folder.
  init?(in parent: String = ReaderFolder.temporary) {
    Self.sweep(parent)
    var template = Array("\(parent)/\(Self.prefix)XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if lock >= 0 { flock(lock, LOCK_EX | LOCK_NB) }
  }

  deinit {
    Self.remove(path)
    if lock >= 0 { close(lock) }
  }

  /// A fresh folder below; nil when there can be none.
  func make() -> String? {
    var template = Array("\(path)/XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static var temporary: String {
    let stated = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return stated.utf8.first == UInt8(ascii: "/") ? stated : "/tmp"
  }

  /// Removes the folders of owners that are gone. One that is being made has no lock yet for a moment, so the
  /// young ones are left alone.
  private static func sweep(_ parent: String) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    for name in names(in: parent) where name.utf8.starts(with: prefix.utf8) {
      let path = "\(parent)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0, status.st_uid == geteuid(), status.st_mode & S_IFMT == S_IFDIR,
        now.tv_sec - status.st_mtim.tv_sec > 60
      else { continue }
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { remove(path) }
      close(descriptor)
    }
  }

  /// Removes a folder with everything below it; links are removed and never followed.
  static func remove(_ path: String, depth: Int = 0) {
    // A hostile reader may have nested its folders beyond all paths; what lies deeper stays.
    guard depth < 64 else { return }
    chmod(path, 0o700)
    for name in names(in: path) {
      let below = "\(path)/\(name)"
      var status = stat()
      guard lstat(below, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR { remove(below, depth: depth + 1) } else { unlink(below) }
    }
    rmdir(path)
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { field in
        String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
