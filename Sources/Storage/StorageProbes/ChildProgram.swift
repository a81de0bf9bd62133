// Other programs, for tests: started with a pipe to and from them, killed, waited for.
internal import CPipes
package import Glibc
internal import Synchronization

/// A program that was started.
package final class ChildProgram: @unchecked Sendable {
  /// The number of its process.
  package let process: pid_t
  private let input: Int32
  private let isInputOpen = Atomic(true)
  private let isGone = Atomic(false)
  private let output: Int32

  /// - Parameter words: the program, looked for on the PATH, and its arguments.
  /// - Returns: nil where it cannot be started.
  package init?(_ words: [String]) {
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    var process: pid_t = 0
    // Closed at the exec in one step with their making: whoever starts a program at this moment on another
    // thread would keep the ends open, and then nobody would ever see the end of the other side.
    guard plumbline_pipe_closed_at_exec(&toChild) == 0 else { return nil }
    guard plumbline_pipe_closed_at_exec(&fromChild) == 0 else {
      for end in toChild { Glibc.close(end) }
      return nil
    }
    let failure = Self.spawn(words, input: toChild[0], output: fromChild[1], &process)
    Glibc.close(toChild[0])
    Glibc.close(fromChild[1])
    guard failure == 0 else {
      Glibc.close(toChild[1])
      Glibc.close(fromChild[0])
      return nil
    }
    self.process = process
    input = toChild[1]
    output = fromChild[0]
  }

  private static func spawn(
    _ words: [String], input: Int32, output: Int32, _ process: inout pid_t
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    // As a shell starts it: threads of tasks block nearly all signals, and a child would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for number in [SIGINT, SIGTERM, SIGQUIT, SIGPIPE] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    return posix_spawnp(&process, words.first ?? "", &actions, &attributes, &arguments, environ)
  }

  /// Tells it that nothing more comes; does nothing the second time.
  package func closeInput() {
    let open = isInputOpen.exchange(false, ordering: .relaxed)
    if open { Glibc.close(input) }
  }

  deinit {
    closeInput()
    Glibc.close(output)
  }

  /// What it has written, as soon as there is something; empty at the end, and where nothing comes for so
  /// long.
  package func read(secondsMax: Int = ChildProgram.secondsMax) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let end = ContinuousClock.now + .seconds(secondsMax)
    while true {
      let left = (end - .now) / .milliseconds(1)
      guard left > 0 else { return [] }
      var query = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&query, 1, Int32(clamping: Int(left) + 1)) > 0 else { continue }
      let count = Glibc.read(output, &block, block.count)
      if count < 0, errno == EINTR { continue }
      return Array(block.prefix(max(0, count)))
    }
  }

  /// After so long without a word, or without an end, a program counts as stuck.
  package static let secondsMax = 120

  /// Everything that it writes, up to its end.
  package func readAll() -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let piece = read()
      if piece.isEmpty { return all }
      all += piece
    }
  }

  /// Ends it without asking; does nothing once it has been waited for, when its number may be another's.
  package func kill() {
    if !isGone.load(ordering: .acquiring) { Glibc.kill(process, SIGKILL) }
  }

  /// Waits for its end, and ends it where that does not come.
  ///
  /// - Returns: its exit code; nil where a signal ended it.
  @discardableResult
  package func wait(secondsMax: Int = ChildProgram.secondsMax) -> Int32? {
    var status: Int32 = 0
    let end = ContinuousClock.now + .seconds(secondsMax)
    var pause: useconds_t = 200
    while case let found = waitpid(process, &status, WNOHANG), found != process {
      if found < 0, errno != EINTR { return nil }
      if .now > end { kill() }
      usleep(pause)
      pause = min(20_000, pause * 2)
    }
    isGone.store(true, ordering: .releasing)
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  /// Runs a program to its end.
  ///
  /// - Returns: true where it ended well.
  @discardableResult
  package static func run(_ words: [String]) -> Bool {
    guard let child = ChildProgram(words) else { return false }
    _ = child.readAll()
    return child.wait() == 0
  }

  /// Removes a folder with everything in it.
  static func remove(_ path: String) { run(["rm", "-rf", "--", path]) }
}
