// Which rule set a command line means: a shipped name, or the path of a file.
import CommandLineParsing
import Glibc
import Operations
import RuleSets

/// The word behind `--rule-set`.
enum RuleSetChoice {
  static let option = OptionDescription(
    "rule-set", kind: .text(placeholder: "NAME|FILE"),
    "The rule set: \(ShippedRuleSets.identifiers.joined(separator: ", ")), or a file; national unless said "
      + "otherwise.")

  /// The loaded set, or how the program ends and what it says.
  enum Outcome {
    case loaded(RuleSet)
    case refused(ExitCode, sentences: [String])
  }

  /// - Parameter word: nil where none was asked for.
  static func load(_ word: String?) -> Outcome {
    guard let word else { return .loaded(.national) }
    do throws(RuleSetFailure) {
      if let shipped = try LoadRuleSet().shipped(word) { return .loaded(shipped) }
      guard let bytes = bytes(of: word) else {
        return .refused(.notFound, sentences: [RulesWording.noRuleSet(word, ShippedRuleSets.identifiers)])
      }
      let folder = folder(of: word)
      return .loaded(
        try LoadRuleSet().file(named: word, bytes: bytes) { Self.bytes(of: "\(folder)\($0).txt") })
    } catch {
      return .refused(.unreadable, sentences: error.problems.map(\.sentence))
    }
  }

  /// A file that is too large is cut behind what the reader takes, which then refuses it.
  private static func bytes(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let stream = ByteSource(descriptor: descriptor)
    var bytes = [UInt8](repeating: 0, count: RuleSetLibrary.bytesMax + 1)
    var count = 0
    while count < bytes.count {
      let got = bytes.withUnsafeMutableBytes {
        stream.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
      }
      if got < 0 { return nil }
      if got == 0 { break }
      count += got
    }
    return Array(bytes[..<count])
  }

  /// `sets/` of `sets/town.txt`; empty for a bare name.
  private static func folder(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[...$0] } ?? ""
  }
}
