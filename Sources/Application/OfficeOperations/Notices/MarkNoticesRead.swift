// What somebody has read is told no more.
import Organisations
import Permissions
package import Quantities
package import Records

/// Marks one's own notices read.
package struct MarkNoticesRead: Sendable {
  /// Which are meant.
  package enum Which: Sendable {
    case one(NoticeID)
    /// All that the page has shown: what has arrived since stays unread.
    case all(upTo: Moment)
  }

  package var which: Which

  package init(_ which: Which) { self.which = which }

  /// - Returns: the one notice that was meant, as it is now; nil where all were.
  /// - Throws: `.permission`, `.records(.notFound)` also for a notice of somebody else.
  @discardableResult
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> NoticeEntry? {
    let moment = office.now
    return try await office.change { records in
      try signedIn.mayReadNotices(in: records)
      let person = signedIn.person.id
      switch which {
      case .all(let last):
        try records.markRead(nil, of: person, upTo: last, at: moment)
        return nil
      case .one(let id):
        guard try records.notice(id).person == person else {
          throw RecordError.notFound(.notice, key: id.description)
        }
        try records.markRead(id, of: person, upTo: .last, at: moment)
        return try records.notice(id)
      }
    }
  }
}
