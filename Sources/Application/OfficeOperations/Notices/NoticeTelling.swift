// Tells people of something in the transaction in which it happens, and lets the mail know.
import Organisations
import Quantities
import Records
import Workflow

/// Something that is told to several people at once.
struct NoticeTelling {
  let kind: NoticeKind
  var form: FormID?
  /// What tells one topic of a kind from another, such as a stage or a year.
  var topic = ""
  /// Who did it, and is not told; nil for the office itself.
  let actor: PersonID?
  let moment: Moment
  var details = NoticeDetails()
  var count = 1

  /// - Returns: how many people were told.
  @discardableResult
  func tell(_ addressees: [Addressee], in records: any RecordTransaction) throws(RecordError) -> Int {
    var toldCount = 0
    for addressee in addressees where addressee.person != actor {
      let notice = NoticeEntry(
        id: try records.nextNumber(), person: addressee.person, kind: kind.rawValue,
        topic: kind.isCounted ? "\(kind.rawValue)/\(topic)\(Self.part(of: addressee))" : "", form: form,
        actor: actor, onBehalfOf: addressee.onBehalfOf, count: count, moment: moment, details: details.text)
      if try records.tell(notice) { try records.addMail(for: addressee.person, at: moment) }
      toldCount += 1
    }
    return toldCount
  }

  /// A deputy's notices of two parts are two.
  private static func part(of addressee: Addressee) -> String {
    addressee.onBehalfOf.map { "/for/\($0)" } ?? ""
  }
}

extension RecordTransaction {
  /// Tells everybody whom a step concerns.
  func tell(of record: StepRecord, on ground: FormGround, after: FormCourse) throws(RecordError) {
    let day = record.moment.day()
    for news in StepNews.news(of: record.deed.step, before: ground.course, after: after) {
      let telling = NoticeTelling(
        kind: NoticeKind(news.word), form: ground.entry.id, topic: after.stage.rawValue,
        actor: record.actor, moment: record.moment, details: NoticeDetails(of: record.deed))
      try telling.tell(
        try addressees(
          of: news.audience, at: ground.organisation.path, hands: ground.course.hands, on: day), in: self)
    }
  }
}

extension RecordTransaction {
  /// Tells somebody who is to act for another.
  func tell(of deputy: Deputy, by actor: PersonID, at moment: Moment) throws(RecordError) {
    var details = NoticeDetails()
    (details.firstDay, details.lastDay) = (deputy.first, deputy.last)
    let telling = NoticeTelling(
      kind: .deputy, actor: actor, moment: moment, details: details)
    try telling.tell([Addressee(person: deputy.deputy, onBehalfOf: deputy.principal)], in: self)
  }
}

extension NoticeDetails {
  /// What a step says to those who are told of it. The opinion of an approval and the words of a return are
  /// read at the form.
  fileprivate init(of deed: Deed) {
    self.init()
    switch deed {
    case .return(let objections): cells = Set(objections.map(\.field)).count
    case .approval(_, let number): self.number = number
    case .reopening(let reason), .withholding(let reason), .lapse(let reason): self.reason = reason
    case .abandonment(let reason): self.reason = reason
    case .submission, .withdrawal, .opening, .release, .forwarding, .recall, .retraction, .disclosure,
      .adjustment:
      break
    }
  }
}
