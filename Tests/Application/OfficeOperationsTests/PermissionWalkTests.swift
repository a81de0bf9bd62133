// The table of permissions held against what every operation does.
import Foundation
import Organisations
import Permissions
import Testing

@testable import OfficeOperations

@Suite struct PermissionWalkTests {
  @Test(arguments: Engine.allCases)
  func `every operation is refused exactly where the table refuses`(engine: Engine) async throws {
    let walk = try await Walk(on: engine)
    var differences: [String] = []
    for operation in WalkedOperation.all {
      for role in Role.allCases {
        for position in Position.allCases {
          let isAllowed = Permission.allows(
            operation.right, role: role, position: position, stage: operation.stage)
          let attempt = try await operation.prepare(walk)
          let actor = try walk.actor(role, position, from: operation.place)
          let before = try await walk.county.entryCount()
          let outcome = await faults { try await attempt(actor) }
          let isDone = outcome == ["done"]
          let isRefused =
            ["no role", "elsewhere"].contains(outcome[0])
            || ["notFound ", "wrongStage("].contains { outcome[0].hasPrefix($0) }
          if isDone != isAllowed || isRefused == isAllowed {
            differences.append("\(operation.name) \(role) \(position): \(outcome)")
          }
          if !isAllowed, try await walk.county.entryCount() != before {
            differences.append("\(operation.name) \(role) \(position) left a trace")
          }
        }
      }
    }
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    try await walk.county.expectSoundLedger()
  }

  /// Those whose walk needs a password; `TimeCodeTests` and `PasswordTests` go through them. And the list of
  /// one's own places, which is the same wherever it is asked; `HistoryTests` asks for it.
  private static let walkedElsewhere: Set<String> = [
    "ChangeOwnPassword", "ConfirmTimeCodes", "EndTimeCodes", "ListClerkPlaces",
    "ListIntakeUnits", "ListStylePlaces", "ListApproved", "ListBatches",
  ]

  @Test func `no operation that asks who acts is left out of the walk`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Application/OfficeOperations").standardized
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var found: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      var name = ""
      for line in text.split(separator: "\n") {
        if line.hasPrefix("package struct ") {
          name = String(line.dropFirst(15).prefix { $0.isLetter })
        }
        if line.contains("by signedIn: SignedIn"),
          line.hasPrefix("  package func") || line.hasPrefix("    in "),
          !name.isEmpty
        {
          found.insert(name)
        }
      }
    }
    #expect(found.count > 30)
    #expect(found == Set(WalkedOperation.all.map(\.name)).union(Self.walkedElsewhere))
  }
}
