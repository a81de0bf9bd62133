// Reads the sections of a rule-set file and collects everything that is wrong in them.
import Findings
import Model
import Quantities

/// Reads one file; problems are collected, so that all of them are told at once.
struct RuleSetFileReader {
  let file: String
  /// The codes of the rules there are; nil where that is not known.
  let rules: Set<String>?
  private(set) var problems: [RuleSetProblem] = []
  /// Nil where the head does not say who the set is for.
  private(set) var result: RuleSetFile?

  init(_ bytes: [UInt8], file: String, rules: Set<String>?) {
    self.file = file
    self.rules = rules
    let lines = RuleSetLines(bytes, file: file)
    problems = lines.problems
    // Of a file of another kind, one sentence says enough.
    guard !lines.isForeign else { return }
    read(lines.sections)
    problems.sort { $0.line < $1.line }
  }

  private mutating func read(_ sections: [RuleSetSection]) {
    func named(_ name: String) -> RuleSetSection? {
      sections.first { $0.name == name && $0.argument == nil }
    }
    var head: RuleSetHead?
    if let section = named(RuleSetWords.head) {
      head = readHead(section)
    } else {
      tell(.missingHead, 1)
    }
    let choices = entries(named(RuleSetWords.trees)) { reader, key, _ in
      reader.tell(
        unless: key.text == RuleSetWords.applies,
        .unknownKey(key.text, section: RuleSetWords.trees, nearest: RuleSetWords.applies), key.line)
        ? key.text : nil
    } value: { _, text, _ in
      text
    }
    let trees = sections.filter { $0.name == RuleSetWords.trees && $0.argument != nil }.map { readTree($0) }
    let parameters = entries(named(RuleSetWords.parameters)) { reader, key, _ in
      reader.parameter(key)
    } value: { reader, text, line in
      reader.number(text, of: line)
    }
    let weights = entries(named(RuleSetWords.weights)) { _, key, _ in
      key.text
    } value: { reader, text, line in
      reader.scheme(text, named: line.key, line.number)
    }
    let changes = entries(named(RuleSetWords.rules)) { reader, key, _ in
      reader.code(key)
    } value: { reader, text, line in
      reader.change(text, line.number)
    }
    guard let head else { return }
    let headSection = named(RuleSetWords.head)
    result = RuleSetFile(
      head: head, treeChoices: choices.map { $0.of(head.identifier) }, trees: trees,
      parameters: parameters.map { $0.of(head.identifier) }, weights: weights.map { $0.of(head.identifier) },
      changes: changes.map { $0.of(head.identifier) },
      extendsLine: headSection?.lines.first { $0.key == RuleSetWords.extends }?.number
        ?? headSection?.line ?? 1)
  }

  mutating func tell(_ kind: RuleSetProblem.Kind, _ line: Int) {
    problems.append(RuleSetProblem(file: file, line: line, kind: kind))
  }

  private mutating func tell(unless isFine: Bool, _ kind: RuleSetProblem.Kind, _ line: Int) -> Bool {
    if !isFine { tell(kind, line) }
    return isFine
  }
}

extension DatedEntry {
  fileprivate func of(_ ruleSet: String) -> Self {
    var entry = self
    entry.ruleSet = ruleSet
    return entry
  }
}

// MARK: Histories

extension RuleSetFileReader {
  fileprivate typealias Key = (text: String, line: Int)

