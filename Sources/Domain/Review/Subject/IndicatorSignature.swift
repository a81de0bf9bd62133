// What makes the indicator tables of two forms the same, and which projects of a department share one.
package import Model

/// The names and values of a table without their order, as one number each.
struct IndicatorSignature: Equatable {
  private let rows: [UInt64]

  init(_ indicators: [Indicator]) {
    rows = indicators.map(Self.hash).sorted()
  }

  var count: Int { rows.count }

  /// Keys of which two tables share one when more than nine tenths of their rows are alike: all rows, and for
  /// long tables all but one.
  var keys: [UInt64] {
    let all = rows.reduce(0) { $0 &+ Self.mixed($1) } ^ UInt64(rows.count)
    guard rows.count > 10 else { return [all] }
    let sum = rows.reduce(0) { $0 &+ Self.mixed($1) }
    return [all] + rows.map { (sum &- Self.mixed($0)) ^ UInt64(rows.count - 1) }
  }

  /// FNV-1a over name and value, the same on every machine.
  private static func hash(_ indicator: Indicator) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ text: String?) {
      for byte in (text ?? "").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    add(indicator.name)
    add(indicator.annualValue ?? indicator.periodValue)
    return hash
  }

  private static func mixed(_ hash: UInt64) -> UInt64 {
    var hash = hash ^ (hash >> 33)
    hash = hash &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ (hash >> 29)
  }
}

/// A project form as others find it that have the same indicators; made once, however often it is looked at.
package struct FormNeighbour: Sendable {
  fileprivate let department: String
  fileprivate let name: String
  fileprivate let tables: [UInt64]

  /// Tables with fewer rows are alike by chance.
  private static let rowsMin = 4

  /// Nil for others than project targets with a department and a name, and for short tables.
  package init?(_ form: Form) {
    guard case .projectTarget(let target) = form, let name = target.project.name,
      let department = target.department.name ?? target.unit.name
    else { return nil }
    let signature = IndicatorSignature(target.indicators)
    guard signature.count >= Self.rowsMin else { return nil }
    (self.department, self.name, tables) = (department, name, signature.keys)
  }
}

/// The project forms that are reviewed together, looked up by department and table; making it takes time in
/// proportion to their rows.
package struct FormNeighbours: Sendable {
  private struct Key: Hashable {
    let department: String
    let table: UInt64
  }

  private var projects: [Key: [String]] = [:]

  /// Names kept for one table.
  private static let namesMax = 12

  package init() {}

  /// Takes a form in; others than project targets with a department and a name are left out.
  package mutating func add(_ form: Form) {
    if let neighbour = FormNeighbour(form) { add(neighbour) }
  }

  /// Takes in a form that was read before.
  package mutating func add(_ neighbour: FormNeighbour) {
    for table in neighbour.tables {
      let key = Key(department: neighbour.department, table: table)
      if projects[key]?.count ?? 0 < Self.namesMax, projects[key]?.contains(neighbour.name) != true {
        projects[key, default: []].append(neighbour.name)
      }
    }
  }

  /// The names of the department's other projects with the same indicators, in the order they came.
  package func alike(_ form: Form) -> [String] {
    guard let own = FormNeighbour(form) else { return [] }
    var names: [String] = []
    for table in own.tables {
      for name in projects[Key(department: own.department, table: table)] ?? []
      where name != own.name && !names.contains(name) { names.append(name) }
    }
    return names
  }
}
