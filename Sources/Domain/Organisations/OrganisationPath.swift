// Where an organisation stands: its region and its code in that region.

/// A place in the tree region › department › unit that codes alone describe.
///
/// Two paths tell by themselves which contains the other; no tree has to be loaded for a question of rights.
/// Example: `441900103/713001` is unit 001 of department 713 of a town; `441900103/` is the town itself.
package struct OrganisationPath: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let region: RegionCode
  /// Empty for the region itself.
  package let code: OrganisationCode

  package init(region: RegionCode, code: OrganisationCode = .region) {
    self.region = region
    self.code = code
  }

  /// Reads what `description` prints; nil for anything else.
  @specialized(where Text == String)
  @specialized(where Text == Substring)
  package init?<Text: StringProtocol>(_ text: Text) {
    guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")), let region = RegionCode(text[..<slash]),
      let code = OrganisationCode(text[text.utf8.index(after: slash)...])
    else { return nil }
    self.init(region: region, code: code)
  }

  /// One level up inside the region; nil for a region.
  package var parent: OrganisationPath? {
    code.parent.map { OrganisationPath(region: region, code: $0) }
  }

  /// The place and every place above it that a region contains, the highest first; empty for a place outside
  /// of the region.
  ///
  /// Example: `330122101/713001` seen from `330122` lies in `330122/`, `330122101/`, `330122101/713` and in
  /// itself.
  package func lineage(in root: RegionCode) -> [OrganisationPath] {
    guard root.contains(region) else { return [] }
    let above = RegionCode.lengths.filter {
      root.digits.utf8.count <= $0 && $0 < region.digits.utf8.count
    }.compactMap { RegionCode(region.digits.prefix($0)) }
    var regions: [RegionCode] = []
    // A code that only fills up with zeros is that of the region above it.
    for code in above where root.contains(code) && !regions.contains(code) { regions.append(code) }
    return regions.map { OrganisationPath(region: $0) }
      + code.lineage.map { OrganisationPath(region: region, code: $0) }
  }

  /// True for the place itself and everything below it; a region contains the regions in it too.
  package func contains(_ other: OrganisationPath) -> Bool {
    code.level == 0 ? region.contains(other.region) : region == other.region && code.contains(other.code)
  }

  /// By region, then by code: what is below follows.
  package static func < (left: OrganisationPath, right: OrganisationPath) -> Bool {
    left.region == right.region ? left.code < right.code : left.region < right.region
  }

  package var description: String { "\(region)/\(code)" }
}