  /// Lines of `key = value | first year | source`; a key may come again from another year.
  fileprivate mutating func entries<K, V>(
    _ section: RuleSetSection?, key: (inout Self, Key, RuleSetSection.Line) -> K?,
    value: (inout Self, String, RuleSetSection.Line) -> V?
  ) -> [DatedEntry<K, V>] {
    var entries: [DatedEntry<K, V>] = []
    var seen: [K: [Int: Int]] = [:]
    for line in section?.lines ?? [] {
      let parts = line.value.unicodeScalars.split(
        maxSplits: 3, omittingEmptySubsequences: false, whereSeparator: { $0 == "|" || $0 == "｜" }
      ).map { String(String.UnicodeScalarView(RuleSetLines.trimmed($0))) }
      let name = key(&self, (line.key, line.number), line)
      let content = parts[0].isEmpty ? nil : value(&self, parts[0], line)
      if parts[0].isEmpty { tell(.emptyValue(line.key), line.number) }
      let year = self.year(parts, line)
      if parts.count > 3 { tell(.tooManyParts(line.key), line.number) }
      if parts.count < 3 || parts[2].isEmpty { tell(.missingSource(line.key), line.number) }
      guard let name, let content, let year, parts.count == 3, !parts[2].isEmpty else { continue }
      if let former = seen[name]?[year] {
        tell(.repeatedYear(line.key, year: year, firstLine: former), line.number)
        continue
      }
      seen[name, default: [:]][year] = line.number
      entries.append(
        DatedEntry(key: name, value: content, fromYear: year, source: parts[2], line: line.number))
    }
    return entries
  }

  private mutating func year(_ parts: [String], _ line: RuleSetSection.Line) -> Int? {
    guard parts.count > 1, !parts[1].isEmpty else {
      tell(.missingYear(line.key), line.number)
      return nil
    }
    guard let year = RuleSetYears.year(parts[1]) else {
      tell(.badYear(parts[1]), line.number)
      return nil
    }
    return year
  }

  fileprivate mutating func parameter(_ key: Key) -> RuleParameter? {
    if let parameter = RuleParameter(key: key.text) { return parameter }
    let labels = RuleParameter.allCases.map(\.description.label)
    let isTold = problems.count < RuleSetFailure.problemsMax
    let nearest = isTold ? NearestWord.nearest(to: key.text, in: labels) : nil
    tell(.unknownKey(key.text, section: RuleSetWords.parameters, nearest: nearest), key.line)
    return nil
  }

  fileprivate mutating func number(_ text: String, of line: RuleSetSection.Line) -> ExactDecimal? {
    guard let number = RuleSetWords.number(text) else {
      tell(.badNumber(text), line.number)
      return nil
    }
    guard let shape = RuleParameter(key: line.key)?.description.shape else { return nil }
    let (bounds, wholeOnly) = (shape.bounds, !shape.allowsFractions)
    guard number >= ExactDecimal(bounds.lowerBound), number <= ExactDecimal(bounds.upperBound),
      number.isWhole || !wholeOnly
    else {
      tell(.outOfBounds(text, bounds: bounds, wholeOnly: wholeOnly), line.number)
      return nil
    }
    return number
  }

  /// `预算执行率 10、产出指标 50、…`: each part once, each above 0, together 100.
  fileprivate mutating func scheme(_ text: String, named name: String, _ line: Int) -> WeightScheme? {
    var shares: [WeightScheme.Share] = []
    for piece in RuleSetWords.list(text) {
      let words = piece.unicodeScalars.split { $0.properties.isWhitespace }
        .map { String(String.UnicodeScalarView($0)) }
      guard words.count == 2, let part = RuleSetWords.weightParts.first(where: { $0.name == words[0] })?.part,
        let points = RuleSetWords.number(words[1]), points > .zero, points <= .hundred,
        !shares.contains(where: { $0.part == part })
      else {
        tell(.badWeights(piece), line)
        return nil
      }
      shares.append(WeightScheme.Share(part: part, points: points))
    }
    let sum = shares.reduce(ExactDecimal?(.zero)) { sum, share in sum.flatMap { $0.adding(share.points) } }
    guard sum == .hundred else {
      tell(.weightSum(scheme: name, sum: sum?.description ?? ""), line)
      return nil
    }
    return WeightScheme(shares: shares)
  }

  fileprivate mutating func code(_ key: Key) -> String? {
    let scalars = Array(key.text.unicodeScalars)
    guard scalars.count == 3, ("A"..."Z").contains(scalars[0]),
      scalars[1...].allSatisfy({ ("0"..."9").contains($0) })
    else {
      tell(.badRuleCode(key.text), key.line)
      return nil
    }
    if let rules, !rules.contains(key.text) {
      tell(.unknownRule(key.text), key.line)
      return nil
    }
    return key.text
  }

