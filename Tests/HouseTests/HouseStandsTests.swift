// Holds every wall against the repository as it is.
import Testing

@Suite struct HouseStandsTests {
  private static let tree = Result { try SourceTree.onDisk(root: SourceTree.root) }

  @Test(arguments: Wall.all)
  func `the house keeps its walls`(wall: Wall) throws {
    let tree = try Self.tree.get()
    let violations = wall.violations(in: tree).map(\.description)
    #expect(violations == [], "\(wall.rule)")
  }

  @Test func `the tree that is checked is the real one`() throws {
    let tree = try Self.tree.get()
    #expect(tree.manifest.rooms.count >= 15)
    #expect(tree.swiftFiles.count >= 15)
    #expect(tree.manifest["Tables"]?.uses == ["Findings"])
    #expect(tree.texts["Tests/HouseTests/HouseStandsTests.swift"] != nil)
  }

  @Test func `the table of nevers names rooms that exist`() throws {
    let manifest = try Self.tree.get().manifest
    let known = Set(manifest.rooms.flatMap { [$0.name, "wing:\($0.wing)"] } + ["all"])
    let named = Never.table.flatMap { $0.rooms + $0.except + $0.reaches }
    #expect(named.filter { !known.contains($0) } == [])
  }

  @Test(arguments: Exemption.all)
  func `an exemption excuses something and says why`(exemption: Exemption) throws {
    let tree = try Self.tree.get()
    let wall = try #require(Wall.all.first { $0.rule == exemption.wall })
    #expect(wall.check(tree).contains { $0.path == exemption.path })
    #expect(exemption.reason.hasSuffix("."))
  }
}
