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

  init() throws(BrowserProblem) {
    guard let chromedriver = Self.chromedriver else { throw .notInstalled }
    guard let shell = ChildProgram(["bash", "-c", Self.script, "bash", chromedriver]) else {
      throw .driverGone
    }
    self.shell = shell
    var said: [UInt8] = []
    while true {
      let piece = shell.read()
      if piece.isEmpty { throw .driverGone }
      said += piece
      if let port = Self.port(in: String(decoding: said, as: UTF8.self)) {
        self.port = port
        return
      }
    }
  }

  /// Ends it and the browser with it, as the end of this process does.
  func stop() {
    shell.closeInput()
    shell.wait()
  }

  /// The shell waits for the end of its input, which comes with the end of this process. It keeps nothing
  /// open whose end others wait for, and takes the browser away with the driver: both are in one group.
  private static let script = """
    exec 2>/dev/null
    for open in /proc/$$/fd/*; do
      number=${open##*/}
      if [ "$number" -gt 2 ]; then eval "exec $number>&-"; fi
    done
    TMPDIR=$(mktemp -d) && export TMPDIR || exit 1
    setsid "$1" --port=0 </dev/null &
    driver=$!
    cat >/dev/null
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
