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

/// The project forms that are reviewed together, looked up by department and table; making it takes time in
/// proportion to their rows.
package struct FormNeighbours: Sendable {
  private struct Key: Hashable {
    let department: String
    let table: UInt64
  }

  private var projects: [Key: [String]] = [:]

  /// Tables with fewer rows are alike by chance.
  private static let rowsMin = 4
  /// Names kept for one table.
  private static let namesMax = 12

  package init() {}

  /// Takes a form in; others than project targets with a department and a name are left out.
  package mutating func add(_ form: Form) {
    guard let (department, name, signature) = Self.reading(form) else { return }
    for table in signature.keys {
      let key = Key(department: department, table: table)
      if projects[key]?.count ?? 0 < Self.namesMax, projects[key]?.contains(name) != true {
        projects[key, default: []].append(name)
      }
    }
  }

  /// The names of the department's other projects with the same indicators, in the order they came.
  package func alike(_ form: Form) -> [String] {
    guard let (department, own, signature) = Self.reading(form) else { return [] }
    var names: [String] = []
    for table in signature.keys {
      for name in projects[Key(department: department, table: table)] ?? []
      where name != own && !names.contains(name) { names.append(name) }
    }
    return names
  }

  private static func reading(_ form: Form) -> (String, String, IndicatorSignature)? {
    guard case .projectTarget(let target) = form, let name = target.project.name,
      let department = target.department.name ?? target.unit.name
    else { return nil }
    let signature = IndicatorSignature(target.indicators)
    return signature.count >= rowsMin ? (department, name, signature) : nil
  }
}
