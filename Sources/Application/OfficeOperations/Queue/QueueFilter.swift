// Which forms a queue shows: a value that addresses print, people save and batches work through.
package import Model
package import Organisations
package import Quantities
package import Records
package import Workflow

/// A filter of a queue; what is not said is not asked for.
///
/// It reads back what it prints, and refuses everything else: a batch over a filter never gets more than the
/// person saw because a word of it was not understood.
///
/// Example: `year=2026&stage=awaiting-finance&found=clean`.
package struct QueueFilter: Sendable, Hashable {
  /// Forms by the gravest of their findings.
  package enum Group: String, Sendable, CaseIterable {
    case any
    /// Nothing was found.
    case clean
    /// Something was found, however small.
    case found
    case errors, warnings, hints

    /// The gravities that are meant.
    package var gravities: Set<FindingGravity> {
      switch self {
      case .any: Set(FindingGravity.allCases)
      case .clean: [.clean]
      case .found: [.hints, .warnings, .errors]
      case .errors: [.errors]
      case .warnings: [.warnings]
      case .hints: [.hints]
      }
    }
  }

  /// Empty for all years.
  package var years: Set<FiscalYear>
  /// Empty for all kinds.
  package var kinds: Set<FormKind>
  /// Empty for the stages at which forms wait for the reader's own part.
  package var stages: Set<Stage>
  package var group: Group
  /// The place and everything below it; nil for everything within the reader's reach.
  package var place: OrganisationPath?

  package init(
    years: Set<FiscalYear> = [], kinds: Set<FormKind> = [], stages: Set<Stage> = [], group: Group = .any,
    place: OrganisationPath? = nil
  ) {
    self.years = years
    self.kinds = kinds
    self.stages = stages
    self.group = group
    self.place = place
  }

  /// What it is called in an address, in one order.
  package var pairs: [(String, String)] {
    var pairs = years.sorted().map { ("year", $0.description) }
    pairs += FormKind.allCases.filter(kinds.contains).map { ("kind", $0.rawValue) }
    pairs += Stage.allCases.filter(stages.contains).map { ("stage", $0.rawValue) }
    if group != .any { pairs.append(("found", group.rawValue)) }
    if let place { pairs.append(("place", place.description)) }
    return pairs
  }

  /// Words of an address that belong to a filter; all others are somebody else's.
  package static let names: Set<String> = ["year", "kind", "stage", "found", "place"]

  /// Reads the words of an address, blank ones left out; nil where one is not understood.
  package init?(pairs: some Sequence<(String, String)>) {
    self.init()
    for (name, value) in pairs where Self.names.contains(name) && !value.isEmpty {
      switch name {
      case "year":
        guard let year = Int(value).flatMap({ FiscalYear($0) }) else { return nil }
        years.insert(year)
      case "kind":
        guard let kind = FormKind(rawValue: value) else { return nil }
        kinds.insert(kind)
      case "stage":
        guard let stage = Stage(rawValue: value) else { return nil }
        stages.insert(stage)
      case "found":
        guard let found = Group(rawValue: value) else { return nil }
        group = found
      default:
        guard let path = OrganisationPath(value) else { return nil }
        place = path
      }
    }
  }

  /// As it is saved and handed to batches: `year=2026&stage=awaiting-finance`. Its values hold nothing that an
  /// address would have to escape.
  package var text: String { pairs.map { "\($0.0)=\($0.1)" }.joined(separator: "&") }

  /// Reads what `text` prints; nil for anything else.
  package init?(text: String) {
    var pairs: [(String, String)] = []
    for part in text.split(separator: "&") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, Self.names.contains(String(sides[0])) else { return nil }
      pairs.append((String(sides[0]), String(sides[1])))
    }
    self.init(pairs: pairs)
  }
}
