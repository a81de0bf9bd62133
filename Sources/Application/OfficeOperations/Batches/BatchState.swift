// How far work on many forms is, and what the office keeps of it.
import JSONText
import Ledger
import Organisations
import Permissions
import Quantities
package import Records
import Workflow

/// What is done with the forms of a batch; raw values are kept in the store.
package enum BatchKind: String, Sendable, CaseIterable {
  case approval
  case printing

  /// The right that is asked for at each form.
  var right: Right {
    switch self {
    case .approval: .step(.approve)
    case .printing: .printBatches
    }
  }
}

/// How far a batch is.
package enum BatchState: String, Sendable, CaseIterable {
  /// 核对中: each form is held against the rules once more.
  case checking
  /// 待看: those that chance has drawn are to be read.
  case reading
  /// 批复中 or 打印中
  case working
  /// 办完
  case done
  /// 停下: by whoever asked for it; what was done stays done.
  case stopped

  /// True while a job works on it.
  package var isUnderWay: Bool { self == .checking || self == .working }
}

/// How far a form of a batch is.
package enum BatchItemState: String, Sendable, CaseIterable {
  case waiting
  /// 没有发现, to be approved when the drawn ones were read.
  case clean
  /// 抽中, to be read by whoever approves.
  case drawn
  /// 看过
  case read
  /// Not in this batch after all: why stands beside it.
  case out
  /// 已批复 or 已打印
  case done
}

/// What the office keeps of a batch.
package struct BatchDetails: Sendable, Hashable {
  /// What chance was drawn with, for whoever wants to draw again; empty before.
  package var seed = ""
  /// The share that is drawn, in percent.
  package var share = 0
  /// How many were drawn of how many clean ones.
  package var drawnCount = 0
  package var cleanCount = 0
  /// What is printed into.
  package var printing = BatchPrinting.onePaper
  /// What happened, where it did not go well.
  package var problem: String?

  package init() {}

  /// Reads what `text` prints; what cannot be read is left out.
  package init(_ text: String) {
    guard let json = try? JSONReader.read(Array(text.utf8)) else { return }
    seed = json["seed"]?.text ?? ""
    share = json["share"]?.whole ?? 0
    drawnCount = json["drawn"]?.whole ?? 0
    cleanCount = json["clean"]?.whole ?? 0
    printing = json["printing"]?.text.flatMap { BatchPrinting(rawValue: $0) } ?? .onePaper
    problem = json["problem"]?.text
  }

  /// As JSON.
  package var text: String {
    var json = JSONWriter()
    json.object { json in
      json.member("seed", seed)
      json.member("share", share)
      json.member("drawn", drawnCount)
      json.member("clean", cleanCount)
      json.member("printing", printing.rawValue)
      if let problem { json.member("problem", problem) }
    }
    return json.text
  }
}

/// What a batch of papers is printed into.
package enum BatchPrinting: String, Sendable, CaseIterable {
  /// One PDF, each form beginning a page of its own.
  case onePaper = "pdf"
  /// An archive with a PDF for each form.
  case papers = "pdf-zip"
  /// An archive with a Word file for each form.
  case wordFiles = "docx-zip"
  /// An archive with a workbook for each form.
  case workbooks = "xlsx-zip"
}

/// What was found out about a form of a batch.
package struct BatchItemDetails: Sendable, Hashable {
  /// The length of the course and the number of the version that were checked.
  package var length = 0
  package var version = 0
  /// The opinion that it gets.
  package var opinion = ""
  /// Why it is out.
  package var reason: String?
  /// The number that it got.
  package var number: String?

  package init() {}

  init(reason: String) { self.reason = reason }

  /// Reads what `text` prints.
  package init(_ text: String) {
    guard let json = try? JSONReader.read(Array(text.utf8)) else { return }
    length = json["length"]?.whole ?? 0
    version = json["version"]?.whole ?? 0
    opinion = json["opinion"]?.text ?? ""
    reason = json["reason"]?.text
    number = json["number"]?.text
  }

  /// As JSON.
  package var text: String {
    var json = JSONWriter()
    json.object { json in
      json.member("length", length)
      json.member("version", version)
      json.member("opinion", opinion)
      if let reason { json.member("reason", reason) }
      if let number { json.member("number", number) }
    }
    return json.text
  }
}

extension Batch {
  /// Nil for a kind that this program does not know.
  package var work: BatchKind? { BatchKind(rawValue: kind) }
  package var progress: BatchState { BatchState(rawValue: state) ?? .stopped }
  package var known: BatchDetails { BatchDetails(details) }

  func moved(to state: BatchState, _ details: BatchDetails? = nil) -> Batch {
    var after = self
    after.state = state.rawValue
    if let details { after.details = details.text }
    return after
  }
}

extension BatchItem {
  package var progress: BatchItemState { BatchItemState(rawValue: state) ?? .out }
  package var known: BatchItemDetails { BatchItemDetails(note) }

  func moved(to state: BatchItemState, _ details: BatchItemDetails? = nil) -> BatchItem {
    var after = self
    after.state = state.rawValue
    if let details { after.note = details.text }
    return after
  }
}
