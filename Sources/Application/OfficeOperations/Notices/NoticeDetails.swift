// What a notice says besides its kind and its form.
import JSONText
package import Quantities

/// The details of a notice; each kind has its own, all others are nil.
package struct NoticeDetails: Sendable, Hashable {
  /// How many cells a return has opened.
  package var cells: Int?
  /// The number of an approval (文号).
  package var number: String?
  /// The reason that was given, cut where it is long.
  package var reason: String?
  package var year: FiscalYear?
  package var step: DeadlineStep?
  /// How many forms are still to be handed in, or to be decided.
  package var open: Int?
  /// The last day of the step, or of a deputy.
  package var lastDay: Day?
  package var firstDay: Day?

  package init() {}

  /// Reads what `text` writes; what it does not understand is left out.
  package init(_ text: String) {
    guard !text.isEmpty, let json = try? JSONReader.read(Array(text.utf8)) else { return }
    cells = json["cells"]?.whole
    number = json["number"]?.text
    reason = json["reason"]?.text
    year = json["year"]?.whole.flatMap { FiscalYear($0) }
    step = json["step"]?.text.flatMap { DeadlineStep(rawValue: $0) }
    open = json["open"]?.whole
    lastDay = json["lastDay"]?.text.flatMap { Day($0) }
    firstDay = json["firstDay"]?.text.flatMap { Day($0) }
  }

  /// As JSON for the store; blank where there is nothing to say.
  var text: String {
    if self == NoticeDetails() { return "" }
    var json = JSONWriter()
    json.object { json in
      if let cells { json.member("cells", cells) }
      if let number { json.member("number", number) }
      if let reason { json.member("reason", String(reason.prefix(Self.reasonCharactersMax))) }
      if let year { json.member("year", year.year) }
      if let step { json.member("step", step.rawValue) }
      if let open { json.member("open", open) }
      if let lastDay { json.member("lastDay", lastDay.description) }
      if let firstDay { json.member("firstDay", firstDay.description) }
    }
    return json.text
  }

  private static let reasonCharactersMax = 200
}
