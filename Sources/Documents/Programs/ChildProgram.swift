// Another program as a child process: found on disk, run to its end, ended when it takes too long.
import Glibc

/// A program of the system, such as LibreOffice or tesseract.
///
/// Children share the walls of the process that starts them; only the reading process starts any.
package struct ChildProgram: Sendable {
  /// Where it stands.
  package let path: String

  /// The first of some places where a program can be run; nil where none can.
  ///
  /// - Parameters:
  ///   - variable: a variable of the environment that names another place.
  ///   - places: absolute paths, or names that are looked for in the usual folders.
  package init?(variable: String, places: [String]) {
    let named = getenv(variable).map { [String(cString: $0)] } ?? []
    let candidates =
      named
      + places.flatMap { place in
        place.utf8.first == UInt8(ascii: "/") ? [place] : ["/usr/bin/\(place)", "/usr/local/bin/\(place)"]
      }
    guard let found = candidates.first(where: { access($0, X_OK) == 0 }) else { return nil }
    path = found
  }

  /// How a run ended.
  package enum Ending: Equatable, Sendable {
    case done
    /// It said that it failed, or a signal ended it (-1).
    case failed(code: Int32)
    /// It took too long and was ended.
    case late
    case notStarted
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - words: its arguments, without its own name.
  ///   - output: a file for what it writes to the standard output; nil throws that away.
  ///   - seconds: how long it may take, by the clock on the wall.
  package func run(_ words: [String], output: String? = nil, seconds: Int) -> Ending {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, output ?? "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = ([path] + words).map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    guard posix_spawn(&process, path, &actions, nil, arguments, environ) == 0 else { return .notStarted }
    return wait(for: process, seconds: seconds)
  }

  private func wait(for process: pid_t, seconds: Int) -> Ending {
    var status: Int32 = 0
    // Looks often at first: most runs take less than a second.
    for turn in 0..<(max(1, seconds) * 50) {
      let answer = waitpid(process, &status, WNOHANG)
      if answer == process {
        let isExit = status & 0x7F == 0
        let code = (status >> 8) & 0xFF
        return isExit && code == 0 ? .done : .failed(code: isExit ? code : -1)
      }
      if answer < 0, errno != EINTR { return .failed(code: -1) }
      usleep(turn < 10 ? 5_000 : 20_000)
    }
    kill(process, SIGKILL)
    waitpid(process, &status, 0)
    return .late
  }
}
