// Where the program is that reads in a process of its own.
import Glibc

/// The path of `plumbline-reader`.
package struct ReaderProgram: Sendable, Equatable {
  /// An absolute path; whether a program is there shows when it is started.
  package var path: String

  package init(path: String) {
    self.path = path
  }

  /// The name of the variable that tells another path, and of the file beside the calling program.
  package static let variable = "PLUMBLINE_READER"
  package static let fileName = "plumbline-reader"

  /// What `PLUMBLINE_READER` names, else the file beside the program that runs; nil where neither is there.
  package static func find() -> ReaderProgram? {
    if let stated = getenv(variable).map({ String(cString: $0) }), !stated.isEmpty {
      return isProgram(stated) ? ReaderProgram(path: absolute(stated)) : nil
    }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0, count < buffer.count else { return nil }
    let own = buffer[..<count].map { UInt8(bitPattern: $0) }
    guard let slash = own.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    let path = String(decoding: own[...slash], as: UTF8.self) + fileName
    return isProgram(path) ? ReaderProgram(path: path) : nil
  }

  private static func isProgram(_ path: String) -> Bool { access(path, X_OK) == 0 }

  /// The process starts in another folder, where relative paths mean something else.
  private static func absolute(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
