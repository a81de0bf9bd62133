// Names that an archive of Chinese Windows leaves on this system are files like others.
import CommandLineParsing
import Foundation
import Glibc
import StorageProbes
import Testing

@testable import plumbline

@Suite struct SystemPathTests {
  /// 二级单位 and 临溪县目标表 in the encoding of Chinese Windows.
  private let folderName: [UInt8] = [0xB6, 0xFE, 0xBC, 0xB6, 0xB5, 0xA5, 0xCE, 0xBB]
  private let fileName: [UInt8] = [0xC1, 0xD9, 0xCF, 0xAA, 0xCF, 0xD8, 0xC4, 0xBF, 0xB1, 0xEA, 0xB1, 0xED]

  private func path(_ bytes: [UInt8], _ ending: String = "") -> SystemPath {
    SystemPath(named: (bytes + ending.utf8).map { CChar(bitPattern: $0) })
  }

  private func systemName(_ path: SystemPath) -> [UInt8] {
    path.withSystemName { name in (0..<strlen(name)).map { UInt8(bitPattern: name[$0]) } }
  }

  /// Writes a form where only the system's name leads.
  private func write(_ text: String, at place: SystemPath) {
    let file = place.withSystemName { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644) }
    let bytes = Array(text.utf8)
    #expect(file >= 0 && Glibc.write(file, bytes, bytes.count) == bytes.count)
    close(file)
  }

  @Test func `a name is read as people wrote it, and found as the system has it`() {
    let file = path(fileName, ".txt")
    #expect(file.text == "临溪县目标表.txt")
    #expect(systemName(file) == fileName + Array(".txt".utf8))
    let below = SystemPath("/data/").appending(path(folderName)).appending(file)
    #expect(below.text == "/data/二级单位/临溪县目标表.txt")
    #expect(systemName(below) == Array("/data/".utf8) + folderName + [0x2F] + fileName + Array(".txt".utf8))
    let usual = SystemPath("/data").appending(SystemPath("目标表.txt"))
    #expect(usual == SystemPath("/data/目标表.txt"))
    #expect(systemName(usual) == Array("/data/目标表.txt".utf8))
    // What is no text in any encoding keeps its bytes all the same.
    #expect(systemName(path([0xFF, 0x80, 0x2E])) == [0xFF, 0x80, 0x2E])
  }

  @Test func `a folder with such names is read whole, and kept in the state`() throws {
    try withProbe { probe in
      try probe.add("in/a.txt", form(named: "甲"))
      let folder = SystemPath(probe.folder.path + "/in").appending(path(folderName))
      #expect(folder.withSystemName { mkdir($0, 0o755) } == 0)
      write(form(named: "乙"), at: folder.appending(path(fileName, ".txt")))
      let words = ["import", "--jsonl", "--state", "@/state", "@/in"]
      let first = try probe.run(words)
      #expect(first.code == .success, "\(first.errors)")
      #expect(first.output.contains("@/in/二级单位/临溪县目标表.txt"))
      #expect(first.errors.contains("共 2 个文件，读出 2 个，绩效表 2 张"))
      let second = try probe.run(words)
      #expect(second.output == first.output)
      #expect(second.errors.contains("沿用上次结果 2 个"), "\(second.errors)")
      let checked = try probe.run(["check", "--csv", "@/in"])
      #expect(checked.output.contains("@/in/二级单位/临溪县目标表.txt"))
    }
  }

  @Test func `such a name on the command line is found`() throws {
    try withProbe { probe in
      write(form(named: "甲"), at: SystemPath(probe.folder.path).appending(path(fileName, ".txt")))
      let script = "cd \"$1\" && exec \"$0\" import --jsonl *.txt 2>&1"
      let child = try #require(ChildProgram(["sh", "-c", script, ServedOffice.program, probe.folder.path]))
      var said: [UInt8] = []
      while case let piece = child.read(), !piece.isEmpty { said += piece }
      child.wait()
      let text = String(decoding: said, as: UTF8.self)
      #expect(text.contains(#""file":"临溪县目标表.txt""#), "\(text)")
    }
  }
}
