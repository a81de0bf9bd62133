// Codes of organisations and regions: what is one, and what contains what.
import Organisations
import Testing

struct OrganisationCodeTests {
  @Test(arguments: ["", "713", "713001", "001", "713001002003004"])
  func `whole levels of three digits are a code`(text: String) {
    #expect(OrganisationCode(text)?.digits == text)
    #expect(OrganisationCode(text)?.level == text.count / 3)
  }

  @Test(arguments: [
    "7", "71", "7130", "71300", "713000", "000", "000713", "713 001", "713-001", "７１３", "abc",
    "713001002003004005",
    " 713", "713\n",
  ])
  func `everything else is none`(text: String) {
    #expect(OrganisationCode(text) == nil)
  }

  /// All codes over two digits a level, three levels deep: small enough to look at every pair.
  private static let codes: [OrganisationCode] = {
    var texts = [""]
    for _ in 0..<3 {
      texts = Array(Set(texts + texts.flatMap { text in ["001", "012", "120"].map { text + $0 } })).sorted()
    }
    return texts.compactMap { OrganisationCode($0) }
  }()

  @Test func `containing is an order with the region on top`() {
    for left in Self.codes {
      #expect(left.contains(left))
      #expect(OrganisationCode.region.contains(left))
      for right in Self.codes {
        #expect((left.contains(right) && right.contains(left)) == (left == right))
        #expect(left.contains(right) == right.lineage.contains(left))
        for third in Self.codes where left.contains(right) && right.contains(third) {
          #expect(left.contains(third))
        }
      }
    }
  }

  @Test func `subtrees are disjoint or one holds the other`() {
    for left in Self.codes {
      for right in Self.codes where !left.contains(right) && !right.contains(left) {
        #expect(!Self.codes.contains { left.contains($0) && right.contains($0) })
      }
    }
  }

  @Test func `the parent contains its child and is one level up`() {
    for code in Self.codes {
      guard let parent = code.parent else {
        #expect(code == .region)
        continue
      }
      #expect(parent.contains(code) && !code.contains(parent) && parent.level == code.level - 1)
    }
  }

  @Test func `in order, what is below follows at once`() {
    let sorted = Self.codes.sorted()
    for (index, code) in sorted.enumerated() {
      let below = sorted[index...].prefix { code.contains($0) }
      #expect(below.count == Self.codes.count { code.contains($0) })
    }
  }

  @Test(arguments: [
    ("44", "440000"), ("4419", "441900"), ("441900", "441900"), ("440000", "440000"), ("130102", "130102"),
    ("441900103", "441900103"), ("441900103000", "441900103"), ("130102001203", "130102001203"),
    ("441900000000", "441900"),
  ])
  func `regions print with six digits or more`(text: String, printed: String) {
    #expect(RegionCode(text)?.description == printed)
    #expect(RegionCode(printed) == RegionCode(text))
  }

  @Test(arguments: ["", "4", "441", "44190", "04", "000000", "4419001", "44190010", "44a900", "４４"])
  func `what is no region is refused`(text: String) {
    #expect(RegionCode(text) == nil)
  }

  @Test(arguments: [
    ("440000", "441900", true), ("441900", "441900103", true), ("441900103", "441900", false),
    ("441900", "442000", false), ("130100", "130102", true), ("130102", "130103", false),
  ])
  func `a region contains what lies in it`(outer: String, inner: String, contains: Bool) throws {
    let outer = try #require(RegionCode(outer))
    let inner = try #require(RegionCode(inner))
    #expect(outer.contains(inner) == contains)
  }

  @Test(arguments: [
    ("441900103/713", "441900103/713001", Position.subordinate),
    ("441900103/713", "441900103/713", .own),
    ("441900103/713001", "441900103/713", .elsewhere),
    ("441900103/713", "441900104/713001", .elsewhere),
    ("441900103/", "441900103/713001", .subordinate),
    ("441900/", "441900103/713001", .subordinate),
    ("441900/", "441900/", .own),
    ("441900103/", "441900/", .elsewhere),
    ("441900/713", "441900103/713001", .elsewhere),
  ])
  func `a place sees itself, what is below, and the rest`(
    place: String, target: String, position: Position
  ) throws {
    let place = try #require(OrganisationPath(place))
    let target = try #require(OrganisationPath(target))
    #expect(Position(of: target, from: place) == position)
    #expect(OrganisationPath(place.description) == place)
  }

  @Test(arguments: ["441900", "/713", "441900/7", "441900/713/001", "441900103713", ""])
  func `what is no place is refused`(text: String) {
    #expect(OrganisationPath(text) == nil)
  }

  @Test(arguments: ["zhang.san", "li_4", "13800000000", "a-b", "x1"])
  func `names of accounts are plain and small`(text: String) {
    #expect(AccountName(text)?.text == text)
    #expect(AccountName(text.uppercased())?.text == text)
  }

  @Test(arguments: [
    "", "a", ".ab", "-ab", "_ab", "张三", "zhang san", "a@b", String(repeating: "a", count: 33), "ａｂ",
    "a\u{0}b",
    "a/b", "zhang\n",
  ])
  func `what could be mistaken is no name of an account`(text: String) {
    #expect(AccountName(text) == nil)
  }

  @Test(arguments: ["0", "-1", "01", "", "9223372036854775808", "1 ", "+1", "１", "99999999999999999999"])
  func `numbers of things are positive and printed one way`(text: String) {
    #expect(PersonID(text) == nil)
  }

  @Test func `the greatest number reads back`() {
    #expect(PersonID(Int64.max).flatMap { PersonID($0.description) }?.rawValue == .max)
  }
}
