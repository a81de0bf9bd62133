// Who stands above a place.
import Organisations
import Testing

struct AscentTests {
  @Test(arguments: [
    (
      "330122101/713001",
      ["330122101/713001", "330122101/713", "330122101/", "330122/", "330100/", "330000/"]
    ),
    ("330122/713", ["330122/713", "330122/", "330100/", "330000/"]), ("330000/", ["330000/"]),
    ("441900103/", ["441900103/", "441900/", "440000/"]),
  ])
  func `a place's ascent is itself and everything above, the nearest first`(
    _ text: String, _ wanted: [String]
  ) throws {
    let place = try #require(OrganisationPath(text))
    #expect(place.ascent.map(\.description) == wanted)
    #expect(place.ascent.allSatisfy { $0.contains(place) })
  }
}
