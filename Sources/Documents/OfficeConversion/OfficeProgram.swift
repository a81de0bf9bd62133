// LibreOffice as a child process: found, started without a window, ended when it takes too long.
import Glibc
import Tables

/// One installation of LibreOffice and a profile of its own for this process.
struct OfficeProgram: Sendable {
  let path: String

  /// Where Debian and the usual packages put the program itself; `PLUMBLINE_SOFFICE` names another place.
  static func onDisk() -> OfficeProgram? {
    let named = getenv("PLUMBLINE_SOFFICE").map { [String(cString: $0)] } ?? []
    let places =
      named + [
        "/usr/lib/libreoffice/program/soffice.bin", "/opt/libreoffice/program/soffice.bin",
        "/usr/lib64/libreoffice/program/soffice.bin", "/usr/bin/soffice", "/usr/local/bin/soffice",
      ]
    return places.first { access($0, X_OK) == 0 }.map { OfficeProgram(path: $0) }
  }

  /// How a run ended.
  enum Ending: Equatable {
    case done
    case failed(code: Int32)
    case late
    case notStarted
  }

  /// The code with which LibreOffice asks to be started again, as after making a profile.
  private static let startAgain: Int32 = 81

  /// Converts one file into a folder.
  func convert(_ file: String, to filter: String, folder: String, profile: String, seconds: Int) -> Ending {
    let words = [
      path, "--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
      "-env:UserInstallation=file://\(profile)", "--convert-to", filter, "--outdir", folder, file,
    ]
    var ending = Ending.notStarted
    for _ in 0..<3 {
      ending = run(words, seconds: seconds)
      guard ending == .failed(code: Self.startAgain) else { return ending }
    }
    return ending
  }

  private func run(_ words: [String], seconds: Int) -> Ending {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    guard posix_spawn(&process, path, &actions, nil, arguments, environ) == 0 else { return .notStarted }
    return wait(for: process, seconds: seconds)
  }

  private func wait(for process: pid_t, seconds: Int) -> Ending {
    var status: Int32 = 0
    // Looks often at first: most files take less than a second.
    for turn in 0..<(seconds * 50) {
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
