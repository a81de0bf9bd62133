// Where on the reviewers' desk somebody is: which form, which view, which cell has its box open.
import HTTP
import OfficeOperations
import Organisations
import Records

/// A place on the desk, as its address says it.
struct ReviewPlace: Sendable {
  /// Which cells the table shows.
  enum Tab: String, Sendable, CaseIterable {
    /// What changed and what was found.
    case concerned
    case all
    /// The official sheet.
    case sheet
  }

  /// What stands at the right.
  enum Side: String, Sendable, CaseIterable {
    case grades, slip, notes
  }

  let form: FormID
  var tab = Tab.concerned
  var side = Side.grades
  /// The draft path of the cell whose return box is open.
  var at: String?
  /// The number of the finding from which it was opened.
  var finding: Int?
  /// The form that was decided on last, so that the step can be taken back.
  var last: FormID?
  /// The queue through which the reviewer walks.
  var filter = QueueFilter()

  init(form: FormID) { self.form = form }

  /// What an address or a form says; what is not understood is left out.
  init(form: FormID, said: FormFields) {
    self.form = form
    tab = said["tab"].flatMap(Tab.init) ?? .concerned
    side = said["side"].flatMap(Side.init) ?? .grades
    at = said["at"].flatMap { $0.isEmpty ? nil : $0 }
    finding = said["finding"].flatMap { Int($0) }
    last = said["last"].flatMap { FormID($0) }
    filter = QueueFilter(pairs: said.fields.map { ($0.name, $0.value) }) ?? QueueFilter()
  }

  /// What the address says besides the form.
  var pairs: [(String, String)] {
    var pairs = filter.pairs
    if tab != .concerned { pairs.append(("tab", tab.rawValue)) }
    if side != .grades { pairs.append(("side", side.rawValue)) }
    if let at { pairs.append(("at", at)) }
    if let finding, at != nil { pairs.append(("finding", String(finding))) }
    return pairs
  }

  var link: Link { Routes.review(form).with(pairs) }

  /// The same with something else.
  func with(_ change: (inout ReviewPlace) -> Void) -> ReviewPlace {
    var place = self
    change(&place)
    return place
  }

  /// The cell's box open.
  func opening(_ path: String, finding: Int? = nil) -> ReviewPlace {
    with {
      $0.at = path
      $0.finding = finding
    }
  }

  /// Another form, looked at in the same queue.
  func of(_ form: FormID) -> Link { Routes.review(form).with(filter.pairs) }

  /// No box open.
  var closed: ReviewPlace {
    with {
      $0.at = nil
      $0.finding = nil
    }
  }
}
