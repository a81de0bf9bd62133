// The inner side: takes documents from the pipe one after the other and answers each.
import CIsolation
package import DocumentReading
import Glibc
package import JSONText

/// The loop of `plumbline-reader`, whose walls the starter has put up before the program began.
package struct ReaderSide {
  private let input: Int32
  private let output: Int32

  /// Moves the two pipes out of reach: whatever a library or a program started by it prints or reads goes
  /// nowhere and cannot be taken for an answer.
  ///
  /// - Returns: nil when the system does not play along.
  package init?() {
    signal(SIGPIPE, SIG_IGN)
    input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
    output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    let nothing = open("/dev/null", O_RDONLY)
    guard input >= 0, output >= 0, nothing >= 0, dup2(nothing, STDIN_FILENO) >= 0,
      dup2(STDERR_FILENO, STDOUT_FILENO) >= 0
    else { return nil }
    close(nothing)
  }

  /// Puts up what can be put up from inside, for a reader that was started by hand; true when no socket can
  /// be opened to anywhere outside the machine.
  package static func closeNetwork() -> Bool {
    if plumbline_network_is_closed() == 1 { return true }
    return plumbline_close_network() == 0 && plumbline_network_is_closed() == 1
  }

  /// Answers until the other side closes the pipe.
  ///
  /// - Parameter read: writes the result of one document, a JSON object, as the question wants it.
  package func run(_ read: (ReaderQuestion, [UInt8], ReadingOptions, inout JSONWriter) -> Void) {
    guard write(ReaderGreeting(isNetworkClosed: Self.closeNetwork()).line) else { return }
    while let line = line(), let request = ReaderRequest(line) {
      plumbline_allow_processor_seconds(UInt64(request.processorSeconds))
      guard let bytes = take(request.byteCount) else { return }
      let answer = ReaderAnswer.line(id: request.id) { read(request.question, bytes, request.options, &$0) }
      guard write(answer) else { return }
    }
  }

  /// Requests are short; they are read byte by byte so that nothing of the document is taken with them.
  private func line() -> [UInt8]? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while line.count < 1024 {
      let count = Glibc.read(input, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return nil }
      if byte == UInt8(ascii: "\n") { return line }
      line.append(byte)
    }
    return nil
  }

  private func take(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes {
        Glibc.read(input, $0.baseAddress.map { $0 + filled }, count - filled)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return nil }
      filled += got
    }
    return bytes
  }

  private func write(_ bytes: [UInt8]) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(output, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }
}
