// Runs the program in this process, on files in place of the standard streams.
import CommandLineParsing
import Foundation

@testable import plumbline

/// A folder of its own, and what the program said.
struct ProgramProbe {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("plumbline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file, folders above it too; the path in the folder is also what the program is told.
  func add(_ path: String, _ text: String) throws { try add(path, Data(text.utf8)) }

  func add(_ path: String, _ bytes: Data) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  /// The files of the folder that this process holds open; what still works on them would go on beside all
  /// other tests, and write into whatever gets the numbers of the streams after them.
  func openFiles() throws -> [String] {
    let place = "/proc/self/fd/"
    return try FileManager.default.contentsOfDirectory(atPath: place)
      .compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: place + $0) }
      .filter { $0.hasPrefix(folder.path + "/") }
  }

  struct Answer: Sendable {
    let code: ExitCode
    let output: String
    let errors: String
  }

  /// - Parameter words: `@` in front stands for the folder.
  func run(_ words: [String], input: String = "") throws -> Answer {
    try add(".input", input)
    let names = [".input", ".output", ".errors"].map { folder.appendingPathComponent($0) }
    for name in names.dropFirst() { try Data().write(to: name) }
    let input = try FileHandle(forReadingFrom: names[0])
    let output = try FileHandle(forWritingTo: names[1])
    let errors = try FileHandle(forWritingTo: names[2])
    let console = Console(
      input: ByteSource(descriptor: input.fileDescriptor),
      output: ByteSink(descriptor: output.fileDescriptor),
      errors: ByteSink(descriptor: errors.fileDescriptor), columns: 100, isColoured: false)
    let code = Program.run(
      words.map { $0.hasPrefix("@") ? folder.path + $0.dropFirst() : $0 }, console: console)
    for handle in [input, output, errors] { try handle.close() }
    let texts = try names.dropFirst().map { try String(contentsOf: $0, encoding: .utf8) }
    return Answer(
      code: code, output: texts[0].replacing(folder.path, with: "@"),
      errors: texts[1].replacing(folder.path, with: "@"))
  }
}

extension ProgramProbe {
  /// Runs a command that waits for tasks: on a thread of its own, because on one of theirs, of which small
  /// machines have one or two, it would wait for itself.
  func runApart(_ words: [String]) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try run(words) }) }
    }
  }
}

/// Runs a test's body with a probe and takes its folder away afterwards.
func withProbe(_ body: (ProgramProbe) throws -> Void) throws {
  let probe = try ProgramProbe()
  defer { probe.remove() }
  try body(probe)
}

/// The same for a body that waits.
func withProbe(_ body: (ProgramProbe) async throws -> Void) async throws {
  let probe = try ProgramProbe()
  defer { probe.remove() }
  try await body(probe)
}

/// An invented form as text; the name tells one from another.
func form(named name: String) -> String {
  """
  临溪县项目支出绩效目标申报表
  （2025年度）
  项目名称\t\(name)
  主管部门\t临溪县交通局
  绩效指标\t一级指标\t二级指标\t三级指标\t指标值
  \t产出指标\t数量指标\t维护桥梁座数\t≥3座

  """
}
