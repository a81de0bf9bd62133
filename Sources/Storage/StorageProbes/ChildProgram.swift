// Other programs, for tests: started with a pipe to and from them, killed, waited for.
package import Glibc
internal import Synchronization

/// A program that was started.
package final class ChildProgram: @unchecked Sendable {
  /// The number of its process.
  package let process: pid_t
  private let input: Int32
  private let isInputOpen = Atomic(true)
  private let output: Int32

  /// - Parameter words: the program, looked for on the PATH, and its arguments.
  /// - Returns: nil where it cannot be started.
  package init?(_ words: [String]) {
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    var process: pid_t = 0
    // One at a time: no child may inherit the ends of another's pipes.
    let failure = Self.turnstile.withLock { _ in
      guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { return errno }
      for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      defer {
        Glibc.close(toChild[0])
        Glibc.close(fromChild[1])
      }
      return Self.spawn(words, input: toChild[0], output: fromChild[1], &process)
    }
    guard failure == 0 else {
      Glibc.close(toChild[1])
      Glibc.close(fromChild[0])
      return nil
    }
    self.process = process
    input = toChild[1]
    output = fromChild[0]
  }

  private static let turnstile = Mutex(())

  private static func spawn(
    _ words: [String], input: Int32, output: Int32, _ process: inout pid_t
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    return posix_spawnp(&process, words.first ?? "", &actions, nil, &arguments, environ)
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

  /// What it has written, as soon as there is something; empty at the end.
  package func read() -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(output, &block, block.count)
      if count < 0, errno == EINTR { continue }
      return Array(block.prefix(max(0, count)))
    }
  }

  /// Everything that it writes, up to its end.
  package func readAll() -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let piece = read()
      if piece.isEmpty { return all }
      all += piece
    }
  }

  /// Ends it without asking.
  package func kill() { Glibc.kill(process, SIGKILL) }

  /// Waits for its end.
  ///
  /// - Returns: its exit code; nil where a signal ended it.
  @discardableResult
  package func wait() -> Int32? {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
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
