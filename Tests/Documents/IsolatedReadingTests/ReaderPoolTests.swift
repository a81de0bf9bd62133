// The pool with readers that misbehave: one document pays, the next is read.
import Findings
import Foundation
import Glibc
import JSONText
import Tables
import Testing

@testable import IsolatedReading

@Suite struct ReaderPoolTests {
  @Test(arguments: [
    ("spin", ReadingError.timeout(seconds: 2)), ("sleep", .timeout(seconds: 2)), ("silent", .crashed),
    ("leave", .crashed), ("garbage", .crashed), ("nonsense", .crashed), ("other", .crashed),
    ("endless", .limit(name: .answerBytes, value: 100_000)),
  ])
  func `a document that breaks its reader has one error, and the next is read`(
    document: String, error: ReadingError
  ) throws {
    try withScriptedPool {
      $0.answerBytesMax = 100_000
    } _: { (pool, _) throws in
      #expect((try pool.said(to: "before")).hasSuffix(" before"))
      #expect(pool.failure(of: document) == error)
      #expect((try pool.said(to: "after")).hasSuffix(" after"))
    }
  }

  @Test func `a cut-out has less time than a document`() throws {
    let turn = try #require(PageTurn(page: 1, quarters: 0, skew: 0))
    let part = try #require(PagePart(Box(left: 0, top: 0, width: 9, height: 9), on: turn))
    try withScriptedPool {
      $0.deadlineSeconds = 60
      $0.cutOutSeconds = 1
    } _: { (pool, _) throws in
      #expect(throws: ReadingError.timeout(seconds: 1)) {
        try pool.read(Array("sleep".utf8), asking: .cutOut(part)) { $0["said"]?.text }
      }
      #expect((try pool.said(to: "after")).hasSuffix(" after"))
    }
  }

  @Test func `an answer that nobody asked for is never taken for the next document's`() throws {
    try withScriptedPool { (pool, _) throws in
      #expect(try pool.said(to: "twice") == "once")
      usleep(50_000)
      _ = try? pool.said(to: "next")
      #expect((try pool.said(to: "last")).hasSuffix(" last"))
    }
  }

  @Test func `many documents on several threads all come back, good ones and bad ones`() throws {
    try withScriptedPool {
      $0.readersMax = 3
    } _: { (pool, _) throws in
      let answers = Monitored<[Int: String]>([:])
      DispatchQueue.concurrentPerform(iterations: 24) { number in
        let document = number % 6 == 0 ? "leave" : "paper \(number)"
        let said = (try? pool.said(to: document)) ?? "error"
        answers.change { $0[number] = said }
      }
      for (number, said) in answers.change({ $0 }) {
        #expect(number % 6 == 0 ? said == "error" : said.hasSuffix("paper \(number)"))
      }
      #expect(answers.change { $0.count } == 24)
    }
  }

  @Test func `what a reader has started ends with it, even outside its group`() throws {
    try withScriptedPool { (pool, folder) throws in
      let trace = folder.appendingPathComponent("trace").path
      #expect(throws: ReadingError.timeout(seconds: 2)) { try pool.said(to: "brood \(trace)") }
      let size = try Data(contentsOf: URL(fileURLWithPath: trace)).count
      usleep(300_000)
      #expect(size > 0)
      #expect(try Data(contentsOf: URL(fileURLWithPath: trace)).count == size)
    }
  }

  @Test func `no reader reaches the network`() throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let port = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bare -> UInt16 in
        bind(listener, bare, length)
        listen(listener, 4)
        getsockname(listener, bare, &length)
        return UInt16(bigEndian: pointer.pointee.sin_port)
      }
    }
    // The same words reach the listener from outside.
    #expect(system("bash -c 'exec 3<>/dev/tcp/127.0.0.1/\(port)' 2>/dev/null") == 0)
    try withScriptedPool { (pool, _) throws in #expect(try pool.said(to: "connect \(port)") == "closed") }
  }

  @Test func `a reader has a folder of its own, which goes away with it`() throws {
    var folder = ""
    try withScriptedPool { (pool, _) throws in
      folder = try pool.said(to: "folder")
      #expect(FileManager.default.fileExists(atPath: folder))
      #expect(throws: ReadingError.crashed) { try pool.said(to: "leave") }
      #expect(!FileManager.default.fileExists(atPath: folder))
      let next = try pool.said(to: "folder")
      #expect(next != folder)
      folder = next
    }
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func `a reader knows nothing of its caller's environment and files`() throws {
    let descriptor = open("/dev/null", O_RDONLY)
    defer { close(descriptor) }
    try withScriptedPool { (pool, _) throws in
      let variables = Set(try pool.said(to: "variables").split(separator: " ").map(String.init))
      #expect(variables.isSuperset(of: ["HOME", "PATH", "TMPDIR"]))
      #expect(variables.isDisjoint(with: ["USER", "PLUMBLINE_DATABASE", "PLUMBLINE_SHARED"]))
      // Three streams and the folder that is listed; bash keeps its script open as one more.
      #expect((Int(try pool.said(to: "descriptors")) ?? 99) <= 5)
    }
  }

  @Test func `of the caller's variables those alone are handed on that say where things are`() {
    let caller = [
      "PLUMBLINE_DATABASE=postgresql://a:secret@b/c", "PATH=/somewhere", "PLUMBLINE_PDFIUM=/a.so", "TOKEN=1",
      "PATHS=/x", "HOME=/root",
    ]
    let handed = ReaderProcess.environment(folder: "/f", of: caller)
    #expect(handed.filter(caller.contains) == ["PATH=/somewhere", "PLUMBLINE_PDFIUM=/a.so"])
    #expect(handed.contains("HOME=/f"))
    #expect(ReaderProcess.environment(folder: "/f", of: []).contains { $0.hasPrefix("PATH=/usr") })
  }

  @Test func `the limits of the settings are in force`() throws {
    try withScriptedPool {
      $0.temporaryFileBytesMax = 1 << 20
      $0.addressSpaceBytesMax = 1 << 30
      $0.openFilesMax = 77
    } _: { (pool, _) throws in
      #expect(try pool.said(to: "limits") == "0 1048576 77")
      let answer = try? pool.said(to: "write")
      #expect(answer == "refused" || answer == nil)
    }
  }

  @Test func `a reader is replaced after its number of documents`() throws {
    try withScriptedPool {
      $0.documentsPerReader = 2
    } _: { (pool, _) throws in
      let folders = try (0..<6).map { _ in try pool.said(to: "folder") }
      #expect(Set(folders).count == 3)
    }
  }

  @Test(arguments: ["/nonexistent/reader", "/bin/true", "/bin/cat"])
  func `a program that is no reader is told, and does not hang`(path: String) throws {
    var settings = ReaderSettings()
    settings.startSeconds = 1
    let pool = ReaderPool(program: ReaderProgram(path: path), settings: settings)
    defer { pool.close() }
    for _ in 0..<3 {
      let error = #expect(throws: ReadingError.self) { try pool.said(to: "a") }
      guard case .noReader = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
  }

  @Test func `without a program, and after the end, there is no reading`() throws {
    #expect(throws: ReadingError.noReader(detail: "plumbline-reader not found")) {
      try ReaderPool(program: nil).said(to: "a")
    }
    try withScriptedPool { (pool, _) throws in
      pool.close()
      #expect(throws: ReadingError.noReader(detail: "the pool is closed")) { try pool.said(to: "a") }
    }
  }
}
