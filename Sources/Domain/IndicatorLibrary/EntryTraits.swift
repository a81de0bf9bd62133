// What lookups ask of an entry, found out once when the library is read.
import IndicatorValues
import Quantities
import RuleSets

struct EntryTraits: Sendable {
  /// The place of its kind in the library.
  let kind: Int
  /// True for a kind that fits every project.
  let isGeneral: Bool
  /// The letters of its name.
  let name: [Unicode.Scalar]
  /// Bits of the categories and branches under which it can stand.
  private let categories: UInt32
  private let branches: UInt32
  let isShare: Bool
  let isDeadline: Bool
  /// True where less of what is measured is wanted: `≤`, none at all, or a share by which it goes down.
  let wantsLess: Bool
  let isRestricted: Bool
  let unitText: String

  init(of entry: LibraryEntry, _ kinds: [LibraryKind]) {
    kind = kinds.firstIndex { $0.title == entry.kind } ?? 0
    isGeneral = kinds[kind].isGeneral
    name = WordIndex.letters(of: entry.name)
    categories = IndicatorCategory.allCases.filter { entry.fits($0) }.reduce(0) { $0 | Self.bit(of: $1) }
    branches = IndicatorBranch.allCases.filter { entry.fits(under: $0) }.reduce(0) { $0 | Self.bit(of: $1) }
    isShare = entry.value.isShare
    isDeadline = entry.value.isDeadline
    wantsLess =
      entry.value.comparator?.isUpperBound == true || entry.value.number?.isZero == true
      || NameEndWords.speaksOfReduction(entry.name)
    isRestricted = !entry.restrictions.isEmpty
    unitText = entry.value.unitText
  }

  func fits(_ category: IndicatorCategory) -> Bool { categories & Self.bit(of: category) != 0 }
  func fits(under branch: IndicatorBranch) -> Bool { branches & Self.bit(of: branch) != 0 }

  private static func bit(of category: IndicatorCategory) -> UInt32 {
    switch category {
    case .quantity: 1
    case .quality: 1 << 1
    case .timeliness: 1 << 2
    case .cost: 1 << 3
    case .economicCost: 1 << 4
    case .socialCost: 1 << 5
    case .ecologicalCost: 1 << 6
    case .economicBenefit: 1 << 7
    case .socialBenefit: 1 << 8
    case .ecologicalBenefit: 1 << 9
    case .sustainability: 1 << 10
    case .satisfaction: 1 << 11
    case .benefit: 1 << 12
    }
  }

  private static func bit(of branch: IndicatorBranch) -> UInt32 {
    switch branch {
    case .cost: 1
    case .output: 1 << 1
    case .benefit: 1 << 2
    case .satisfaction: 1 << 3
    }
  }
}
