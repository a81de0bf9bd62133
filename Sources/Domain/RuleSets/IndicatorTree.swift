// A tree of indicators: which labels stand for which place, and what hangs where.

/// One line of a tree in a rule-set file: a place and the labels that stand for it.
package struct IndicatorTreeNode: Sendable, Equatable {
  package let branch: IndicatorBranch
  /// Nil for level 1.
  package let category: IndicatorCategory?
  /// Labels as written in the file, the official name not among them.
  package let labels: [String]
  /// The official name and the labels, as printed labels are looked up: folded.
  let lookups: [String]
  /// The line of its file; where it stands makes no difference.
  let line: Int

  init(branch: IndicatorBranch, category: IndicatorCategory?, labels: [String], line: Int = 0) {
    self.branch = branch
    self.category = category
    self.labels = labels
    self.line = line
    lookups = ([category?.name ?? branch.name] + labels).map { IndicatorTree.folded($0) }
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.branch == right.branch && left.category == right.category && left.labels == right.labels
  }

  /// 产出指标/数量指标
  package var path: String { branch.name + (category.map { "/" + $0.name } ?? "") }
  /// The official name of the place itself.
  package var name: String { category?.name ?? branch.name }
}

/// A tree of indicators.
package struct IndicatorTree: Sendable, Equatable {
  /// `tree-2015` or `tree-2021`.
  package let identifier: String
  /// The places of this tree, in the order of the file.
  package let nodes: [IndicatorTreeNode]
  private let branches: PrintedLabels<IndicatorBranch>
  private let categories: PrintedLabels<IndicatorCategory>

  /// - Parameter others: trees whose labels are understood too, where this one does not use them otherwise: a
  ///   form may be printed by the other generation.
  init(identifier: String, nodes: [IndicatorTreeNode], others: [[IndicatorTreeNode]] = []) {
    self.identifier = identifier
    self.nodes = nodes
    var branches: [String: IndicatorBranch] = [:]
    var categories: [String: IndicatorCategory] = [:]
    for node in ([nodes] + others).joined() {
      for label in node.lookups {
        if let category = node.category {
          if categories[label] == nil { categories[label] = category }
        } else if branches[label] == nil {
          branches[label] = node.branch
        }
      }
    }
    // Most labels are printed plainly: those are looked up without folding.
    for (label, branch) in branches where branches[label + "指标"] == nil { branches[label + "指标"] = branch }
    for (label, category) in categories where categories[label + "指标"] == nil {
      categories[label + "指标"] = category
    }
    self.branches = PrintedLabels(branches)
    self.categories = PrintedLabels(categories)
  }

  /// The branch that a printed level 1 stands for: `产出指标（50分）` is output.
  package func branch(of label: String?) -> IndicatorBranch? {
    label.flatMap { branches[$0] ?? branches[Self.folded($0)] }
  }

  /// The category that a printed level 2 stands for: `数量指标（必填硬性指标）` is quantity.
  package func category(of label: String?) -> IndicatorCategory? {
    label.flatMap { categories[$0] ?? categories[Self.folded($0)] }
  }

  /// True where this tree itself has the category under the branch, labels of other trees left aside.
  package func holds(_ category: IndicatorCategory, under branch: IndicatorBranch) -> Bool {
    nodes.contains { $0.category == category && $0.branch == branch }
  }

  /// A label without white space, brackets, leading and trailing numbering, and the words 指标 and 项目.
  package static func folded(_ label: String) -> String {
    var kept = ""
    var depth = 0
    for scalar in label.unicodeScalars {
      switch scalar {
      case "（", "(", "【", "[": depth += 1
      case "）", ")", "】", "]": depth = max(0, depth - 1)
      case _ where depth > 0 || scalar.properties.isWhitespace: continue
      case "0"..."9", ".", "、", "：", ":", "★", "*", "％", "%", "-", "—": continue
      default: kept.unicodeScalars.append(scalar)
      }
    }
    for word in IndicatorTreeWords.dropped { kept = Self.removing(word, from: kept) }
    return kept
  }

  private static func removing(_ word: String, from text: String) -> String {
    guard text.count > word.count else { return text }
    if text.hasSuffix(word) { return String(text.dropLast(word.count)) }
    if text.hasPrefix(word) { return String(text.dropFirst(word.count)) }
    return text
  }
}

/// What labels stand for. They are compared byte by byte, as a text's own way goes through tables of Unicode,
/// and only with the few labels of the same length.
private struct PrintedLabels<Place: Sendable & Equatable>: Sendable, Equatable {
  private struct Entry: Sendable, Equatable {
    let label: [UInt8]
    let place: Place
  }

  /// By the number of their bytes.
  private var entries: [[Entry]] = []

  init(_ places: [String: Place]) {
    for (label, place) in places.sorted(by: { $0.key < $1.key }) {
      while entries.count <= label.utf8.count { entries.append([]) }
      entries[label.utf8.count].append(Entry(label: Array(label.utf8), place: place))
    }
  }

  subscript(label: String) -> Place? {
    var label = label
    return label.withUTF8 { bytes in
      guard bytes.count < entries.count else { return nil }
      for entry in entries[bytes.count] where Self.isSame(entry.label, bytes) { return entry.place }
      return nil
    }
  }

  /// Whether two labels of one length are the same.
  private static func isSame(_ label: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for place in bytes.indices where bytes[place] != label[place] { return false }
    return true
  }
}
