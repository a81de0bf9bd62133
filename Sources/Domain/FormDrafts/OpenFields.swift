// Which fields of a draft may be changed now: all, those that a reviewer named, or none.
package import Workflow

/// The fields that are open to the clerk.
package struct OpenFields: Sendable, Equatable {
  private enum Scope: Equatable {
    case all
    /// Draft paths of fields, rows, lists and parts.
    case only(Set<String>)
    case none
  }

  private let scope: Scope

  /// - Parameters:
  ///   - unlocked: what the course of the form opens. Cells are named by draft path
  ///     (`indicators/k4/annualValue`) or by their place in the record (`indicators/3/annualValue`).
  ///   - draft: the draft whose places are meant.
  package init(_ unlocked: FormCourse.Unlocked, in draft: FormDraft) {
    switch unlocked {
    case .all: scope = .all
    case .none: scope = .none
    case .only(let names):
      scope = .only(
        Set(
          names.compactMap { name in
            draft.path(ofPointer: name) ?? draft.openable(name)
          }))
    }
  }

  /// True where nothing may be changed.
  package var isEmpty: Bool { scope == .none || scope == .only([]) }

  /// True where everything may be changed but what the form's entry and its reviewers say.
  package var isEverything: Bool { scope == .all }

  /// True where the field may be changed.
  ///
  /// Links stand beside the record, where no reviewer names them: they are open with any cell. A cell is open
  /// where it is named itself, or its row, its list, its part of the form. Rows are added,
  /// removed and moved only where their list is named. The year of the form and the opinion of those who
  /// approve it are never open.
  package func contains(_ path: String) -> Bool {
    if Self.neverOpen.contains(path) { return false }
    switch scope {
    case .all: return true
    case .none: return false
    case .only(let open):
      if open.contains(path) { return true }
      let parts = path.split(separator: "/")
      if parts.first == Substring(FormLinks.part) { return !open.isEmpty }
      if let first = parts.first, open.contains(String(first)) { return true }
      guard parts.count == 3, parts[2] != "order" else { return false }
      return open.contains("\(parts[0])/\(parts[1])")
    }
  }

  /// True where rows may be added to, removed from and moved in a list.
  package func allowsRows(of list: DraftList) -> Bool {
    switch scope {
    case .all: true
    case .none: false
    case .only(let open): open.contains(list.rawValue)
    }
  }

  static let neverOpen: Set<String> = ["fiscalYear", "approval/authority", "approval/opinion"]
}

extension FormDraft {
  /// The path of a field or row that may be opened by its draft path.
  fileprivate func openable(_ path: String) -> String? {
    if DraftPath(path, in: schema) != nil { return path }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let list = DraftList(rawValue: String(parts[0])), schema.columns(of: list) != nil,
      RowKey(parts[1]) != nil
    else { return nil }
    return path
  }
}
