// A disk that is full, or cannot be written, under the whole server: said in sentences, and nothing broken.
import BrowserProbes
import CommandLineParsing
import Foundation
import Glibc
import StorageProbes
import Testing

@Suite(.serialized, .timeLimit(.minutes(5))) struct FullDiskTests {
  /// How a disk gets full here.
  private enum Way {
    /// Files of the process may grow no further, as under a quota.
    case limit
    /// A file system of a few megabytes, which takes root.
    case small
  }

  @Test func `files that may not grow are told, reading goes on, and so does writing when there is room`()
    async throws
  {
    try await use(.limit)
  }

  @Test(.enabled(if: ThrowAwayDisk.isPossible, "only root may mount a small disk"))
  func `a full disk is told, reading goes on, and so does writing when there is room`() async throws {
    try await use(.small)
  }

  private func use(_ way: Way) async throws {
    try await withProbe { probe in
      try probe.add("office/.keep", "")
      let data = "\(probe.folder.path)/office"
      let disk = way == .small ? ThrowAwayDisk(at: data, megabytes: 6) : nil
      #expect(way != .small || disk != nil)
      let log = "\(probe.folder.path)/log"
      let office = try #require(ServedOffice(["--data", data, "--listen", "127.0.0.1:0"], log: log))
      try office.setUp()
      let visitor = try office.administrator()
      let add = { (code: Int) in
        try visitor.send(
          "/organisations", from: "/organisations/add", ["code": "\(code)", "name": "第\(code)局"])
      }
      var kept: [Int] = []
      #expect(try add(101).status == 303)
      kept.append(101)

      try fill(way, data, office)
      var refused: Visitor.Reply?
      for code in 201..<600 where refused == nil {
        let reply = try add(code)
        if reply.status == 303 { kept.append(code) } else { refused = reply }
      }
      let page = try #require(refused, "the disk did not get full")
      #expect(page.status == 507)
      #expect(page.body.contains("磁盘满了"), "\(page.body)")
      #expect(try visitor.open("/organisations").status == 200)
      #expect(try visitor.open("/").status == 200)
      #expect(office.ask("/health").hasPrefix("HTTP/1.1 200"))
      let other = try Visitor(port: office.port).send(
        "/sign-in", from: "/sign-in",
        ["account": ServedOffice.systemAccount, "password": ServedOffice.password])
      #expect(other.status == 507)
      #expect(other.body.contains("磁盘满了"), "\(other.body)")

      try empty(way, data, office)
      #expect(try add(601).status == 303)
      kept.append(601)
      let list = try visitor.open("/organisations").body
      for code in kept { #expect(list.contains("第\(code)局")) }
      #expect(office.end(by: SIGTERM) == 0)
      if way == .small {
        #expect(try String(contentsOfFile: log, encoding: .utf8).contains("磁盘空间不足"))
      }
      let report = try await probe.runApart(["verify", "--data", "@/office"])
      #expect(report.code == .success, "\(report.errors)")
      withExtendedLifetime(disk) {}
    }
  }

  private func fill(_ way: Way, _ data: String, _ office: ServedOffice) throws {
    switch way {
    case .limit:
      try #require(ChildProgram.run(["prlimit", "--pid", "\(office.process)", "--fsize=8192:unlimited"]))
    case .small:
      // Until nothing more goes in; that this fails at its end is what is wanted.
      ChildProgram.run(["dd", "if=/dev/zero", "of=\(data)/filler", "bs=4096", "status=none"])
    }
  }

  private func empty(_ way: Way, _ data: String, _ office: ServedOffice) throws {
    switch way {
    case .limit:
      let words = ["prlimit", "--pid", "\(office.process)", "--fsize=unlimited:unlimited"]
      try #require(ChildProgram.run(words))
    case .small: try FileManager.default.removeItem(atPath: "\(data)/filler")
    }
  }

  @Test(.enabled(if: ThrowAwayDisk.isPossible, "only root may mount a small disk"))
  func `a disk that is read-only stops the start with a sentence, and can still be checked`() async throws {
    try await withProbe { probe in
      try probe.add("office/.keep", "")
      let data = "\(probe.folder.path)/office"
      let disk = try #require(ThrowAwayDisk(at: data, megabytes: 16))
      let office = try #require(ServedOffice(["--data", data, "--listen", "127.0.0.1:0"]))
      try office.setUp()
      #expect(office.end(by: SIGTERM) == 0)
      try #require(disk.setReadOnly(true))
      let refused = try await probe.runApart(["serve", "--data", "@/office", "--listen", "127.0.0.1:0"])
      #expect(refused.code == .unavailable)
      #expect(refused.errors.contains("不可写"), "\(refused.errors)")
      let report = try await probe.runApart(["verify", "--data", "@/office"])
      #expect(report.code == .success, "\(report.errors)")
      try #require(disk.setReadOnly(false))
      let again = try #require(ServedOffice(["--data", data, "--listen", "127.0.0.1:0"]))
      #expect(try again.administrator().open("/").status == 200)
      #expect(again.end(by: SIGTERM) == 0)
    }
  }
}

/// A file system in memory at a folder, gone with this object.
private final class ThrowAwayDisk {
  private let path: String

  static let isPossible: Bool = {
    guard getuid() == 0, let folder = try? ScratchFolder() else { return false }
    return ThrowAwayDisk(at: folder.path, megabytes: 1) != nil
  }()

  init?(at path: String, megabytes: Int) {
    self.path = path
    let isMounted = ChildProgram.run(["mount", "-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", path])
    if !isMounted { return nil }
  }

  func setReadOnly(_ isReadOnly: Bool) -> Bool {
    ChildProgram.run(["mount", "-o", "remount,\(isReadOnly ? "ro" : "rw")", path])
  }

  deinit { ChildProgram.run(["umount", "-l", path]) }
}
