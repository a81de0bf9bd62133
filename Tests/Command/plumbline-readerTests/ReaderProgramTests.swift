// The reading program as a process: it gives what reading here gives, and its limits hold.
import DocumentReading
import Foundation
import Glibc
import IsolatedReading
import JSONText
import Operations
import Tables
import Testing

@Suite(.serialized) struct ReaderProgramTests {
  /// Beside the tests, where the build puts programs.
  static let program: ReaderProgram? = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    let folder = URL(fileURLWithPath: bundle.replacing("--test-bundle-path=", with: ""))
    var path = folder.deletingLastPathComponent()
    if path.path.contains(".xctest") {
      while path.path.contains(".xctest") { path.deleteLastPathComponent() }
    }
    return ReaderProgram(path: path.appendingPathComponent("plumbline-reader").path)
  }()

  private func pool(_ change: (inout ReaderSettings) -> Void = { _ in }) -> ReaderPool {
    var settings = ReaderSettings()
    settings.readersMax = 1
    change(&settings)
    return ReaderPool(program: Self.program, settings: settings)
  }

  private static let form = """
    临溪县项目支出绩效目标申报表
    项目名称\t桥梁维护
    主管部门\t临溪县交通局
    绩效指标\t一级指标\t二级指标\t三级指标\t指标值
    \t产出指标\t数量指标\t维护桥梁座数\t≥3座

    """

  private func json(_ isolation: ImportDocument.Isolation, _ bytes: [UInt8]) -> String {
    var json = JSONWriter()
    ImportDocument(isolation: isolation).run(file: "a", bytes: bytes).write(to: &json)
    return json.text
  }

  private func error(_ pool: ReaderPool, _ bytes: [UInt8]) -> ReadingError? {
    let document = ImportDocument(isolation: .everything(in: pool)).run(file: "a", bytes: bytes)
    if case .unreadable(let error) = document.outcome { return error }
    return nil
  }

  /// A page with one form and very many rows.
  private static func page(rows: Int) -> [UInt8] {
    let row = "<tr><td>产出指标</td><td>数量指标</td><td>维护桥梁座数</td><td>≥3座</td></tr>\n"
    return Array("<table><tr><td>一级指标<td>二级指标<td>三级指标<td>指标值</tr>".utf8)
      + Array(repeatElement(Array(row.utf8), count: rows).joined()) + Array("</table>".utf8)
  }

  @Test func `every file is read as it is read here, byte for byte`() throws {
    let pool = pool()
    defer { pool.close() }
    #expect(!pool.hasOpenNetwork)
    let hostile: [[UInt8]] = [
      [], Array(Self.form.utf8), Array("今日天气晴朗。\n".utf8), Array("%PDF-1.7".utf8), Array("GIF89a".utf8),
      [0x50, 0x4B, 3, 4, 0, 0, 0], [0, 1, 2, 0xFF, 0xFE, 0, 0xD8, 0, 0xD8], Self.page(rows: 20),
    ]
    for bytes in hostile where !FileFormat(of: bytes).needsIsolation {
      #expect(json(.everything(in: pool), bytes) == json(.inProcess, bytes))
    }
  }

  @Test func `files that need no isolation are read here`() {
    let nowhere = ReaderPool(program: nil)
    #expect(
      json(.foreignFormats(in: nowhere), Array(Self.form.utf8)) == json(.inProcess, Array(Self.form.utf8)))
    #expect(json(.foreignFormats(in: nowhere), Array("%PDF-1.7".utf8)).contains(#""code":"no-reader""#))
    #expect(json(.everything(in: nowhere), Array(Self.form.utf8)).contains(#""code":"no-reader""#))
  }

  @Test func `processor time has an end`() {
    let pool = pool { $0.processorSeconds = 1 }
    defer { pool.close() }
    #expect(error(pool, Self.page(rows: 300_000)) == .timeout(seconds: 1))
    #expect(error(pool, Array(Self.form.utf8)) == nil)
  }

  @Test func `memory has an end`() {
    let pool = pool { $0.addressSpaceBytesMax = 200 << 20 }
    defer { pool.close() }
    #expect(error(pool, Self.page(rows: 200_000)) == .memory)
    #expect(error(pool, Array(Self.form.utf8)) == nil)
  }

  @Test func `a reader that is held up is late, and the next document is read`() throws {
    let pool = pool { $0.deadlineSeconds = 2 }
    defer { pool.close() }
    #expect(error(pool, Array(Self.form.utf8)) == nil)
    let readers = Self.children()
    #expect(!readers.isEmpty)
    for reader in readers { kill(reader, SIGSTOP) }
    #expect(error(pool, Array(Self.form.utf8)) == .timeout(seconds: 2))
    #expect(error(pool, Array(Self.form.utf8)) == nil)
  }

  @Test func `a reader that was killed while it waited is no document's fault`() {
    let pool = pool()
    defer { pool.close() }
    for _ in 0..<3 {
      #expect(error(pool, Array(Self.form.utf8)) == nil)
      for reader in Self.children() { kill(reader, SIGKILL) }
      usleep(100_000)
    }
  }

  /// The reading processes that this thread's pool has started: children of this process with that name,
  /// which no other test has at the same time.
  private static func children() -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { Int32($0) }.filter { number in
      guard let text = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8) else {
        return false
      }
      return text.contains("(plumbline-reade)") && text.contains(") S \(getpid()) ")
    }
  }
}
