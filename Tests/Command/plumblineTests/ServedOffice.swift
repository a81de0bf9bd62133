// `plumbline serve` as a process of its own, on a free port.
import BrowserProbes
import Foundation
import Glibc
import StorageProbes

/// An office that is served by the program itself.
final class ServedOffice: Sendable {
  /// What it said until it listened.
  let said: String
  let port: UInt16
  private let child: ChildProgram

  /// Beside the tests, where the build puts programs.
  static let program: String = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    var path = URL(fileURLWithPath: bundle.replacing("--test-bundle-path=", with: ""))
      .deletingLastPathComponent()
    while path.path.contains(".xctest") { path.deleteLastPathComponent() }
    return path.appendingPathComponent("plumbline").path
  }()

  /// The accounts that `setUp` makes.
  static let systemAccount = "xi.tong"
  static let password = "Lead-weight.31"

  /// Starts it and waits until it listens; nil where it ends instead.
  ///
  /// - Parameter log: a file for what it logs; what it logs would stand among the results of the tests.
  convenience init?(_ words: [String], log: String = "/dev/null") {
    // A file at its limit is an error, as a full disk is, and not the end.
    let shell = ["sh", "-c", "trap '' XFSZ; exec \"$@\" 2>>\"$0\"", log, Self.program, "serve"]
    guard let child = ChildProgram(shell + words) else { return nil }
    self.init(child)
  }

  private init?(_ child: ChildProgram) {
    self.child = child
    var bytes: [UInt8] = []
    while !bytes.contains(0x0A) {
      let piece = child.read()
      if piece.isEmpty { break }
      bytes += piece
    }
    said = String(decoding: bytes, as: UTF8.self)
    let place = said.split(separator: "\n").first?.split(separator: ":").last ?? ""
    port = UInt16(place.dropLast()) ?? 0
    if port == 0 {
      child.kill()
      child.wait()
      return nil
    }
  }

  /// The number of its process.
  var process: pid_t { child.process }

  /// The answer to one GET, head and body; empty where there is none.
  func ask(_ path: String) -> String {
    (try? Visitor(port: port).open(path)).map { "\($0.head)\r\n\r\n\($0.body)" } ?? ""
  }

  /// Uses the link of the first start, which makes a region and its three administrators.
  func setUp() throws {
    guard let start = said.firstRange(of: "/set-up/") else { throw BrowserProblem.badAnswer }
    let link = String(said[start.lowerBound...].prefix { !$0.isWhitespace })
    var fields = ["regionCode": "330000123", "regionName": "临溪镇"]
    for (part, account) in [("system", Self.systemAccount), ("security", "an.quan"), ("audit", "shen.ji")] {
      fields["\(part).name"] = "管理员"
      fields["\(part).account"] = account
      fields["\(part).password"] = Self.password
    }
    let reply = try Visitor(port: port).send(link, from: link, fields)
    guard reply.location == "/sign-in" else { throw BrowserProblem.badAnswer }
  }

  /// The administrator of the system, signed in.
  func administrator() throws -> Visitor {
    let visitor = Visitor(port: port)
    let reply = try visitor.send(
      "/sign-in", from: "/sign-in", ["account": Self.systemAccount, "password": Self.password])
    guard reply.location == "/" else { throw BrowserProblem.badAnswer }
    return visitor
  }

  /// Sends a signal and waits for the end.
  ///
  /// - Returns: the exit code; nil where the signal itself ended it.
  func end(by signal: Int32) -> Int32? {
    kill(child.process, signal)
    _ = child.readAll()
    return child.wait()
  }

  deinit { child.kill() }
}
