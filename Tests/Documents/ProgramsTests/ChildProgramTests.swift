// Programs are run to their end, and ended when they take too long.
import Programs
import Testing

@Suite struct ChildProgramTests {
  @Test func `what a program writes goes into a file`() throws {
    let folder = try #require(WorkFolder("programs-test"))
    defer { folder.remove() }
    let program = try #require(ChildProgram(variable: "PLUMBLINE_NONE", places: ["printf", "/bin/printf"]))
    #expect(program.run(["灯会"], output: folder.path("out"), seconds: 10) == .done)
    #expect(folder.read("out", bytesMax: 100) == Array("灯会".utf8))
    #expect(folder.read("out", bytesMax: 3) == nil)
    #expect(folder.read("none", bytesMax: 3) == nil)
  }

  @Test func `failure, delay and absence are told apart`() throws {
    let shell = try #require(ChildProgram(variable: "PLUMBLINE_NONE", places: ["/bin/sh"]))
    #expect(shell.run(["-c", "exit 3"], seconds: 10) == .failed(code: 3))
    #expect(shell.run(["-c", "kill -9 $$"], seconds: 10) == .failed(code: -1))
    #expect(shell.run(["-c", "sleep 60"], seconds: 1) == .late)
    #expect(ChildProgram(variable: "PLUMBLINE_NONE", places: ["no-such-program"]) == nil)
  }

  @Test func `a file is written once and whole`() throws {
    let folder = try #require(WorkFolder("programs-test"))
    defer { folder.remove() }
    #expect(folder.write([1, 2, 3], as: "a"))
    #expect(!folder.write([4], as: "a"))
    #expect(folder.read("a", bytesMax: 3) == [1, 2, 3])
    #expect(!folder.write([1], as: "no/folder"))
  }
}
