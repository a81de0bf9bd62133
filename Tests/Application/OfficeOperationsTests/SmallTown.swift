// A town that was set up a moment ago, with a clock that tests turn.
import Accounts
import Mail
import Organisations
import Quantities
import Records
import Synchronization
import Testing

@testable import OfficeOperations

/// An office on records in memory, with three administrators.
struct SmallTown {
  let office: Office
  let clock = TestClock()

  static let password = "Lead-weight.31"
  static let accounts = ["xi.tong", "an.quan", "shen.ji"]

  /// - Parameters:
  ///   - isSetUp: false leaves it as the very first start does.
  ///   - records: an empty store.
  ///   - attachments: where attached bytes lie; nil keeps none.
  ///   - mail: who carries letters.
  init(
    isSetUp: Bool = true, records: any RecordStore = MemoryRecords(), region: String = "330000123",
    attachments: AttachmentFolder? = nil, mail: (any MailCarrier)? = nil
  ) async throws {
    let seed = Mutex<UInt64>(7)
    let chance = Chance {
      seed.withLock { state in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
      }
    }
    let clock = clock
    office = Office(
      records: records, key: try await OfficeKey.load(from: records, chance: chance),
      attachments: attachments, mail: mail,
      hasher: PasswordHasher(cost: PasswordCost(passes: 1, memory: 64, lanes: 1)), clock: { clock.now },
      chance: chance)
    if isSetUp { try await setUp(region: region) }
  }

  func setUp(region: String = "330000123") async throws {
    let link = try #require(try await PrepareOffice().run(in: office))
    var form = setUpForm(token: link.token.text)
    form.form.regionCode = region
    try await form.run(in: office)
  }

  func setUpForm(token: String) -> SetUpOffice {
    let people = Self.accounts.map {
      SetUpOffice.Administrator(name: "管理员", account: $0, password: Self.password)
    }
    return SetUpOffice(
      token: token,
      form: SetUpForm(
        regionCode: "330000123", regionName: "临溪镇", systemAdministrator: people[0],
        securityAdministrator: people[1], auditAdministrator: people[2]))
  }

  /// Signs in and gives the token of the session.
  func signIn(_ account: String, _ password: String = SmallTown.password, from address: String = "10.0.0.7")
    async throws -> String
  {
    let outcome = try await SignInWithPassword(
      account: account, password: password, address: address, agent: "Browser"
    ).run(in: office)
    guard case .signedIn(_, let token) = outcome else { throw OfficeRefusal.unforeseen }
    return token.text
  }

  /// Who is behind a token.
  func person(_ token: String) async throws -> SignedIn? {
    try await OpenSession(token: token).run(in: office)
  }
}

/// A clock that stands still until it is turned.
final class TestClock: Sendable {
  private let moment = Mutex(Moment(milliseconds: 1_772_414_400_000))

  var now: Moment { moment.withLock { $0 } }

  func advance(seconds: Int) { moment.withLock { $0 = $0.advanced(bySeconds: seconds) } }
}
