// One's own notices.
import Organisations
import Permissions
package import Records

/// A notice with the names that it needs to be read.
package struct NoticeLine: Sendable {
  package let notice: NoticeEntry
  package let kind: NoticeKind
  package let details: NoticeDetails
  /// The project, or the organisation whose form it is; nil where it is about no form.
  package let subject: String?
  /// Whose form it is, in short.
  package let organisation: String?
  /// Who did it; nil for the office itself.
  package let actor: String?
  /// Whose part the reader takes as a deputy.
  package let principal: String?
}

/// The notices of whoever asks, the latest first, page by page.
package struct ListNotices: Sendable {
  /// Where the page before ended; nil for the first page.
  package var after: NoticePlace?
  package var limit: Int

  package init(after: NoticePlace? = nil, limit: Int = 50) {
    self.after = after
    self.limit = min(max(1, limit), 200)
  }

  /// A page of notices.
  package struct NoticePage: Sendable {
    package let lines: [NoticeLine]
    /// Where the next page begins; nil where this is the last.
    package let next: NoticePlace?
    /// How many wait unread; counted up to ``unreadMax``.
    package let unreadCount: Int
  }

  /// Unread notices are counted no further.
  package static let unreadMax = 100

  /// - Throws: `.permission`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> NoticePage {
    try await office.read { records in
      try signedIn.mayReadNotices(in: records)
      let person = signedIn.person.id
      let some = try records.notices(of: person, after: after, limit: limit + 1)
      var names: [PersonID: String] = [:]
      let page = some.prefix(limit)
      return NoticePage(
        lines: try page.compactMap { try line($0, in: records, &names) },
        next: some.count > limit ? page.last.map { NoticePlace(moment: $0.moment, id: $0.id) } : nil,
        unreadCount: try records.unreadCount(of: person, limit: Self.unreadMax))
    }
  }

  /// Nil for a kind that a later program wrote.
  private func line(
    _ notice: NoticeEntry, in records: any RecordView, _ names: inout [PersonID: String]
  ) throws(RecordError) -> NoticeLine? {
    guard let kind = NoticeKind(rawValue: notice.kind) else { return nil }
    func name(_ person: PersonID?) throws(RecordError) -> String? {
      guard let person else { return nil }
      if let known = names[person] { return known }
      let name = try records.person(person).value.name
      names[person] = name
      return name
    }
    var subject: String?
    var organisation: String?
    if let form = notice.form {
      let entry = try records.form(form).value
      let unit = try records.organisation(entry.organisation).value.label
      organisation = unit
      subject = unit
      if let project = entry.project { subject = try records.project(project).value.name }
    }
    return NoticeLine(
      notice: notice, kind: kind, details: NoticeDetails(notice.details), subject: subject,
      organisation: organisation, actor: try name(notice.actor), principal: try name(notice.onBehalfOf))
  }
}

extension SignedIn {
  /// Everybody reads the own notices.
  func mayReadNotices(in records: any RecordView) throws {
    try mayDo(.readOwnNotices, at: try records.organisation(person.organisation).value.path)
  }
}
