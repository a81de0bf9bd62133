// A folder that is gone when the test is over.
internal import Glibc

/// A folder of its own under the system's folder for temporary files.
package final class ScratchFolder: Sendable {
  /// Absolute, without a slash at the end.
  package let path: String

  /// - Throws: the system's number for what is wrong.
  package init() throws(ScratchProblem) {
    let root = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var pattern = Array("\(root)/plumbline-XXXXXX".utf8CString)
    guard mkdtemp(&pattern) != nil else { throw ScratchProblem(code: errno) }
    path = String(decoding: pattern.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { ChildProgram.remove(path) }
}

/// The system's number for what went wrong.
package struct ScratchProblem: Error {
  package let code: Int32

  package init(code: Int32) { self.code = code }
}
