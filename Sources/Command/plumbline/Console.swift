// The three standard streams, and what is known about the terminal behind them.
import Glibc

/// Where a command reads from and writes to.
struct Console: Sendable {
  var input: ByteSource
  var output: ByteSink
  var errors: ByteSink
  /// Columns of the terminal; for files and pipes a width that suits both screen and paper.
  var columns: Int
  /// False on request (`NO_COLOR`), on plain terminals, and for files and pipes.
  var isColoured: Bool
  /// Paths of the command line that the system knows by other bytes, by what they read like.
  var paths: [String: SystemPath] = [:]

  /// What the system calls paths of the command line.
  func places(of texts: [String]) -> [SystemPath] { texts.map { paths[$0] ?? SystemPath($0) } }

  static let columnsOfFiles = 100

  /// The streams of the process. A closed pipe ends in a failed write here, never in a signal.
  static var standard: Console {
    signal(SIGPIPE, SIG_IGN)
    let output = ByteSink(descriptor: STDOUT_FILENO)
    return Console(
      input: ByteSource(descriptor: STDIN_FILENO), output: output,
      errors: ByteSink(descriptor: STDERR_FILENO), columns: columns(of: output),
      isColoured: output.isTerminal && text(of: "NO_COLOR").isEmpty && text(of: "TERM") != "dumb")
  }

  private static func columns(of output: ByteSink) -> Int {
    guard output.isTerminal else { return columnsOfFiles }
    var size = winsize()
    guard ioctl(output.descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return 80 }
    return Int(size.ws_col)
  }

  private static func text(of variable: String) -> String {
    getenv(variable).map { String(cString: $0) } ?? ""
  }
}

/// A stream of bytes that comes in.
struct ByteSource: Sendable {
  let descriptor: Int32

  /// Fills the buffer with what comes next: the count of bytes, 0 at the end, below 0 on an error.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 || errno != EINTR { return count }
    }
  }
}

/// A stream of bytes that goes out.
struct ByteSink: Sendable {
  let descriptor: Int32

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// True when the reader at the other end of a pipe has gone.
  var isClosed: Bool {
    var query = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&query, 1, 0) > 0 && query.revents & Int16(POLLERR | POLLHUP) != 0
  }

  /// Writes everything; false when it cannot be taken, as by a closed pipe or a full disk.
  func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }

  func write(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes(write) }

  func write(_ text: String) -> Bool { write(Array(text.utf8)) }
}
