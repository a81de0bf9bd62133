// What an open form shows beside its layout: texts as typed, readings, marks, remarks, who wrote what.
import Design
import FormDrafts
import Forms
import HTTP
import Model

/// Everything about the fields of a form, by JSON pointer into the record (`/indicators/3/annualValue`).
struct FormFace: Sendable {
  /// How well the system understands a value.
  enum Understanding: Sendable {
    case plain, unsure, wrong
  }

  /// What the system understands, in a small line below the value.
  struct Reading: Sendable {
    var text: String
    var understanding = Understanding.plain
  }

  /// A finding's number at a cell.
  struct CellMark: Sendable {
    var judgement: Judgement
    var number: Int
    /// The id of the finding beside the sheet.
    var anchor: String
  }

  /// Two people wrote into one field.
  struct Conflict: Sendable {
    var mine: String
    var theirs: String
    /// Who wrote the other text and when, finished.
    var who: String
  }

  /// The words of a reviewer about a cell, in a row of their own below it.
  struct Remark: Sendable {
    var words: String
    var source: String
    /// What stood there when it was returned.
    var was: String?
    var isAnswered: Bool
    var proposal: (label: String, act: FormAct)?
  }

  /// A sum in words below its first cell.
  struct SumRow: Sendable {
    var judgement: Judgement
    var text: String
    /// Of the finding that it is, with the id of that; nil for a sum that holds.
    var finding: (number: Int, anchor: String)?
    var offers: [(label: String, act: FormAct)] = []
  }

  /// Last year beside an indicator.
  struct Past: Sendable {
    var value: String
    var outcome: String?
  }

  /// What a reader of the printed sheet may do at a cell.
  struct CellAct: Sendable {
    var link: Link
    var isChosen = false
    /// Named in what the reader is writing.
    var isNamed = false
  }

  /// The record that is laid out.
  let form: Form
  /// Its filled fields.
  let fields: RecordFields
  /// What a field shows where that is not what the layout prints: kept as typed, or one of several fields.
  var texts: [String: String] = [:]
  /// The draft's names of rows, by list, in the record's order: `indicators` → `indicators/k1` …
  private(set) var rows: [String: [String]] = [:]
  var readings: [String: Reading] = [:]
  var marks: [String: [CellMark]] = [:]
  var conflicts: [String: Conflict] = [:]
  var remarks: [String: [Remark]] = [:]
  var sums: [String: [SumRow]] = [:]
  /// The fields that may be written; nil for all of them.
  var open: OpenFields?
  /// False shows the sheet as it was printed: nothing can be written.
  var isWritable = true
  /// What may be done at a cell of a sheet that cannot be written, by the name of its field; nil for nothing.
  var act: (@Sendable (String) -> CellAct?)?
  /// Last year by the number of the indicator; nil shows no such column.
  var past: (year: Int, indicators: [Int: Past])?
  var showsPast = true

  /// - Parameter draft: names the rows; nil takes their numbers.
  init(_ form: Form, draft: FormDraft? = nil) {
    self.form = form
    fields = RecordFields(form)
    guard let draft else { return }
    for list in DraftList.allCases {
      var names: [String] = []
      while let path = draft.path(ofPointer: "\(list.rawValue)/\(names.count)") { names.append(path) }
      rows[list.rawValue] = names
    }
  }

  /// Fields that others fill, or that the form prints of itself.
  private static let printed: Set<String> = [
    "/title", "/fiscalYear", "/kind", "/approval/authority", "/approval/opinion",
  ]

  /// Whether a field is the clerk's to write at all.
  static func isWritten(_ pointer: String) -> Bool { !printed.contains(pointer) }

  /// Whether a field can be written now.
  func canWrite(_ pointer: String) -> Bool {
    isWritable && Self.isWritten(pointer) && open.map { $0.contains(name(pointer)) } ?? true
  }

  /// Whether what was typed cannot be read as what the field holds.
  func isUnreadable(_ pointer: String) -> Bool { readings[pointer]?.understanding == .wrong }

  /// Whether rows can be added, removed and moved.
  var canChangeRows: Bool { isWritable && open?.isEverything ?? true }

  /// Whether only some cells are open, as in a form that was returned.
  var isPartlyOpen: Bool { open.map { !$0.isEverything } ?? false }

  /// The name of a field in the page: its draft path.
  func name(_ pointer: String) -> String {
    let place = FieldPointer(pointer)
    guard let index = place.index, let names = rows[String(place.list)], names.indices.contains(index) else {
      return String(pointer.utf8.dropFirst()) ?? pointer
    }
    return place.column.isEmpty ? names[index] : "\(names[index])/\(place.column)"
  }

  /// The draft's name of the entry of a list in which a field stands: `indicators/k7`.
  func row(_ place: FieldPointer) -> String? {
    guard let index = place.index, let names = rows[String(place.list)], names.indices.contains(index) else {
      return nil
    }
    return names[index]
  }
}
