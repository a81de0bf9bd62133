// A county with two towns, on each kind of store, and its three administrators.
import Accounts
import Foundation
import Ledger
import Mail
import Organisations
import Permissions
import Quantities
import Records
import Rosters
import StorageOpening
import StorageProbes
import Tables
import Testing

@testable import OfficeOperations

/// Where a county keeps its records.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
  case memory, sqlite, postgreSQL

  /// The server only where PostgreSQL is installed.
  static var allCases: [Engine] {
    ThrowAwayCluster.shared == nil ? [.memory, .sqlite] : [.memory, .sqlite, .postgreSQL]
  }

  var testDescription: String { rawValue }
}

/// 330122 with the towns 101 (department 713 with unit 001) and 102 (department 714).
struct County {
  let town: SmallTown
  /// Kept as long as the store is open.
  private let folder: ScratchFolder
  let root: OrganisationID
  let near: OrganisationID
  let department: OrganisationID
  let unit: OrganisationID
  let far: OrganisationID
  let farDepartment: OrganisationID
  let system: SignedIn
  let security: SignedIn
  let audit: SignedIn

  var office: Office { town.office }

  init(on engine: Engine = .memory, mail: (any MailCarrier)? = nil) async throws {
    let scratch = try ScratchFolder()
    var records: any RecordStore = MemoryRecords()
    if engine != .memory {
      let server = engine == .postgreSQL ? try #require(ThrowAwayCluster.shared?.database()) : nil
      records = try await OpenedStorage.open(
        StoragePlace(folder: scratch.path, server: server), for: .migrate, now: SmallOffice.start
      ).records
    }
    folder = scratch
    let town = try await SmallTown(
      records: records, region: "330122", attachments: AttachmentFolder(path: "\(scratch.path)/attachments"),
      mail: mail)
    self.town = town
    func administrator(_ account: String) async throws -> SignedIn {
      try #require(try await town.person(try await town.signIn(account)))
    }
    let system = try await administrator(SmallTown.accounts[0])
    self.system = system
    security = try await administrator(SmallTown.accounts[1])
    audit = try await administrator(SmallTown.accounts[2])
    func add(_ code: String, _ name: String, _ kind: String, region: String) async throws -> OrganisationID {
      try await AddOrganisation(code: code, name: name, kind: kind, region: region).run(
        in: town.office, by: system)
    }
    root = try #require(try await ListOrganisations().run(in: town.office, by: system).first).value.id
    near = try await add("", "溪口镇", "region", region: "330122101")
    department = try await add("713", "农林水务办", "department", region: "330122101")
    unit = try await add("713001", "水利所", "unit", region: "330122101")
    far = try await add("", "云岭镇", "region", region: "330122102")
    farDepartment = try await add("714", "文化办", "department", region: "330122102")
  }

  /// Adds a person.
  func person(_ account: String, at organisation: OrganisationID) async throws -> PersonID {
    try await AddPerson(name: "周敏", account: account, organisation: organisation).run(in: office, by: system)
      .id
  }

  /// A person who plays a part at a place, whatever the store says.
  func actor(_ person: Person, _ role: Role, at place: String) throws -> SignedIn {
    let place = try #require(OrganisationPath(place))
    return SignedIn(
      person: person,
      actor: Actor(person: person.id, holdings: [Holding(role: role, place: place)]),
      session: .zero, mustChangePassword: false)
  }

  func stored(_ id: PersonID) async throws -> Stored<Person> { try await office.read { try $0.person(id) } }

  func stored(_ id: OrganisationID) async throws -> Stored<Organisation> {
    try await office.read { try $0.organisation(id) }
  }

  /// A file of its own with some bytes.
  func file(_ bytes: [UInt8], named name: String = "upload") throws -> String {
    let path = "\(folder.path)/\(name)"
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  func entryCount() async throws -> Int64 { try await office.read { try $0.ledgerHead().sequence } }

  /// Holds the ledger against itself.
  func expectSoundLedger() async throws {
    let report = try await office.records.verify(expecting: [])
    #expect(report.faults.isEmpty)
    #expect(report.entryCount > 0)
  }

  static func table(_ text: String) throws -> Document { try RosterFile.document(Array(text.utf8)) }
}

/// The fields that were refused; what else happened as one word.
func faults(_ work: () async throws -> Void) async -> [String] {
  do {
    try await work()
    return ["done"]
  } catch let refusal as OfficeRefusal {
    switch refusal {
    case .fields(let faults):
      for fault in faults { #expect(fault.sentence.last == "。", "\(fault.sentence)") }
      return faults.map(\.field)
    case .permission(let refusal):
      switch refusal {
      case .noRole: return ["no role"]
      case .elsewhere: return ["elsewhere"]
      case .wrongStage, .ownWork, .notOneself: return ["\(refusal)"]
      }
    case .records(let error): return [word(of: error)]
    case .signIn(let refusal): return ["\(refusal)"]
    case .step(let refusal): return ["step \(refusal)"]
    case .submission(let refusal): return ["submission \(word(of: refusal))"]
    case .attachment(let refusal): return ["attachment \(refusal)"]
    case .table(let refusal): return ["table \(refusal.count)"]
    case .previewOutdated: return ["outdated"]
    case .notSignedIn, .password, .link, .noDigest, .unforeseen: return ["\(refusal)"]
    }
  } catch {
    return ["\(error)"]
  }
}
