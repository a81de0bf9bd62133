// All organisations of an installation as one sound tree.
package import Quantities

/// What is wrong with a set of organisations; each names the organisation that is to be mended.
package enum ChartFailure: Error, Sendable, Hashable {
  /// Two organisations stand at the same place in some year.
  case duplicate(OrganisationPath)
  /// Two organisations have the same number.
  case duplicateID(OrganisationID)
  /// The organisation above it is not there.
  case unknownParent(OrganisationPath)
  /// The kind and the length of the code do not go together.
  case wrongLevel(OrganisationPath, OrganisationKind)
  /// It has years in which the organisation above it is not there.
  case outlivesParent(OrganisationPath)
}

/// The tree region › bureau, departments › units; only a sound one can be made.
///
/// An organisation that changed its name has one entry a span of years; spans at one place never overlap.
package struct OrganisationChart: Sendable {
  /// By path, then by first year.
  package let organisations: [Organisation]
  private let byPath: [OrganisationPath: [Organisation]]
  private let byID: [OrganisationID: Organisation]

  /// Throws the first of ``failures(in:)``.
  package init(_ organisations: [Organisation]) throws(ChartFailure) {
    if let failure = Self.failures(in: organisations).first { throw failure }
    self.organisations = organisations.sorted { ($0.path, $0.years.first) < ($1.path, $1.years.first) }
    byPath = Dictionary(grouping: self.organisations, by: \.path)
    byID = Dictionary(organisations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Everything that keeps a set of organisations from being a tree, in the order of the set.
  package static func failures(in organisations: [Organisation]) -> [ChartFailure] {
    var seen: [OrganisationPath: [Organisation]] = [:]
    var numbers: Set<OrganisationID> = []
    var failures: [ChartFailure] = []
    for organisation in organisations {
      let path = organisation.path
      if !numbers.insert(organisation.id).inserted { failures.append(.duplicateID(organisation.id)) }
      if seen[path, default: []].contains(where: { $0.years.overlaps(organisation.years) }) {
        failures.append(.duplicate(path))
      }
      if !organisation.kind.levels.contains(path.code.level) {
        failures.append(.wrongLevel(path, organisation.kind))
      }
      seen[path, default: []].append(organisation)
    }
    for organisation in organisations {
      guard let parentPath = organisation.path.parent else { continue }
      let parents = seen[parentPath] ?? []
      if parents.isEmpty {
        failures.append(.unknownParent(organisation.path))
      } else if !covers(parents.map(\.years), organisation.years) {
        failures.append(.outlivesParent(organisation.path))
      }
    }
    return failures
  }

  /// The organisation at a place in a year.
  package func organisation(at path: OrganisationPath, in year: FiscalYear) -> Organisation? {
    byPath[path]?.first { $0.years.contains(year) }
  }

  /// The organisation with a number.
  package func organisation(_ id: OrganisationID) -> Organisation? { byID[id] }

  /// What stands directly below a place in a year, by code.
  package func children(of path: OrganisationPath, in year: FiscalYear) -> [Organisation] {
    organisations.filter { $0.path.parent == path && $0.years.contains(year) }
  }

  /// The place itself and everything below it in a year, by code.
  package func subtree(of path: OrganisationPath, in year: FiscalYear) -> [Organisation] {
    organisations.filter { path.contains($0.path) && $0.years.contains(year) }
  }

  /// The department that answers for an organisation: itself where it is one; nil for regions and bureaus
  /// and what stands below a bureau.
  package func department(of path: OrganisationPath, in year: FiscalYear) -> Organisation? {
    guard let code = path.code.lineage.dropFirst().first,
      let top = organisation(at: OrganisationPath(region: path.region, code: code), in: year),
      top.kind == .department
    else { return nil }
    return top
  }

  /// The names from the region down, for the head of a page: 某镇 › 某办公室 › 某中心.
  package func lineage(of path: OrganisationPath, in year: FiscalYear) -> [Organisation] {
    path.code.lineage.compactMap {
      organisation(at: OrganisationPath(region: path.region, code: $0), in: year)
    }
  }

  /// True when the spans together have every year of the wanted one.
  private static func covers(_ spans: [YearSpan], _ wanted: YearSpan) -> Bool {
    var next: FiscalYear? = wanted.first
    while let year = next {
      if let last = wanted.last, last < year { return true }
      guard let span = spans.first(where: { $0.contains(year) }) else { return false }
      guard let end = span.last else { return true }
      next = end.next
    }
    return wanted.last != nil
  }
}
