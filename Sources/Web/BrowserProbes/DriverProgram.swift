// The program that drives Chromium: started on a free port, ended with the process that started it.
internal import Glibc
internal import StorageProbes

/// `chromedriver` at work.
final class DriverProgram: Sendable {
  let port: UInt16
  private let shell: ChildProgram

  /// The programs, where the PATH has them.
  static let chromium = program(["chromium", "chromium-browser", "google-chrome"])
  static let chromedriver = program(["chromedriver"])

  /// - Throws: `.notInstalled`, or `.driverGone` where it ends, or says nothing, as often as it is started.
  convenience init() throws(BrowserProblem) {
    guard let chromedriver = Self.chromedriver else { throw .notInstalled }
    for _ in 0..<Self.startsMax {
      if let (shell, port) = Self.start(chromedriver, secondsMax: 30) {
        self.init(shell: shell, port: port)
        return
      }
    }
    throw .driverGone
  }

  private init(shell: ChildProgram, port: UInt16) {
    self.shell = shell
    self.port = port
  }

  /// It takes a port of IPv6 and then wants the same one of IPv4, which others may have: then it ends.
  private static let startsMax = 8

  /// - Parameters:
  ///   - program: the driver, or in tests what behaves like one.
  ///   - secondsMax: how long it may say nothing.
  static func start(_ program: String, secondsMax: Int) -> (ChildProgram, port: UInt16)? {
    guard let shell = ChildProgram(["bash", "-c", script, "bash", program]) else { return nil }
    var said: [UInt8] = []
    while case let piece = shell.read(secondsMax: secondsMax), !piece.isEmpty {
      said += piece
      if let port = port(in: String(decoding: said, as: UTF8.self)) { return (shell, port) }
    }
    shell.closeInput()
    shell.wait()
    return nil
  }

  /// Ends it and the browser with it, as the end of this process does.
  func stop() {
    shell.closeInput()
    shell.wait()
  }

  /// The shell waits for the end of its input, which comes with the end of this process. It keeps nothing
  /// open whose end others wait for, its own output too: that ends with the driver. It takes the browser
  /// away with the driver: both are in one group.
  private static let script = """
    exec 2>/dev/null
    for open in /proc/$$/fd/*; do
      number=${open##*/}
      if [ "$number" -gt 2 ]; then eval "exec $number>&-"; fi
    done
    TMPDIR=$(mktemp -d) && export TMPDIR || exit 1
    setsid "$1" --port=0 </dev/null &
    driver=$!
    exec >/dev/null
    cat
    kill -KILL -- "-$driver"
    wait "$driver"
    rm -rf -- "$TMPDIR" || { sleep 0.5; rm -rf -- "$TMPDIR"; }
    """

  /// `ChromeDriver was started successfully on port 41677.`
  static func port(in said: String) -> UInt16? {
    for line in said.split(separator: "\n") where line.utf8.last == UInt8(ascii: ".") {
      let words = line.dropLast().split(separator: " ")
      guard words.contains("successfully"), words.dropLast().last == "port" else { continue }
      return words.last.flatMap { UInt16($0) }
    }
    return nil
  }

  private static func program(_ names: [String]) -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    for name in names {
      for folder in path.split(separator: ":") where access("\(folder)/\(name)", X_OK) == 0 {
        return "\(folder)/\(name)"
      }
    }
    return nil
  }
}
