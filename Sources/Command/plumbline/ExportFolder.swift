// Puts exported files where they belong: never half a file, never over another one unless that is asked for.
import FormExport
import Glibc
import Model

/// A folder that takes files.
struct ExportFolder {
  let path: String
  let overwrites: Bool
  private var names = ExportFileName()

  /// - Returns: nil where the folder is not there and cannot be made.
  init?(_ path: String, overwrites: Bool) {
    self.path = path
    self.overwrites = overwrites
    guard Self.make(path) else { return nil }
  }

  /// Writes a form's file.
  /// - Returns: its path; nil where it could not be written.
  mutating func write(_ bytes: [UInt8], of form: Form, format: ExportFormat) -> String? {
    let folder = path.last == "/" ? path : path + "/"
    let keeps = !overwrites
    let name = names.name(of: form, format: format) { keeps && Self.exists(folder + $0) }
    return Self.write(bytes, to: folder + name) ? folder + name : nil
  }

  /// Writes beside the place and moves the finished file there, so that nobody sees half of it.
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let beside = "\(path).\(getpid()).part"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return false }
    let isWritten = ByteSink(descriptor: descriptor).write(bytes)
    let isClosed = close(descriptor) == 0
    if isWritten, isClosed, rename(beside, path) == 0 { return true }
    unlink(beside)
    return false
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Makes a folder and those above it.
  private static func make(_ path: String) -> Bool {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode & S_IFMT == S_IFDIR }
    var bare = path[...]
    while bare.count > 1, bare.last == "/" { bare = bare.dropLast() }
    if let slash = bare.lastIndex(of: "/"), slash > bare.startIndex, !make(String(bare[..<slash])) {
      return false
    }
    return mkdir(String(bare), 0o755) == 0
  }
}
