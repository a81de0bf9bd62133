// Whether a data folder can be read and written, found out before anything is opened.
internal import Glibc

/// Questions to the system about a folder.
enum FolderCheck {
  static func checkReadable(_ folder: String) throws(StorageProblem) {
    var status = stat()
    guard stat(folder, &status) == 0 else { throw .folderMissing(folder) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .noFolder(folder) }
  }

  /// Writes a file and takes it away again: rights, mounts and quotas have no shorter answer.
  static func checkWritable(_ folder: String) throws(StorageProblem) {
    try checkReadable(folder)
    switch trial(folder) {
    case 0: return
    case ENOSPC, EDQUOT, EFBIG: throw .diskFull(folder)
    default: throw .folderNotWritable(folder)
    }
  }

  static func isWritable(_ folder: String) -> Bool { trial(folder) == 0 }

  /// What a database needs to begin with.
  private static let trialBytes = 1 << 16

  /// - Returns: 0, or the system's number for what is wrong.
  private static func trial(_ folder: String) -> Int32 {
    var pattern = Array("\(folder)/trial-XXXXXX".utf8CString)
    let file = mkstemp(&pattern)
    guard file >= 0 else { return errno }
    defer {
      close(file)
      unlink(pattern)
    }
    let bytes = [UInt8](repeating: 0, count: trialBytes)
    let written = write(file, bytes, bytes.count)
    if written < 0 { return errno }
    return written == bytes.count ? 0 : ENOSPC
  }
}
