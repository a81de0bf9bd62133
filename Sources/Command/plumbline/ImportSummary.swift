// The table at the end of an import: forms by kind, year and unit, and what could not be read, and why.
import DocumentReading
import Model
import Operations
import Recognition
import Tables

/// Counts what goes by; its size is that of what is counted, not that of the files.
struct ImportSummary: Sendable {
  /// What a form is counted under.
  private struct Heap: Hashable {
    let kind: FormKind
    let year: Int?
  }

  /// Files that one sentence was said of.
  private struct Failure {
    var count = 0
    var files: [String] = []
  }

  private var heaps: [Heap: (count: Int, units: Set<String>)] = [:]
  private var units: [String: Int] = [:]
  private var failures: [String: Failure] = [:]

  private static let unitsShown = 20
  private static let filesShown = 3
  private static let cellLinesMax = 3

  var isEmpty: Bool { heaps.isEmpty && failures.isEmpty }

  mutating func add(_ document: ImportedDocument) {
    switch document.outcome {
    case .read(let result):
      for form in result.forms.map(\.form) {
        let unit = form.unitName ?? ImportWording.noUnit
        let heap = Heap(kind: form.kind, year: form.fiscalYear)
        heaps[heap, default: (0, [])].count += 1
        heaps[heap, default: (0, [])].units.insert(unit)
        units[unit, default: 0] += 1
      }
    case .unreadable(let error):
      let reason = ReadingWording.sentence(for: error)
      failures[reason, default: Failure()].count += 1
      if failures[reason, default: Failure()].files.count < Self.filesShown {
        failures[reason, default: Failure()].files.append(document.source.file)
      }
    }
  }

  /// The lines, each ended by a line feed; none where there is nothing to tell.
  func text(columns: Int) -> String {
    let tables = [kindTable, unitTable, failureTable].compactMap { $0 }
    guard !tables.isEmpty else { return "" }
    let drawn = tables.map { $0.lines(columns: columns, indent: 2).joined(separator: "\n") }
    return ImportWording.summaryTitle + "\n" + drawn.joined(separator: "\n\n") + "\n\n"
  }

  private var kindTable: AlignedTable? {
    guard !heaps.isEmpty else { return nil }
    var table = AlignedTable()
    table.add(ImportWording.summaryHead)
    let order = FormKind.allCases
    let rows = heaps.sorted {
      let left = (order.firstIndex(of: $0.key.kind) ?? 0, $0.key.year ?? 0)
      return left < (order.firstIndex(of: $1.key.kind) ?? 0, $1.key.year ?? 0)
    }
    for (heap, sum) in rows {
      table.add([
        RecordWording.kind(heap.kind), heap.year.map { "\($0)" } ?? ImportWording.noYear, "\(sum.count)",
        "\(sum.units.count)",
      ])
    }
    return table
  }

  private var unitTable: AlignedTable? {
    guard !units.isEmpty else { return nil }
    var table = AlignedTable()
    table.add(ImportWording.unitHead)
    let rows = units.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (unit, count) in rows.prefix(Self.unitsShown) { table.add([unit, "\(count)"]) }
    let rest = rows.dropFirst(Self.unitsShown)
    if !rest.isEmpty {
      table.add([ImportWording.otherUnits(rest.count), "\(rest.reduce(0) { $0 + $1.value })"])
    }
    return table
  }

  private var failureTable: AlignedTable? {
    guard !failures.isEmpty else { return nil }
    var table = AlignedTable()
    table.linesMax = Self.cellLinesMax
    table.add(ImportWording.unreadableHead)
    for (reason, failure) in failures.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
      table.add([reason, "\(failure.count)", ImportWording.andOthers(failure.files, count: failure.count)])
    }
    return table
  }
}

extension Form {
  /// The fiscal year that the form prints.
  fileprivate var fiscalYear: Int? {
    switch self {
    case .projectTarget(let form): form.fiscalYear
    case .departmentTarget(let form): form.fiscalYear
    case .projectMonitoring(let form), .projectSelfEvaluation(let form), .departmentSelfEvaluation(let form):
      form.fiscalYear
    }
  }

  /// Whose form it is: the unit, else the department.
  fileprivate var unitName: String? {
    switch self {
    case .projectTarget(let form): form.unit.name ?? form.department.name
    case .departmentTarget(let form): form.department.name
    case .projectMonitoring(let form), .projectSelfEvaluation(let form), .departmentSelfEvaluation(let form):
      form.unit.name ?? form.department.name
    }
  }
}
