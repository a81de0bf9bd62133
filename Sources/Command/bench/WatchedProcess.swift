// A program that is run while its memory is looked at, and that of the processes it starts.
import Glibc

/// Runs a program to its end and notes the largest resident size of each process by its name.
enum WatchedProcess {
  /// - Returns: bytes by the first 15 characters of the name; nil when the program cannot be run.
  static func run(_ words: [String]) -> [String: Int]? {
    let command = words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
    guard let stream = popen("\(command) 2>/dev/null | wc -l", "r") else { return nil }
    var peaks: [String: Int] = [:]
    var ends = [pollfd(fd: fileno(stream), events: Int16(POLLIN), revents: 0)]
    while poll(&ends, 1, 20) == 0 { note(&peaks) }
    var block = [UInt8](repeating: 0, count: 64)
    let count = fread(&block, 1, block.count, stream)
    pclose(stream)
    return count > 1 ? peaks : nil
  }

  private static func note(_ peaks: inout [String: Int]) {
    for process in BenchFiles.names(in: "/proc") where Int32(process) != nil {
      guard let file = fopen("/proc/\(process)/status", "r") else { continue }
      defer { fclose(file) }
      var block = [UInt8](repeating: 0, count: 4096)
      let count = fread(&block, 1, block.count, file)
      let lines = String(decoding: block[..<count], as: UTF8.self).split(separator: "\n")
      guard let name = value("Name:", lines).map(String.init), name.hasPrefix("plumbline"),
        let kilobytes = value("VmHWM:", lines).flatMap({ Int($0.prefix { $0.isNumber }) })
      else { continue }
      peaks[name] = max(peaks[name] ?? 0, kilobytes * 1024)
    }
  }

  private static func value(_ key: String, _ lines: [Substring]) -> Substring? {
    lines.first { $0.hasPrefix(key) }.map { $0.dropFirst(key.count).drop { $0 == " " || $0 == "\t" } }
  }
}