  fileprivate mutating func change(_ text: String, _ line: Int) -> RuleChange? {
    if text == RuleSetWords.switchedOff { return .switchedOff }
    if let entry = RuleSetWords.severities.first(where: { $0.name == text }) {
      return .severity(entry.severity)
    }
    tell(.badSeverity(text), line)
    return nil
  }
}

// MARK: Head and trees

extension RuleSetFileReader {
  fileprivate mutating func readHead(_ section: RuleSetSection) -> RuleSetHead? {
    var values: [String: RuleSetSection.Line] = [:]
    for line in section.lines {
      if !RuleSetWords.headKeys.contains(line.key) {
        let isTold = problems.count < RuleSetFailure.problemsMax
        let nearest = isTold ? NearestWord.nearest(to: line.key, in: RuleSetWords.headKeys) : nil
        tell(.unknownKey(line.key, section: RuleSetWords.head, nearest: nearest), line.number)
      } else if let former = values[line.key] {
        tell(.repeatedKey(line.key, firstLine: former.number), line.number)
      } else {
        values[line.key] = line
      }
    }
    for key in RuleSetWords.headKeys where key != RuleSetWords.extends && values[key] == nil {
      tell(.missingKey(key), section.line)
    }
    let identifier = values[RuleSetWords.identifier].flatMap { self.identifier($0) }
    let extends = values[RuleSetWords.extends].flatMap { self.identifier($0) }
    let years = values[RuleSetWords.years].flatMap { self.years($0) }
    let kinds = values[RuleSetWords.kinds].flatMap { self.kinds($0) }
    guard let identifier, let title = values[RuleSetWords.title]?.value,
      let region = values[RuleSetWords.region]?.value, let years, let kinds,
      let source = values[RuleSetWords.source]?.value
    else { return nil }
    return RuleSetHead(
      identifier: identifier, title: title, region: region, firstYear: years.first, lastYear: years.last,
      kinds: kinds, extends: extends, source: source)
  }

  private mutating func identifier(_ line: RuleSetSection.Line) -> String? {
    let isFine =
      line.value.utf8.count <= 40
      && line.value.unicodeScalars.allSatisfy {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
      }
    if !isFine { tell(.badIdentifier(line.value), line.number) }
    return isFine ? line.value : nil
  }

  private mutating func years(_ line: RuleSetSection.Line) -> (first: Int, last: Int?)? {
    if let years = RuleSetYears.span(line.value) { return years }
    tell(.badYears(line.value), line.number)
    return nil
  }

  private mutating func kinds(_ line: RuleSetSection.Line) -> Set<FormKind>? {
    var kinds: Set<FormKind> = []
    var isFine = true
    for name in RuleSetWords.list(line.value) {
      if name == RuleSetWords.everyKind {
        kinds.formUnion(FormKind.allCases)
      } else if let kind = FormKind.allCases.first(where: { $0.officialName == name }) {
        kinds.insert(kind)
      } else {
        tell(.unknownKind(name), line.number)
        isFine = false
      }
    }
    return isFine ? kinds : nil
  }

  fileprivate mutating func readTree(_ section: RuleSetSection) -> RuleSetFile.Tree {
    var nodes: [IndicatorTreeNode] = []
    for line in section.lines {
      let levels = line.key.unicodeScalars.split(
        omittingEmptySubsequences: false, whereSeparator: { $0 == "/" || $0 == "／" }
      )
      .map { String(String.UnicodeScalarView(RuleSetLines.trimmed($0))) }
      let branch = IndicatorBranch(name: levels[0])
      let category = levels.count == 2 ? IndicatorCategory(name: levels[1]) : nil
      guard let branch, levels.count == 1 || category != nil else {
        tell(.unknownPlace(line.key), line.number)
        continue
      }
      if let former = nodes.first(where: { $0.branch == branch && $0.category == category }) {
        tell(.repeatedKey(line.key, firstLine: former.line), line.number)
        continue
      }
      nodes.append(
        IndicatorTreeNode(
          branch: branch, category: category, labels: RuleSetWords.list(line.value), line: line.number))
    }
    return RuleSetFile.Tree(identifier: section.argument ?? "", nodes: nodes)
  }
}
