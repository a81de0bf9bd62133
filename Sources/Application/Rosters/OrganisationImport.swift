// A table of organisations into a plan: what would be added and changed, or everything that is wrong.
package import Organisations
package import Quantities
package import Tables

/// An organisation as a table describes it, without a number.
package struct OrganisationDraft: Sendable, Hashable {
  package let path: OrganisationPath
  package let kind: OrganisationKind
  package let name: String
  package let shortName: String?
  package let years: YearSpan

  package init(
    path: OrganisationPath, kind: OrganisationKind, name: String, shortName: String?, years: YearSpan
  ) {
    self.path = path
    self.kind = kind
    self.name = name
    self.shortName = shortName
    self.years = years
  }

  /// The organisation with a number.
  package func organisation(_ id: OrganisationID) -> Organisation {
    Organisation(id: id, path: path, kind: kind, name: name, shortName: shortName, years: years)
  }
}

/// What importing a table of organisations would do; nothing is done yet.
package struct OrganisationPlan: Sendable, Hashable {
  /// In the order of codes, what is above before what is below.
  package let additions: [OrganisationDraft]
  /// Organisations that are there, as they would be.
  package let changes: [Organisation]
  /// How many are there already as the table has them.
  package let unchangedCount: Int
  package let notes: [RosterNote]
}

