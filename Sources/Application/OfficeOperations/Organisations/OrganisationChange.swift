// What a change of one organisation does to the tree, and what the ledger says of it.
import Ledger
import Organisations
import Rosters

/// An organisation as it would be, held against the tree.
struct OrganisationChange {
  let organisation: Organisation

  /// What the tree would lack with it that it does not lack now; each at the field that most likely is to be
  /// mended.
  func faults(among existing: [Organisation]) -> [FieldFault] {
    let before = Set(OrganisationChart.failures(in: existing))
    let future = existing.filter { $0.id != organisation.id } + [organisation]
    return OrganisationChart.failures(in: future).filter { !before.contains($0) }.map { failure in
      FieldFault(field(of: failure), failure.sentence)
    }
  }

  private func field(of failure: ChartFailure) -> String {
    switch failure {
    case .duplicate, .duplicateID, .unknownParent: "code"
    case .wrongLevel: "kind"
    case .outlivesParent: "lastYear"
    }
  }
}

extension Organisation {
  /// `unit 330000123/713001 2024– 水利所`, for the ledger.
  var ledgerText: String {
    "\(kind.rawValue) \(path) \(years) \(name)" + (shortName.map { "（\($0)）" } ?? "")
  }

  /// The path of the ledger.
  var subject: String { "organisation/\(id)" }

  /// What stands in the ledger in place of the content.
  var content: ContentHash { ContentHash(of: Array(ledgerText.utf8)) }
}
