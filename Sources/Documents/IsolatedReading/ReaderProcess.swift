// One reading process as the outer side sees it: started behind walls, asked, and ended with all its
// children.
import CIsolation
import Glibc

/// A process that reads documents. It belongs to one thread at a time; the pool sees to that.
final class ReaderProcess: @unchecked Sendable {
  /// What came of asking.
  enum Outcome {
    case answer([UInt8])
    /// More bytes than an answer may have.
    case tooLong
    /// The process ended, or closed its output.
    case ended
    case late
  }

  /// How it ended, as far as that tells what was wrong with the document.
  enum Cause: Equatable {
    case processorTime
    case temporaryFile
    case memory
    case other
  }

  private let process: Int32
  private let input: Int32
  private let output: Int32
  private let errors: Int32
  private let folder: String
  private let addressSpaceBytesMax: Int
  /// Bytes of the output that no line feed has ended yet.
  private var arrived: [UInt8] = []
  /// The last words on its standard error, for operators.
  private var lastWords: [UInt8] = []
  private var ending: plumbline_ending?
  private var isOver = false
  /// Documents answered so far.
  private(set) var answers = 0

  private static let lastWordsMax = 4096
  private static let blockBytes = 1 << 16

  private init(
    process: Int32, input: Int32, output: Int32, errors: Int32, folder: String, addressSpaceBytesMax: Int
  ) {
    self.process = process
    self.input = input
    self.output = output
    self.errors = errors
    self.folder = folder
    self.addressSpaceBytesMax = addressSpaceBytesMax
    for end in [input, output, errors] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  deinit {
    end()
    for descriptor in [input, output, errors] { close(descriptor) }
    ReaderFolder.remove(folder)
  }

  // MARK: Starting

  /// Starts the program; it has still to say that it is ready.
  ///
  /// - Parameter folder: its own; it is removed with the process.
  static func start(_ program: ReaderProgram, settings: ReaderSettings, folder: String) -> ReaderProcess? {
    var ends: [[Int32]] = []
    defer { for end in ends.flatMap({ $0 }) { close(end) } }
    for _ in 0..<3 {
      var pair: [Int32] = [-1, -1]
      guard plumbline_pipe(&pair) == 0 else { return nil }
      ends.append(pair)
    }
    let environment = environment(folder: folder, of: callerEnvironment)
    let process = withCStrings([program.path]) { arguments in
      withCStrings(environment) { environment in
        folder.withCString { folder in
          var walls = plumbline_walls(
            folder: folder, address_bytes: UInt64(settings.addressSpaceBytesMax),
            file_bytes: UInt64(settings.temporaryFileBytesMax),
            processor_seconds: UInt64(settings.processorSecondsOfLife),
            open_files: UInt64(settings.openFilesMax),
            processes: UInt64(settings.processesMax))
          return plumbline_start(
            program.path, arguments, environment, &walls, ends[0][0], ends[1][1], ends[2][1])
        }
      }
    }
    guard process > 0 else { return nil }
    let kept = [ends[0][1], ends[1][0], ends[2][0]]
    ends = [[ends[0][0], ends[1][1], ends[2][1]]]
    return ReaderProcess(
      process: process, input: kept[0], output: kept[1], errors: kept[2], folder: folder,
      addressSpaceBytesMax: settings.addressSpaceBytesMax)
  }

  /// Nothing of the caller's environment but what tells where programs and libraries are.
  ///
  /// - Parameter caller: the caller's variables, as `NAME=value`.
  static func environment(folder: String, of caller: [String]) -> [String] {
    var lines = [
      "HOME=\(folder)", "TMPDIR=\(folder)", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "SWIFT_BACKTRACE=enable=no",
    ]
    let kept = caller.filter { keptVariables.contains(String($0.prefix { $0 != "=" })) }
    lines += kept
    return kept.contains { $0.hasPrefix("PATH=") } ? lines : lines + ["PATH=/usr/local/bin:/usr/bin:/bin"]
  }

  private static var callerEnvironment: [String] {
    var lines: [String] = []
    var next = environ
    while let line = next.pointee {
      lines.append(String(cString: line))
      next += 1
    }
    return lines
  }

  /// By name, for others hold secrets: the settings name the database with its password.
  private static let keptVariables: Set<String> = [
    "PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "TZ", "PLUMBLINE_PDFIUM", "PLUMBLINE_PDFTOCAIRO",
    "PLUMBLINE_PDFTOPPM", "PLUMBLINE_PDFTOTEXT", "PLUMBLINE_SOFFICE", "PLUMBLINE_TESSERACT",
  ]

  /// Waits until the process says that it is ready; nil when it does not in time.
  func greeting(within seconds: Int) -> ReaderGreeting? {
    let outcome = ask([], until: Deadline(seconds: seconds), answerBytesMax: 4096)
    guard case .answer(let line) = outcome else { return nil }
    answers = 0
    return ReaderGreeting(line)
  }

  /// False for a process that has ended without being asked anything.
  var isRunning: Bool {
    look(waits: false)
    return ending == nil
  }

  // MARK: Asking

  /// Sends the pieces and waits for one line.
  func ask(_ pieces: [[UInt8]], until deadline: Deadline, answerBytesMax: Int) -> Outcome {
    var pieces = pieces[...]
    var written = 0
    while true {
      if let line = takeLine(bytesMax: answerBytesMax) {
        guard pieces.isEmpty else { return .ended }
        answers += 1
        return .answer(line)
      }
      if arrived.count > answerBytesMax { return .tooLong }
      if deadline.isOver { return .late }
      var ends = [
        pollfd(fd: pieces.isEmpty ? -1 : input, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
      ]
      // Short, because a process may be gone while a child of it still holds the pipe.
      guard poll(&ends, 3, min(250, deadline.millisecondsLeft)) > 0 else {
        if isRunning { continue }
        return .ended
      }
      if ends[2].revents != 0 { listen() }
      if ends[0].revents != 0 { send(&pieces, &written) }
      if ends[1].revents != 0, !receive() { return .ended }
    }
  }

  private func send(_ pieces: inout ArraySlice<[UInt8]>, _ written: inout Int) {
    guard let piece = pieces.first else { return }
    let count = piece.withUnsafeBytes { bytes in
      write(input, bytes.baseAddress.map { $0 + written }, bytes.count - written)
    }
    if count < 0 {
      // A closed pipe: the end will be seen at the output.
      if errno != EAGAIN && errno != EINTR { pieces = [] }
      return
    }
    written += count
    if written == piece.count {
      pieces = pieces.dropFirst()
      written = 0
    }
  }

  /// False at the end of the output.
  private func receive() -> Bool {
    let start = arrived.count
    var got = 0
    arrived.append(contentsOf: repeatElement(0, count: Self.blockBytes))
    got = arrived.withUnsafeMutableBytes { read(output, $0.baseAddress.map { $0 + start }, Self.blockBytes) }
    let isWaiting = got < 0 && (errno == EAGAIN || errno == EINTR)
    arrived.removeLast(Self.blockBytes - max(0, got))
    searched = min(searched, start)
    return got > 0 || isWaiting
  }

  /// Bytes of what arrived that hold no line feed.
  private var searched = 0

  private func takeLine(bytesMax: Int) -> [UInt8]? {
    guard let end = arrived[searched...].firstIndex(of: UInt8(ascii: "\n")), end <= bytesMax else {
      searched = arrived.count
      return nil
    }
    searched = 0
    defer { arrived.removeSubrange(...end) }
    return Array(arrived[..<end])
  }

  /// True when it has said something that nobody asked for.
  var isTalkative: Bool { !arrived.isEmpty }

  private func listen() {
    var block = [UInt8](repeating: 0, count: Self.lastWordsMax)
    let count = read(errors, &block, block.count)
    guard count > 0 else { return }
    lastWords = (lastWords + block[..<count]).suffix(Self.lastWordsMax)
  }

  // MARK: Ending

  /// Ends it with everything that it has started; does nothing the second time. Once it has been waited for,
  /// its number may be another's: then only the group counts, whose number is kept while it has a member.
  func end() {
    guard !isOver, process > 1 else { return }
    isOver = true
    if ending == nil { kill(process, SIGKILL) }
    kill(-process, SIGKILL)
    look(waits: true)
    kill(-process, SIGKILL)
  }

  /// Why it ended by itself; the process is gone afterwards in any case.
  func cause() -> Cause {
    for _ in 0..<200 where isRunning { usleep(5_000) }
    listen()
    let seen = ending
    end()
    guard let seen else { return .other }
    if seen.signal == SIGXCPU || seen.signal == 0 && seen.code == PLUMBLINE_EXIT_TIME {
      return .processorTime
    }
    if seen.signal == SIGXFSZ { return .temporaryFile }
    if seen.signal != 0, seen.peak_bytes > UInt64(addressSpaceBytesMax) / 2 || hasLackedMemory {
      return .memory
    }
    return .other
  }

  /// Swift, C++ and the allocators say it in such words before they give up.
  private var hasLackedMemory: Bool {
    let words = String(decoding: lastWords, as: UTF8.self).lowercased()
    return [
      "failed to allocate", "could not allocate", "bad_alloc", "out of memory", "cannot allocate memory",
    ]
    .contains { words.contains($0) }
  }

  private func look(waits: Bool) {
    guard ending == nil else { return }
    let seen = plumbline_reap(process, waits ? 1 : 0)
    if seen.state != 0 { ending = seen }
  }
}

extension ReaderSettings {
  /// All documents of a process together, with a margin.
  fileprivate var processorSecondsOfLife: Int {
    max(processorSeconds, pictureProcessorSeconds) * max(1, documentsPerReader) + startSeconds
  }
}

/// Texts as C wants lists of them, closed by a null pointer.
private func withCStrings<Answer>(
  _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Answer
) -> Answer {
  var copies: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
  copies.append(nil)
  defer { for copy in copies { free(copy) } }
  return copies.withUnsafeBufferPointer { buffer in
    guard let start = buffer.baseAddress else { preconditionFailure("a list of texts has at least its end") }
    return body(start)
  }
}
