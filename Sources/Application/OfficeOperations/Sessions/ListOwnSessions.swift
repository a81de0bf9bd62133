// A person's own sessions, and their end.
package import Ledger
import Organisations
package import Records

/// The sessions of whoever asks, the latest seen first.
package struct ListOwnSessions: Sendable {
  package init() {}

  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> [Session] {
    let person = signedIn.person.id
    return try await office.read { try $0.sessions(of: person) }
  }
}

/// Ends one of one's own sessions, or all others.
package struct EndOwnSessions: Sendable {
  /// Which sessions end.
  package enum Which: Sendable {
    case this
    case one(ContentHash)
    case allOthers
  }

  package var which: Which

  package init(_ which: Which) { self.which = which }

  /// - Throws: `.records(.notFound)` for a session that is somebody else's.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    let which = which
    try await office.change { records in
      let person = signedIn.person.id
      switch which {
      case .this: try records.removeSession(signedIn.session)
      case .one(let token):
        guard try records.session(token)?.person == person else {
          throw RecordError.notFound(.session, key: "")
        }
        try records.removeSession(token)
      case .allOthers: try records.removeSessions(of: person, except: signedIn.session)
      }
      try records.append(signedIn.note(.sessionEnd, "person/\(person)", at: moment))
    }
  }
}
