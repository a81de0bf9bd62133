// The office as a process: how it starts, why it does not, how it ends.
import CommandLineParsing
import Foundation
import Glibc
import StorageProbes
import Testing

@Suite(.serialized, .timeLimit(.minutes(5))) struct ServingTests {
  // MARK: Why it does not start

  @Test func `a port that is taken is named`() async throws {
    try await withProbe { probe in
      let taken = try #require(TakenPort())
      try probe.add("office/.keep", "")
      let answer = try await probe.runApart([
        "serve", "--data", "@/office", "--listen", "127.0.0.1:\(taken.port)",
      ])
      #expect(answer.code == .unavailable)
      #expect(answer.errors.hasPrefix("plumbline serve: 127.0.0.1 的端口 \(taken.port) 已被别的程序占用。"))
      #expect(answer.output == "")
      #expect(try probe.openFiles() == [])
    }
  }

  @Test(arguments: [
    ("@/nowhere", "数据目录 @/nowhere 不存在"), ("@/file", "@/file 不是目录"),
    ("/proc/self", "数据目录 /proc/self 不可写"),
  ])
  func `a data folder that cannot be used is named`(folder: String, sentence: String) async throws {
    try await withProbe { probe in
      try probe.add("file", "")
      let answer = try await probe.runApart(["serve", "--data", folder, "--listen", "127.0.0.1:0"])
      #expect(answer.code == .unavailable)
      #expect(answer.errors.contains(sentence), "\(answer.errors)")
    }
  }

  @Test(arguments: [
    ("listen = 127.0.0.1:0\nlitsen = 127.0.0.1:1\n", "line 2: \"litsen\" is no setting"),
    ("data\n", "line 1: \"data\" is no setting"), ("# fine\n\n= 1\n", "line 3: \"\" is no setting"),
    ("listen = everywhere\n", "cannot listen at \"everywhere\""),
    ("listen = 127.0.0.1:80800\n", "cannot listen at \"127.0.0.1:80800\""),
    ("listen = unix:office.socket\n", "cannot listen at \"unix:office.socket\""),
    ("database = mysql://127.0.0.1/office\n", "postgresql://"),
  ])
  func `a settings file that is wrong is named with the place`(text: String, sentence: String) async throws {
    try await withProbe { probe in
      try probe.add("office/.keep", "")
      try probe.add("settings", text)
      let answer = try await probe.runApart(["serve", "--data", "@/office", "--config", "@/settings"])
      #expect(answer.code == .unavailable)
      #expect(answer.errors.contains(sentence), "\(answer.errors)")
      #expect(answer.output == "")
    }
  }

  @Test func `a settings file that is not there stops the start`() async throws {
    try await withProbe { probe in
      let answer = try await probe.runApart(["serve", "--config", "@/settings"])
      #expect(answer.code == .unavailable)
      #expect(answer.errors.contains("@/settings"), "\(answer.errors)")
    }
  }

  @Test func `a database file that is none is told and left as it is`() async throws {
    try await withProbe { probe in
      try probe.add("office/office.db", String(repeating: "no database ", count: 1_000))
      let answer = try await probe.runApart(["serve", "--data", "@/office", "--listen", "127.0.0.1:0"])
      #expect(answer.code == .unavailable)
      #expect(answer.errors.contains("已损坏或不是数据库"), "\(answer.errors)")
      let file = probe.folder.appendingPathComponent("office/office.db")
      #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("no database no database"))
      #expect(try probe.openFiles() == [])
    }
  }

  // MARK: How it lives

  @Test func `it serves, ends well when it is told to, and keeps the settings of its file`() throws {
    try withProbe { probe in
      try probe.add("office/.keep", "")
      try probe.add("settings", "# ours\ndata = \(probe.folder.path)/office\nlisten=127.0.0.1:0\n")
      let office = try #require(ServedOffice(["--config", probe.folder.path + "/settings"]))
      #expect(office.said.contains("/set-up/"))
      #expect(office.ask("/health").hasPrefix("HTTP/1.1 200"))
      #expect(office.ask("/metrics").contains("plumbline_request_seconds_count{route=\"/health\""))
      #expect(office.end(by: SIGTERM) == 0)
    }
  }

  @Test func `a process that was killed starts again with what it had, and its ledger is sound`() async throws
  {
    try await withProbe { probe in
      try probe.add("office/.keep", "")
      let words = ["--data", probe.folder.path + "/office", "--listen", "127.0.0.1:0"]
      for _ in 0..<3 {
        let office = try #require(ServedOffice(words))
        #expect(office.ask("/health").hasPrefix("HTTP/1.1 200"))
        // Ended without being asked.
        #expect(office.end(by: SIGKILL) == nil)
      }
      let answer = try await probe.runApart(["verify", "--data", "@/office"])
      #expect(answer.code == .success, "\(answer.errors)")
      #expect(answer.output.contains("台账完好"))
    }
  }

  @Test func `a backup of a running office is restored elsewhere with the same head`() async throws {
    try await withProbe { probe in
      for name in ["office/.keep", "other/.keep"] { try probe.add(name, "") }
      let office = try #require(
        ServedOffice(["--data", probe.folder.path + "/office", "--listen", "127.0.0.1:0"]))
      let made = try await probe.runApart(["backup", "--data", "@/office", "@/monday.plumbline"])
      #expect(made.code == .success, "\(made.errors)")
      let twice = try await probe.runApart(["backup", "--data", "@/office", "@/monday.plumbline"])
      #expect(twice.code == .unavailable)
      #expect(twice.errors.contains("已存在"))
      #expect(office.end(by: SIGTERM) == 0)
      let restored = try await probe.runApart(["restore", "--data", "@/other", "@/monday.plumbline"])
      #expect(restored.code == .success, "\(restored.errors)")
      #expect(restored.output.split(separator: "\n").last == made.output.split(separator: "\n").last)
      let again = try await probe.runApart(["restore", "--data", "@/other", "@/monday.plumbline"])
      #expect(again.code == .unavailable)
      #expect(again.errors.contains("目标中已有数据"))
    }
  }
}

/// A port with a listener of ours on it.
private final class TakenPort {
  let port: UInt16
  private let end: Int32

  init?() {
    end = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let end = end
    let isOurs = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(end, $0, length) == 0 && listen(end, 1) == 0 && getsockname(end, $0, &length) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    if !isOurs { return nil }
  }

  deinit { close(end) }
}
