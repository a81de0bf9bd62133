// Queues, tallies, the words that are searched, and saved views in the store.
package import Model
package import Organisations
package import Quantities

/// One lane of a queue: forms that are alike in everything by which queues are chosen. A queue is a few of
/// them, merged; so that its cost is that of a page, however many forms there are.
package struct QueueLane: Sendable, Hashable {
  /// The place and everything below it.
  package var place: OrganisationPath
  package var year: FiscalYear
  package var kind: FormKind
  package var stage: String
  package var gravity: FindingGravity

  package init(
    place: OrganisationPath, year: FiscalYear, kind: FormKind, stage: String, gravity: FindingGravity
  ) {
    self.place = place
    self.year = year
    self.kind = kind
    self.stage = stage
    self.gravity = gravity
  }
}

/// What is counted; raw values are kept in stores.
package enum TallyTopic: String, Sendable, CaseIterable {
  /// Forms and their sums by `KIND/STAGE/GRAVITY`.
  case stage
  /// Objections of returns by rule; `own` for those that follow no rule.
  case objection
  /// Approvals by the round in which they came.
  case round
  /// Moves out of a stage, by stage; the sum is the milliseconds that were spent there.
  case time
}

/// A count with a sum, of a place and everything below it.
package struct Tally: Sendable, Hashable {
  package let place: OrganisationPath
  package let year: FiscalYear
  package let topic: TallyTopic
  /// What of the topic: a lane, a rule, a round, a stage.
  package let item: String
  package var count: Int64
  /// In 分 or milliseconds; nothing where the topic has none.
  package var sum: Int64

  package init(
    place: OrganisationPath, year: FiscalYear, topic: TallyTopic, item: String, count: Int64, sum: Int64
  ) {
    self.place = place
    self.year = year
    self.topic = topic
    self.item = item
    self.count = count
    self.sum = sum
  }

  /// The lane of a tally of stages; nil for any other.
  package var lane: QueueLane? {
    let slash = UInt8(ascii: "/")
    guard topic == .stage, let first = item.utf8.firstIndex(of: slash),
      let last = item.utf8.lastIndex(of: slash), first < last,
      let kind = FormKind(rawValue: String(item[..<first])),
      let gravity = Int64(item[item.utf8.index(after: last)...]).flatMap({ FindingGravity(rawValue: $0) })
    else { return nil }
    let stage = String(item[item.utf8.index(after: first)..<last])
    return QueueLane(place: place, year: year, kind: kind, stage: stage, gravity: gravity)
  }
}

extension QueueLane {
  /// The item under which the forms of a lane are counted.
  package static func item(_ kind: FormKind, _ stage: String, _ gravity: FindingGravity) -> String {
    "\(kind.rawValue)/\(stage)/\(gravity.rawValue)"
  }

  /// What stands before the stage of a version in force, in a lane for those who are told of it alone.
  private static let inForceMark = "in-force-"

  /// The lane's word for forms that are adjusted, and whose version in force stands at a stage.
  package static func inForce(_ stage: String) -> String { inForceMark + stage }

  /// The stage of the version in force; nil for a lane of forms as they stand.
  package var stageInForce: String? {
    stage.hasPrefix(Self.inForceMark) ? String(stage.dropFirst(Self.inForceMark.count)) : nil
  }
}

/// A lane of a form at its place, with the sum with which it is counted there.
package struct DigestLane: Sendable, Hashable {
  package let stage: String
  package let gravity: FindingGravity
  package let sum: Int64
}

extension FormDigest {
  /// The item under which it is counted.
  package var tallyItem: String { QueueLane.item(kind, stage, gravity) }

  /// The sum with which it is counted: five thousand million yuan at most, so that no sum of sums overflows.
  package var tallySum: Int64 { Self.tallySum(amount) }

  private static func tallySum(_ amount: Money?) -> Int64 { min(max(0, amount?.fen ?? 0), tallyFenMax) }

  /// The lanes in which it is: its own, and that of its version in force while a later one is on its way,
  /// where nothing is told of what was found in that.
  package var lanes: [DigestLane] {
    let own = DigestLane(stage: stage, gravity: gravity, sum: tallySum)
    guard let inForce else { return [own] }
    return [
      own,
      DigestLane(
        stage: QueueLane.inForce(inForce.stage), gravity: .unjudged, sum: Self.tallySum(inForce.amount)),
    ]
  }

