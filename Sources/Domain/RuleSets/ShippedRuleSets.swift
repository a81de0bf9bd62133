// The rule sets that come with the program, as the text files under Sets.

/// National, and the regions whose forms are known.
package enum ShippedRuleSets {
  /// The files by identifier, the national one first.
  private static let files: [(identifier: String, bytes: [UInt8])] = [
    ("national", PackageResources.national_txt),
    ("dongguan-towns-2024", PackageResources.dongguan_towns_2024_txt),
    ("dongguan-towns-2026", PackageResources.dongguan_towns_2026_txt),
    ("hebei", PackageResources.hebei_txt),
    ("sichuan", PackageResources.sichuan_txt),
    ("hubei", PackageResources.hubei_txt),
    ("anhui", PackageResources.anhui_txt),
  ]

  /// In the order of the listing.
  package static let identifiers = files.map(\.identifier)

  /// The text of a shipped set; nil where there is none of that identifier.
  package static func bytes(of identifier: String) -> [UInt8]? {
    files.first { $0.identifier == identifier }?.bytes
  }

  /// A test holds that the file is sound; were it not, a set without parameters would stand here.
  static let national: RuleSet = {
    let library = RuleSetLibrary(source: bytes(of:))
    if let loaded = try? library.load("national") { return loaded }
    let head = RuleSetHead(
      identifier: "national", title: "", region: "", firstYear: RuleSetYears.bounds.lowerBound, lastYear: nil,
      kinds: [], extends: nil, source: "")
    let empty = RuleSetFile(head: head, treeChoices: [], trees: [], parameters: [], weights: [], changes: [])
    return RuleSet(head: head, content: RuleSetContent(empty, over: nil), extended: nil)
  }()
}
