// An office that takes documents, with a clerk of a unit and readers that do as tests want.
import DocumentReading
import Ledger
import Operations
import Organisations
import Quantities
import Recognition
import Records
import StorageProbes
import Synchronization
import Tables
import Testing

@testable import OfficeOperations

/// A county whose office has a folder for files and somebody who reads.
struct IntakeProbe {
  let county: County
  let office: Office
  let clerk: SignedIn
  let folder: ScratchFolder

  init(on engine: Engine = .memory, reading: any ReadingDesk = OpenReadingDesk()) async throws {
    let county = try await County(on: engine)
    let folder = try ScratchFolder()
    let clock = county.town.clock
    self.county = county
    self.folder = folder
    office = Office(
      records: county.office.records, key: county.office.key,
      attachments: AttachmentFolder(path: folder.path + "/attachments"), reading: reading,
      clock: { clock.now }, chance: .machine)
    let person = try await county.person("zhou.min", at: county.unit)
    clerk = try county.actor(try await county.stored(person).value, .clerk, at: "330122101/713001")
  }

  /// Hands in a document.
  func receive(_ bytes: [UInt8], named name: String = "目标表.txt") async throws -> IntakeID {
    let incoming = try IncomingDocument(in: office)
    var rest = bytes[...]
    while !rest.isEmpty {
      await incoming.add(Array(rest.prefix(1000)))
      rest = rest.dropFirst(1000)
    }
    return try await ReceiveDocument(
      organisation: county.unit, name: name, kept: try await incoming.finish()
    ).run(in: office, by: clerk)
  }

  /// Reads until nothing waits; gives how often something was taken.
  @discardableResult
  func readAll() async throws -> Int {
    var count = 0
    while try await ReadWaitingIntake().run(in: office) { count += 1 }
    return count
  }

  func open(_ id: IntakeID) async throws -> OpenedIntake {
    try await ReadIntake(id: id).run(in: office, by: clerk)
  }

  /// The files that lie in the folder, the unfinished ones too.
  func fileCount() -> Int { Self.count(folder.path + "/attachments") }

  private static func count(_ path: String) -> Int {
    var names = FolderNames.names(in: path)
    names.removeAll { $0 == "." || $0 == ".." }
    return names.reduce(0) { sum, name in
      let below = "\(path)/\(name)"
      return sum + (FolderNames.isFolder(below) ? count(below) : 1)
    }
  }

  static let form = Array(
    """
    项目支出绩效目标表
    （2026年度）
    项目名称\t桥梁维护
    主管部门\t农林水务办\t实施单位\t水利所
    预算金额（元）\t213764.00
    年度目标\t维护全镇桥梁，保证通行。
    一级指标\t二级指标\t三级指标\t年度指标值
    产出指标\t数量指标\t维护桥梁座数\t≥3座
    产出指标\t质量指标\t验收合格率\t100%
    满意度指标\t服务对象满意度指标\t群众满意度\t≥90%

    """.utf8)
}

/// Reads, and doubts the fields that it is told to, as pictures are doubted.
struct DoubtingDesk: ReadingDesk {
  /// Percent by path.
  var doubts: [String: Int]

  func read(_ bytes: [UInt8], named name: String, readsPictures: Bool) async -> ReadDocument {
    var read = await OpenReadingDesk().read(bytes, named: name, readsPictures: readsPictures)
    if case .read(var result) = read.imported.outcome {
      for index in result.forms.indices { result.forms[index].toConfirm = doubts }
      read.imported.outcome = .read(result)
    }
    return read
  }

  func tables(_ bytes: [UInt8]) async throws(ReadingError) -> Document {
    try await OpenReadingDesk().tables(bytes)
  }

  func cutOut(
    _ part: PagePart, of bytes: @escaping @Sendable () -> [UInt8]?
  ) async throws(ReadingError) -> PagePicture {
    try await OpenReadingDesk().cutOut(part, of: bytes)
  }
}

/// Fails so many times before it reads.
final class FallingDesk: ReadingDesk {
  private let rest: Mutex<Int>
  private let error: ReadingError
  let asked = Mutex(0)

  init(times: Int, error: ReadingError = .crashed) {
    rest = Mutex(times)
    self.error = error
  }

  func read(_ bytes: [UInt8], named name: String, readsPictures: Bool) async -> ReadDocument {
    asked.withLock { $0 += 1 }
    let falls = rest.withLock { rest in
      rest -= 1
      return rest >= 0
    }
    guard falls else {
      return await OpenReadingDesk().read(bytes, named: name, readsPictures: readsPictures)
    }
    let source = ImportedDocument.Source(file: name, fingerprint: nil, format: nil)
    return ReadDocument(
      imported: ImportedDocument(source: source, outcome: .unreadable(error)), document: nil)
  }

  func tables(_ bytes: [UInt8]) async throws(ReadingError) -> Document {
    try await OpenReadingDesk().tables(bytes)
  }

  func cutOut(
    _ part: PagePart, of bytes: @escaping @Sendable () -> [UInt8]?
  ) async throws(ReadingError) -> PagePicture {
    try await OpenReadingDesk().cutOut(part, of: bytes)
  }
}
