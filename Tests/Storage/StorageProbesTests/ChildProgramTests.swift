// Children of tests: what they inherit, and that none is waited for without end.
import Glibc
import StorageProbes
import Testing

@Suite(.timeLimit(.minutes(5))) struct ChildProgramTests {
  @Test func `what a program says and how it ends comes back`() throws {
    let child = try #require(ChildProgram(["sh", "-c", "read word; echo got $word; exit 7"]))
    child.closeInput()
    #expect(String(decoding: child.readAll(), as: UTF8.self) == "got\n")
    #expect(child.wait() == 7)
    #expect(ChildProgram(["/no/such/program"]) == nil)
  }

  @Test func `a program that says nothing and does not end is ended`() throws {
    let child = try #require(ChildProgram(["sleep", "600"]))
    #expect(child.read(secondsMax: 1) == [])
    #expect(child.wait(secondsMax: 0) == nil)
    #expect(kill(child.process, 0) != 0)
  }

  @Test func `a program starts as from a shell, whatever this thread blocks`() throws {
    let masks = "grep -E '^Sig(Blk|Ign)' /proc/self/status"
    let child = try #require(ChildProgram(["sh", "-c", "exec \(masks)"]))
    let said = String(decoding: child.readAll(), as: UTF8.self)
    child.wait()
    let lines = said.split(separator: "\n").map { $0.split(separator: "\t") }
    try #require(lines.count == 2, "\(said)")
    #expect(UInt64(lines[0][1], radix: 16) == 0, "\(said)")
    let ignored = try #require(UInt64(lines[1][1], radix: 16))
    for number in [SIGINT, SIGTERM, SIGQUIT, SIGPIPE] {
      #expect(ignored & (1 << (number - 1)) == 0, "\(said)")
    }
  }

  @Test func `the pipes of one program are not held open by others`() async throws {
    // Each ends when its input does; a copy of that end in another would keep it for ever.
    let ended = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<40 {
        group.addTask {
          guard let child = ChildProgram(["cat"]) else { return false }
          let other = ChildProgram(["sleep", "2"])
          child.closeInput()
          let isQuiet = child.readAll().isEmpty
          defer { other?.kill() }
          return isQuiet && child.wait() == 0
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(ended == 40)
  }
}