/// Reads tables of organisations; what it plans together with what is there is a sound tree.
package struct OrganisationImport: Sendable {
  private let region: RegionCode
  private let year: FiscalYear
  private let existing: [Organisation]
  private let byPath: [OrganisationPath: [Organisation]]

  /// - Parameters:
  ///   - region: where organisations without a column for it lie.
  ///   - year: since when organisations without a column for it are there.
  ///   - existing: all organisations of the installation.
  package init(region: RegionCode, year: FiscalYear, existing: [Organisation]) {
    self.region = region
    self.year = year
    self.existing = existing
    byPath = Dictionary(grouping: existing, by: \.path)
  }

  /// The plan of a document's first table of organisations.
  ///
  /// - Throws: everything that is wrong, located; a plan is made of a table without a fault only.
  package func plan(_ document: Document) throws(RosterRefusal) -> OrganisationPlan {
    let table = try RosterTable<OrganisationColumn>(document)
    var faults: [RosterFault] = []
    var notes = table.notes
    var lines: [OrganisationLine] = []
    for row in table.rows {
      if let line = line(row, &faults, &notes) { lines.append(line) }
    }
    faults += parentFaults(lines)
    match(&lines, &faults)
    if faults.isEmpty { faults += chartFaults(lines) }
    guard faults.isEmpty else { throw RosterRefusal(faults) }
    return plan(lines, notes)
  }

  private func plan(_ lines: [OrganisationLine], _ notes: [RosterNote]) -> OrganisationPlan {
    let additions = lines.filter { $0.match == nil }.map(\.draft)
    let matched = lines.compactMap { line in line.match.map { (line.draft.organisation($0.id), $0) } }
    return OrganisationPlan(
      additions: additions.sorted { ($0.path, $0.years.first) < ($1.path, $1.years.first) },
      changes: matched.filter { $0.0 != $0.1 }.map(\.0),
      unchangedCount: matched.count { $0.0 == $0.1 }, notes: notes)
  }

  /// One row; nil where a cell of it is wrong.
  private func line(
    _ row: RosterRow<OrganisationColumn>, _ faults: inout [RosterFault], _ notes: inout [RosterNote]
  ) -> OrganisationLine? {
    let faultsBefore = faults.count
    let region = readOptional(row, .region, &faults, RosterCell.region) ?? region
    let kind = readOptional(row, .kind, &faults) { text throws(RosterProblem) in
      let word = RosterVocabulary.kinds[RosterHeadText.normalized(text)]
      guard let kind = word.flatMap(OrganisationKind.init) else { throw .unknownKind }
      return kind
    }
    let code = read(row, .code, &faults) { text throws(RosterProblem) -> OrganisationCode in
      // The row of a region has no code of its own; many write that of the region.
      if kind == .region, text.isEmpty || (try? RosterCell.region(text)) == region { return .region }
      return try RosterCell.code(text)
    }
    let name = read(row, .name, &faults) { text throws(RosterProblem) in
      try RosterCell.name(text, charactersMax: Organisation.nameCharactersMax)
    }
    let shortName = readOptional(row, .shortName, &faults) { text throws(RosterProblem) in
      try RosterCell.name(text, charactersMax: Organisation.shortNameCharactersMax)
    }
    let first = readOptional(row, .firstYear, &faults, RosterCell.year)
    let last = readOptional(row, .lastYear, &faults, RosterCell.year)
    guard faults.count == faultsBefore, let code, let name else { return nil }
    let path = OrganisationPath(region: region, code: code)
    let known = byPath[path] ?? []
    guard let years = years(first, last, known.first { $0.years.contains(year) }?.years) else {
      faults.append(row.fault(.yearsReversed, .lastYear))
      return nil
    }
    let draft = OrganisationDraft(
      path: path, kind: kind ?? self.kind(of: code, name: name, known: known, row, &notes), name: name,
      shortName: shortName == name ? nil : shortName, years: years)
    return OrganisationLine(row: row, draft: draft)
  }

  /// The years of a row; what it leaves open stays as it is, or begins with the year of the import.
  private func years(_ first: FiscalYear?, _ last: FiscalYear?, _ known: YearSpan?) -> YearSpan? {
    let firstYear = first ?? known?.first ?? min(year, last ?? year)
    return YearSpan(first: firstYear, last: last ?? (first == nil ? known?.last : nil))
  }

  /// The kind of a row that does not say it: as it is, or a bureau by its name, or by the length of its code.
  private func kind(
    of code: OrganisationCode, name: String, known: [Organisation], _ row: RosterRow<OrganisationColumn>,
    _ notes: inout [RosterNote]
  ) -> OrganisationKind {
    if let kind = known.last?.kind { return kind }
    let isBureau = code.level == 1 && RosterVocabulary.bureauEndings.contains { name.hasSuffix($0) }
    if isBureau, row[.kind].isEmpty { notes.append(RosterNote(.bureauByName(name: name), place: row.place)) }
    return isBureau ? .bureau : .usual(atLevel: code.level)
  }

  /// The column of the organisation above against the code, and circles in it.
  private func parentFaults(_ lines: [OrganisationLine]) -> [RosterFault] {
    var byName: [String: [OrganisationPath]] = [:]
    for draft in lines.map(\.draft) {
      for name in Set([draft.name, draft.shortName ?? draft.name]) {
        byName[name, default: []].append(draft.path)
      }
    }
    for known in existing {
      for name in Set([known.name, known.label]) { byName[name, default: []].append(known.path) }
    }
    var faults: [RosterFault] = []
    var parents: [OrganisationPath: OrganisationCode] = [:]
    for line in lines where !line.row[.parent].isEmpty {
      let path = line.draft.path
      if let code = read(
        line.row, .parent, &faults,
        { text throws(RosterProblem) in
          try self.parent(text, of: path, byName)
        })
      {
        parents[path] = code
      }
    }
    return faults
      + lines.compactMap { line in
        let path = line.draft.path
        guard let parent = parents[path], let expected = path.code.parent, parent != expected else {
          return nil
        }
        if leadsBack(from: path, parents) { return line.row.fault(.circle, .parent) }
        return line.row.fault(.parentDisagrees(expected: expected), .parent)
      }
  }

  /// What the column says: a code, the region's code, or a name.
  private func parent(
    _ text: String, of path: OrganisationPath, _ byName: [String: [OrganisationPath]]
  ) throws(RosterProblem) -> OrganisationCode {
    if (try? RosterCell.region(text)) == path.region { return .region }
    guard text.contains(where: { $0.isLetter }) else { return try RosterCell.code(text) }
    let codes = Set((byName[text] ?? []).filter { $0.region == path.region }.map(\.code))
    guard let code = codes.first else { throw .unknownOrganisation }
    if let expected = path.code.parent, codes.contains(expected) { return expected }
    guard codes.count == 1 else { throw .ambiguousName }
    return code
  }

  /// Longer circles are told as what they are too: parents that disagree with codes.
  private static let circleMax = 64

  private func leadsBack(
    from start: OrganisationPath, _ parents: [OrganisationPath: OrganisationCode]
  ) -> Bool {
    var place = start
    for _ in 0..<min(parents.count + 1, Self.circleMax) {
      guard let parent = parents[place] else { return false }
      place = OrganisationPath(region: place.region, code: parent)
      if place == start { return true }
    }
    return false
  }

  /// Finds what is there already for each row.
  private func match(_ lines: inout [OrganisationLine], _ faults: inout [RosterFault]) {
    var taken: Set<OrganisationID> = []
    var firstRows: [OrganisationPath: [(years: YearSpan, row: Int)]] = [:]
    for index in lines.indices {
      let draft = lines[index].draft
      if let earlier = firstRows[draft.path]?.first(where: { $0.years.overlaps(draft.years) }) {
        faults.append(lines[index].row.fault(.duplicate(row: earlier.row), .code))
        continue
      }
      firstRows[draft.path, default: []].append((draft.years, lines[index].row.number))
      let matches = (byPath[draft.path] ?? []).filter { $0.years.overlaps(draft.years) }
      guard let match = matches.first else { continue }
      guard matches.count == 1, taken.insert(match.id).inserted else {
        faults.append(lines[index].row.fault(.unclear, .code))
        continue
      }
      lines[index].match = match
    }
  }

  /// What is wrong with the tree that would be: told at the row that makes it so.
  private func chartFaults(_ lines: [OrganisationLine]) -> [RosterFault] {
    var future = Dictionary(existing.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var added: [Organisation] = []
    for (index, line) in lines.enumerated() {
      if let match = line.match {
        future[match.id] = line.draft.organisation(match.id)
      } else if let id = OrganisationID(Int64.max - Int64(index)) {
        added.append(line.draft.organisation(id))
      }
    }
    let rows = Dictionary(grouping: lines, by: \.draft.path)
    return OrganisationChart.failures(in: future.values.sorted { $0.id < $1.id } + added).compactMap {
      failure in
      let place = failure.place
      // A failure that no row has a part in was there before; the chart of today is not this table's matter.
      let line = place.flatMap { rows[$0]?.last } ?? place?.parent.flatMap { rows[$0]?.last }
      return line.map { $0.row.fault(.chart(failure), failure.column(in: $0.row)) }
    }
  }
}

/// A row with what was read of it.
private struct OrganisationLine {
  let row: RosterRow<OrganisationColumn>
  let draft: OrganisationDraft
  var match: Organisation?
}

extension ChartFailure {
  /// The organisation that the failure names.
  fileprivate var place: OrganisationPath? {
    switch self {
    case .duplicate(let path), .unknownParent(let path), .wrongLevel(let path, _), .outlivesParent(let path):
      path
    case .duplicateID: nil
    }
  }

  /// The cell that most likely has to be mended.
  fileprivate func column(in row: RosterRow<OrganisationColumn>) -> OrganisationColumn {
    switch self {
    case .duplicate, .duplicateID, .unknownParent: .code
    case .wrongLevel: row[.kind].isEmpty ? .code : .kind
    case .outlivesParent:
      !row[.lastYear].isEmpty ? .lastYear : !row[.firstYear].isEmpty ? .firstYear : .code
    }
  }
}

/// Reads a cell that has to be there; nil and a fault where it is wrong.
func read<Column: RosterColumn, Value>(
  _ row: RosterRow<Column>, _ column: Column, _ faults: inout [RosterFault],
  _ reading: (String) throws(RosterProblem) -> Value
) -> Value? {
  do throws(RosterProblem) {
    return try reading(row[column])
  } catch {
    faults.append(row.fault(error, column))
    return nil
  }
}

/// Reads a cell that may be blank.
func readOptional<Column: RosterColumn, Value>(
  _ row: RosterRow<Column>, _ column: Column, _ faults: inout [RosterFault],
  _ reading: (String) throws(RosterProblem) -> Value
) -> Value? {
  row[column].isEmpty ? nil : read(row, column, &faults, reading)
}
