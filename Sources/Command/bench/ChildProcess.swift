// Other processes: the peers, and readings whose memory has to be their own.
import Glibc

/// Runs a program to its end.
enum ChildProcess {
  /// What it writes to its standard output; nil when it cannot be run or ends with another code than 0.
  static func output(of words: [String]) -> String? {
    let command = words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
    guard let stream = popen("\(command) 2>/dev/null", "r") else { return nil }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&block, 1, block.count, stream)
      if count == 0 { break }
      bytes += block[..<count]
    }
    return pclose(stream) == 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }
}

/// The usual reader of a format in Python, measured on the same files in the same run.
struct Peer {
  var name: String
  /// Files a second.
  var rate: Double

  /// - Returns: nil where Python or the reader is missing, or the format has no peer.
  static func measure(_ format: BenchFormat, files: [String]) -> Peer? {
    format == .text ? nil : measure(named: format.rawValue, files: files)
  }

  /// - Parameter name: as the script of the peers knows the format.
  static func measure(named name: String, files: [String]) -> Peer? {
    let answer = ChildProcess.output(of: ["python3", "tools/bench_peers.py", name] + files)
    let words = answer?.split { $0 == " " || $0 == "\n" } ?? []
    guard words.count == 2, let rate = Double(words[1]), rate > 0 else { return nil }
    return Peer(name: String(words[0]), rate: rate)
  }
}
