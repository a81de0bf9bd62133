// What can go wrong with records, in words that every store shares.

/// The nouns of the store, for errors that name one.
package enum RecordNoun: String, Sendable, CaseIterable {
  case organisation, person, assignment, deputy, credential, session, project, form, formVersion, decision
  case budgetYear, deadline, setting, job, attachment, intake, savedView, approvalNumber, batch
}

/// Why records could not be read or changed. After any of these the transaction has changed nothing, except
/// that `.outcomeUnknown` leaves it open.
package enum RecordError: Error, Sendable {
  case notFound(RecordNoun, key: String)
  /// Something with this key, code or name is there already.
  case alreadyExists(RecordNoun, key: String)
  /// Somebody changed it since it was read; `found` is the revision that stands there now.
  case stale(RecordNoun, key: String, expected: Int64, found: Int64)
  /// Somebody changed these fields of a draft since the revision that the changes are based on.
  case fieldsChanged(paths: [String])
  /// It names something that is not there.
  case unknownReference(RecordNoun, key: String)
  /// The store refuses the value: a rule of the schema.
  case invalid(RecordNoun, detail: String)
  /// Too many want to write at once; trying again may help.
  case busy
  /// The store cannot be reached; the engine's words.
  case unavailable(String)
  /// The connection broke while the changes were made to last: they may be there or not.
  case outcomeUnknown
  /// The disk is full; nothing was changed.
  case full
  /// The store cannot be written.
  case readOnly
  /// The store is damaged; the engine's words.
  case damaged(String)
  /// The work itself decided not to go on; what it threw is kept.
  case refused(any Error)
}