  private static let tallyFenMax: Int64 = 500_000_000_000
}

/// The words by which a form is found.
package struct FormText: Sendable, Hashable {
  package let form: FormID
  /// What was found when it was submitted last, a sentence a line.
  package var findings: String
  /// What is looked up, as `SearchTokens` makes it, each once.
  package var tokens: [String]

  package init(form: FormID, findings: String, tokens: [String]) {
    self.form = form
    self.findings = findings
    self.tokens = tokens
  }
}

/// The number of a saved view.
package typealias SavedViewID = Identifier<SavedView>

/// A filter of a queue that somebody gave a name.
package struct SavedView: Sendable, Hashable {
  package let id: SavedViewID
  package let person: PersonID
  package var name: String
  /// As addresses print it; the store does not read it.
  package var filter: String

  package init(id: SavedViewID, person: PersonID, name: String, filter: String) {
    self.id = id
    self.person = person
    self.name = name
    self.filter = filter
  }
}

/// Reads queues, tallies and what is searched.
package protocol QueueView {
  /// Nil for a form that was made before there were digests.
  func digest(of form: FormID) throws(RecordError) -> FormDigest?

  /// Forms of some lanes as one queue, each form once.
  ///
  /// - Parameters:
  ///   - position: what lies behind it is told; nil begins at the first.
  ///   - isBackward: what lies before it, the nearest first.
  ///   - limit: at most so many.
  func queue(
    _ lanes: [QueueLane], from position: QueuePosition?, isBackward: Bool, limit: Int
  ) throws(RecordError) -> [FormDigest]

  /// What is counted at places, those with a count alone, by place and item.
  func tallies(
    of topic: TallyTopic, in year: FiscalYear, at places: [OrganisationPath]
  ) throws(RecordError) -> [Tally]

  /// The same for every place below one, the place itself too.
  ///
  /// - Parameter items: those alone; nil for all.
  func tallies(
    of topic: TallyTopic, in year: FiscalYear, under place: OrganisationPath, items: [String]?
  ) throws(RecordError) -> [Tally]

  /// Counts and sums of forms at places by kind and stage, without how grave their findings are: each told as
  /// one of nothing found yet, by place and item.
  func stageTallies(in year: FiscalYear, at places: [OrganisationPath]) throws(RecordError) -> [Tally]

  /// Who has something open. Its cost is that of the organisations at the place and of the lines that are
  /// told, however many forms there are.
  func openWork(_ question: OpenWorkQuestion) throws(RecordError) -> OpenWorkPage

  /// Nil where the form has no words.
  func text(of form: FormID) throws(RecordError) -> FormText?

  /// True where `formsFound` is quicker for being told among how many forms it looks.
  var asksHowManyAreSearched: Bool { get }

  /// Forms whose words have all tokens, the latest first, before a number, at most `limit`; none without a
  /// token.
  ///
  /// - Parameter count: how many forms can have the tokens at most, nil where nobody knows: of a few the
  ///   latest are quickly picked, while among many the next is soon met. It changes nothing in the answer.
  func formsFound(
    by tokens: [String], among count: Int64?, before last: FormID?, limit: Int
  ) throws(RecordError) -> [FormID]

  /// Forms without a digest, by number, after one, at most `limit`.
  func formsWithoutDigest(after last: FormID?, limit: Int) throws(RecordError) -> [FormID]

  /// By number.
  func savedViews(of person: PersonID) throws(RecordError) -> [Stored<SavedView>]
}

/// Changes queues, tallies and what is searched.
package protocol QueueStore {
  /// Puts a form into its queue, or moves it; the tallies of stages follow. Within the transaction itself
  /// tallies may tell the state before.
  ///
  /// - Throws: `.notFound` for a form that is not there, `.unknownReference`.
  func save(_ digest: FormDigest) throws(RecordError)

  /// Adds to what is counted of a place and of every place above it.
  func count(
    _ topic: TallyTopic, _ item: String, at place: OrganisationPath, in year: FiscalYear, by count: Int64,
    sum: Int64
  ) throws(RecordError)

  /// - Throws: `.unknownReference`.
  func save(_ text: FormText) throws(RecordError)

  /// - Throws: `.unknownReference`, `.invalid` without a name, `.alreadyExists`.
  func add(_ view: SavedView) throws(RecordError)

  /// - Throws: `.notFound`, `.stale`.
  func remove(_ view: SavedViewID, expecting revision: Int64) throws(RecordError)
}
