// What was done, told on the page to which a form leads.
import Design
import HTTP

/// Something that was done. It stands in the address by a word of ours, so that nobody else's words do.
enum Outcome: String, CaseIterable {
  case added, changed, imported, opened, closed, deadlineSet, deadlineRemoved, rulesChanged, ruleSetChosen
  case rightGiven, rightEnded, deputyAppointed, deputyEnded, unlocked, sessionsEnded, timeCodesReset
  case timeCodesEnded, linkConfirmed, administratorMade, deadlineExtended
  case projectAdded, projectChanged, fileAttached, fileRemoved
  case viewSaved, viewRemoved
  case formSubmitted, formWithdrawn, formAdjusting, adjustmentAbandoned, formLapsed, stepTaken
  case formApproved, phrasesChanged

  private static let field = "done"

  /// The page with the word that tells it.
  func on(_ link: Link) -> Link { link.with([(Self.field, rawValue)]) }

  /// The same, with what the address says besides.
  func on(_ link: Link, keeping pairs: [(String, String)]) -> Link {
    link.with(pairs + [(Self.field, rawValue)])
  }

  /// The notice of a page whose address tells of something done.
  static func notices(_ request: Request) -> [any Component] {
    let word = (try? request.target.query())?[field]
    guard let outcome = word.flatMap(Outcome.init) else { return [] }
    return [Notice(.pass, outcome.sentence)]
  }
}
