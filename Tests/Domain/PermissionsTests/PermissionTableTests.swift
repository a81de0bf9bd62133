// The table of permissions, walked cell by cell: the page says what the code does, and the laws hold.
import Foundation
import Organisations
import Permissions
import Testing
import Workflow

struct PermissionTableTests {
  private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/reference/permissions.md")

  @Test func `the page of the reference is the table`() throws {
    if ProcessInfo.processInfo.environment["PLUMBLINE_SNAPSHOTS"] == "record" {
      try Data(Permission.reference.utf8).write(to: Self.page)
    }
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == Permission.reference)
  }

  /// The cells of the page as written, by the label of the right.
  private static func writtenCells() throws -> [String: [String]] {
    let text = try String(contentsOf: page, encoding: .utf8)
    var cells: [String: [String]] = [:]
    var area = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## ") { area = String(line.dropFirst(3)) }
      guard line.hasPrefix("| "), !line.hasPrefix("| 操作") else { continue }
      let parts = line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
      cells[area + "/" + parts[0]] = Array(parts.dropFirst())
    }
    return cells
  }

  /// What a written cell says about a position and a stage, read by rules of its own.
  private static func says(_ cell: String, _ position: Position, _ stage: Stage?) -> Bool {
    if cell == "自己" || cell == "全部" { return true }
    if cell == "—" { return false }
    return cell.components(separatedBy: "；").contains { part in
      let isNear =
        switch position {
        case .own: part.hasPrefix("本单位") || part.hasPrefix("本级及下级") || part.hasPrefix("全部")
        case .subordinate: part.hasPrefix("本级及下级") || part.hasPrefix("全部")
        case .elsewhere: part.hasPrefix("全部")
        }
      guard let bracket = part.firstIndex(of: "（") else { return isNear }
      guard let stage else { return false }
      let inside = part[part.index(after: bracket)...].dropLast()
      if inside == "任何阶段" { return isNear }
      if inside.hasPrefix("除") { return isNear && inside.dropFirst() != stage.label }
      return isNear && inside.components(separatedBy: "、").contains(stage.label)
    }
  }

  @Test func `every right, role, position and stage is as the page says`() throws {
    let cells = try Self.writtenCells()
    #expect(cells.count == Right.allCases.count)
    for right in Right.allCases {
      let row = try #require(cells[right.area.label + "/" + right.label])
      #expect(row.count == Role.allCases.count)
      for (role, cell) in zip(Role.allCases, row) {
        for position in Position.allCases {
          for stage in [nil] + Stage.allCases.map(Optional.some) {
            let allows = Permission.allows(right, role: role, position: position, stage: stage)
            #expect(
              allows == Self.says(cell, position, stage),
              "\(right) \(role) \(position) \(String(describing: stage))")
          }
        }
      }
    }
  }

  private static func granted(to role: Role) -> Set<Right> {
    Set(Right.allCases.filter { $0.rule.grants.contains { $0.role == role } })
  }

  @Test func `no administrator can do another's part`() {
    let administrators = Role.allCases.filter(\.isAdministrator)
    #expect(administrators.count == 3)
    let shared: Set<Right> = [.readPeople, .readRights, .confirmPasswordLinks]
    for role in administrators {
      for other in administrators where other != role {
        let both = Self.granted(to: role).intersection(Self.granted(to: other))
        #expect(both.isSubset(of: shared), "\(role) and \(other): \(both)")
      }
      #expect(!Self.granted(to: role).subtracting(shared).isEmpty)
    }
  }

  @Test func `administrators see no content and others administer nothing`() {
    for role in Role.allCases {
      let areas = Set(Self.granted(to: role).map(\.area))
      if role.isAdministrator {
        #expect(areas.isDisjoint(with: [.forms, .review, .overview, .workflow]))
      } else {
        #expect(areas.isDisjoint(with: [.organisations, .rights, .settings, .ledger]))
      }
    }
  }

  @Test func `the auditor changes nothing, and confirms what concerns another administrator`() {
    #expect(
      Self.granted(to: .auditAdministrator)
        == [.readLedger, .verifyLedger, .exportLedger, .readPeople, .readRights, .confirmPasswordLinks])
  }

  @Test func `who may do something below may do it at the place itself`() {
    for right in Right.allCases {
      for role in Role.allCases {
        for stage in [nil] + Stage.allCases.map(Optional.some) {
          let positions = Position.allCases.filter {
            Permission.allows(right, role: role, position: $0, stage: stage)
          }
          #expect([[], [.own], [.own, .subordinate], Position.allCases].contains(positions))
        }
      }
    }
  }

  @Test func `steps are open to those whom the table of transitions names and to nobody else`() {
    for stage in Stage.allCases {
      for step in Step.allCases {
        let takers = Set((Transition.line(from: stage, by: step)?.takers ?? []).map(\.role))
        for role in Role.allCases {
          let allows = Permission.allows(.step(step), role: role, position: .own, stage: stage)
          #expect(allows == takers.contains(role))
        }
      }
    }
  }

  @Test func `whoever changes a form may read it`() {
    for stage in Stage.allCases {
      for role in [Role.clerk, .departmentReviewer, .financeReviewer] {
        for position in Position.allCases {
          for right in [
            Right.editForms, .gradeForms, .objectToCells, .step(.approve), .step(.forward),
          ]
          where Permission.allows(right, role: role, position: position, stage: stage) {
            #expect(Permission.allows(.readForms, role: role, position: position, stage: stage))
          }
        }
      }
    }
  }

  @Test func `every right and area has words of its own`() {
    let labels = Right.allCases.map { "\($0.area)/\($0.label)" }
    #expect(Set(labels).count == Right.allCases.count)
    #expect(Set(Right.allCases).count == Right.allCases.count)
    #expect(Set(Right.Area.allCases.map(\.label)).count == Right.Area.allCases.count)
  }
}
