// Compares records field by field, as the corpus is scored: width, white space and decimals are forgiven.
import Foundation

/// Counts of present fields: expected, got, and the same in both; and what differs.
struct RecordComparison {
  private(set) var expectedCount = 0
  private(set) var gotCount = 0
  private(set) var sameCount = 0
  private(set) var differences: [String] = []
  private let wrapsLines: Bool

  /// 2 × same / (expected + got) in ten-thousandths; 10,000 where both are empty.
  var score: Int {
    let total = expectedCount + gotCount
    return total == 0 ? 10_000 : 20_000 * sameCount / total
  }

  init(expected: [JSONTree], got: [JSONTree], wrapsLines: Bool) {
    self.wrapsLines = wrapsLines
    let pairs = aligned(expected, got, at: "forms") { form in
      form["project"]["name"].text ?? form["department"]["name"].text ?? form["title"].text ?? ""
    }
    for (index, pair) in pairs.enumerated() { compareForms(pair.0, pair.1, at: "forms/\(index)") }
  }

  /// The sum of two comparisons.
  mutating func add(_ other: RecordComparison) {
    expectedCount += other.expectedCount
    gotCount += other.gotCount
    sameCount += other.sameCount
  }

  // MARK: Forms and lists

  private static let lists = ["indicators", "funds", "tasks", "subgoals", "measures", "spendingPlan"]

  private mutating func compareForms(_ expected: JSONTree?, _ got: JSONTree?, at path: String) {
    compareLeaves(scalars(expected), scalars(got), at: path)
    for list in RecordComparison.lists {
      let pairs = aligned(expected?[list].items ?? [], got?[list].items ?? [], at: list) { item in
        switch list {
        case "measures": item.text ?? ""
        case "funds": item["source"].text ?? ""
        case "spendingPlan": item["month"].text ?? ""
        default: item["name"].text ?? item["annualValue"].text ?? ""
        }
      }
      for (index, pair) in pairs.enumerated() {
        compareLeaves(pair.0?.leaves ?? [:], pair.1?.leaves ?? [:], at: "\(path)/\(list)/\(index)")
      }
    }
  }

  private func scalars(_ form: JSONTree?) -> [String: String] {
    guard case .object(var members)? = form else { return [:] }
    for key in RecordComparison.lists + ["provenance", "confidence"] { members[key] = nil }
    return JSONTree.object(members).leaves
  }

  private mutating func compareLeaves(_ expected: [String: String], _ got: [String: String], at path: String)
  {
    for key in Set(expected.keys).union(got.keys).sorted() {
      let field = key.isEmpty ? path : "\(path)/\(key)"
      let one = expected[key].flatMap { normal($0, field) }
      let other = got[key].flatMap { normal($0, field) }
      if one != nil { expectedCount += 1 }
      if other != nil { gotCount += 1 }
      if one == other {
        if one != nil { sameCount += 1 }
      } else {
        differences.append("\(field): expected \(one ?? "nothing"), got \(other ?? "nothing")")
      }
    }
  }

  // MARK: Normal texts

  /// Half width, one blank for a run of white space, decimals without needless zeros; nil for a blank text.
  private func normal(_ text: String, _ path: String) -> String? {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      var scalar = scalar
      if (0xFF01...0xFF5E).contains(scalar.value) {
        scalar = Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      } else if scalar.properties.isWhitespace {
        scalar = " "
      }
      if scalar == " ", scalars.last == " " || scalars.isEmpty { continue }
      scalars.append(scalar)
    }
    if scalars.last == " " { scalars.removeLast() }
    if wrapsLines {
      scalars = scalars.indices.filter { index in
        scalars[index] != " " || isASCIIWord(scalars[index - 1]) && isASCIIWord(scalars[index + 1])
      }.map { scalars[$0] }
    }
    let result = String(String.UnicodeScalarView(scalars))
    if result.isEmpty { return nil }
    return isDecimal(path) ? withoutZeros(result) : result
  }

  private func isASCIIWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  private func isDecimal(_ path: String) -> Bool {
    let last = path.split(separator: "/").last ?? ""
    if path.contains("/budget/") || last == "totalScore" || last == "percent" { return true }
    return path.contains("/funds/") && last != "source" && last != "note"
      || path.contains("/tasks/") && last == "funds"
  }

  private func withoutZeros(_ text: String) -> String {
    var digits = text.filter { $0 != "," }
    guard digits.contains("."), digits.allSatisfy({ $0.isASCII && ($0.isNumber || ".-".contains($0)) }) else {
      return digits.allSatisfy { $0.isASCII && $0.isNumber } ? digits : text
    }
    while digits.last == "0" { digits.removeLast() }
    if digits.last == "." { digits.removeLast() }
    return digits
  }

  // MARK: Alignment

  /// Pairs items of two lists in order, by the likeness of their names; items without a partner stand alone.
  private func aligned(
    _ left: [JSONTree], _ right: [JSONTree], at list: String, name: (JSONTree) -> String
  ) -> [(JSONTree?, JSONTree?)] {
    let names = (left.map { Array(name($0).unicodeScalars) }, right.map { Array(name($0).unicodeScalars) })
    var likeness: [[Int]] = []
    for one in left.indices {
      likeness.append(
        right.indices.map { other in
          var likeness = RecordComparison.likeness(names.0[one], names.1[other])
          for key in ["kind", "level1", "level2", "annualValue", "periodValue"]
          where left[one][key] == right[other][key] { likeness += 20 }
          return likeness + (left[one] == right[other] ? 10 : 0)
        })
    }
    var best = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for i in left.indices.reversed() {
      for j in right.indices.reversed() {
        best[i][j] = max(best[i + 1][j], best[i][j + 1])
        if likeness[i][j] >= 400 { best[i][j] = max(best[i][j], best[i + 1][j + 1] + likeness[i][j]) }
      }
    }
    var pairs: [(JSONTree?, JSONTree?)] = []
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if likeness[i][j] >= 400, best[i][j] == best[i + 1][j + 1] + likeness[i][j] {
        pairs.append((left[i], right[j]))
        (i, j) = (i + 1, j + 1)
      } else if best[i][j] == best[i + 1][j] {
        pairs.append((left[i], nil))
        i += 1
      } else {
        pairs.append((nil, right[j]))
        j += 1
      }
    }
    return pairs + left[i...].map { ($0, nil) } + right[j...].map { (nil, $0) }
  }

  /// How alike two names are, 0…1000: shared pairs of letters; two absent names are half alike.
  private static func likeness(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left == right { return left.isEmpty ? 550 : 1_000 }
    if left.isEmpty || right.isEmpty { return 250 }
    var counts: [UInt64: Int] = [:]
    for (first, second) in zip(left, left.dropFirst()) {
      counts[UInt64(first.value) << 32 | UInt64(second.value), default: 0] += 1
    }
    var shared = 0
    for (first, second) in zip(right, right.dropFirst()) {
      let key = UInt64(first.value) << 32 | UInt64(second.value)
      if let count = counts[key], count > 0 {
        counts[key] = count - 1
        shared += 1
      }
    }
    return 2_000 * shared / max(1, left.count + right.count - 2)
  }
}
