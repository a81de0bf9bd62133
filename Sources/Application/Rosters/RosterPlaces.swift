// Organisations found by what tables call them.
import Organisations
import Quantities

/// The organisations of one year by code and by name.
struct RosterPlaces: Sendable {
  private let chart: OrganisationChart
  private let region: RegionCode
  private let year: FiscalYear?
  private let byName: [String: [Organisation]]

  init(chart: OrganisationChart, region: RegionCode, year: FiscalYear?) {
    self.chart = chart
    self.region = region
    self.year = year
    var names: [String: [Organisation]] = [:]
    for organisation in chart.organisations {
      guard let year, organisation.years.contains(year) else { continue }
      for name in Set([organisation.name, organisation.label]) {
        names[name, default: []].append(organisation)
      }
    }
    byName = names
  }

  /// By a code inside the region, or the region itself by its own code.
  func byCode(_ text: String) throws(RosterProblem) -> Organisation {
    if let code = try? RosterCell.code(text),
      let found = place(OrganisationPath(region: region, code: code))
    {
      return found
    }
    if let region = try? RosterCell.region(text), let found = place(OrganisationPath(region: region)) {
      return found
    }
    _ = try RosterCell.code(text)
    throw .unknownOrganisation
  }

  /// By the full or the short name, where one organisation has it.
  func byName(_ text: String) throws(RosterProblem) -> Organisation {
    let found = byName[text] ?? []
    guard let first = found.first else { throw .unknownOrganisation }
    guard found.count == 1 else { throw .ambiguousName }
    return first
  }

  /// By a code where there are digits, else by a name.
  func byCodeOrName(_ text: String) throws(RosterProblem) -> Organisation {
    text.contains(where: { $0.isLetter }) ? try byName(text) : try byCode(text)
  }

  /// Where a role is held when the table does not say it: clerks at their own organisation, department
  /// reviewers at its department, those who look over a whole region at the region, which readers and
  /// evaluators do where they belong to a bureau or the region itself.
  func usual(for role: Role, home: Organisation) -> Organisation? {
    let whole = place(OrganisationPath(region: home.path.region))
    let isOfBureau = year.flatMap { chart.department(of: home.path, in: $0) } == nil
    switch role {
    case .clerk: return home
    case .departmentReviewer: return year.flatMap { chart.department(of: home.path, in: $0) } ?? home
    case .evaluator, .reader: return isOfBureau ? whole : home
    case .financeReviewer, .systemAdministrator, .securityAdministrator, .auditAdministrator: return whole
    }
  }

  private func place(_ path: OrganisationPath) -> Organisation? {
    year.flatMap { chart.organisation(at: path, in: $0) }
  }
}
