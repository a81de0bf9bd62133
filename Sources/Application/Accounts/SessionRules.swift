// How long a sign-in lasts, and how many a person may have.
package import Quantities

/// Where a session stands.
package enum SessionState: String, Sendable, Hashable, CaseIterable {
  case open
  /// Nobody used it for too long.
  case idle
  /// It is too old, however busy.
  case tooOld
}

/// The limits of sessions; numbers outside their ranges become the nearest inside.
package struct SessionRules: Sendable, Hashable {
  /// Seconds without a request after which a session ends: 60 to 86 400.
  package let idleSeconds: Int
  /// Seconds after the sign-in after which a session ends: 300 to 604 800.
  package let absoluteSeconds: Int
  /// Sessions of one person at once: 1 to 50; the one seen longest ago gives way.
  package let countMax: Int

  /// The usual: half an hour, twelve hours, five.
  package init(idleSeconds: Int = 1800, absoluteSeconds: Int = 43_200, countMax: Int = 5) {
    self.idleSeconds = min(max(idleSeconds, 60), 86_400)
    self.absoluteSeconds = min(max(absoluteSeconds, 300), 604_800)
    self.countMax = min(max(countMax, 1), 50)
  }

  /// Uses are noted at most this often, so that reading pages does not mean writing each time.
  package static let noteSeconds = 30

  /// Where a session stands at a moment; the last second of a limit already counts as over.
  ///
  /// A clock that was put back opens nothing: a session from the future is as old as one can be.
  package func state(started: Moment, lastSeen: Moment, at moment: Moment) -> SessionState {
    let age = moment.seconds(since: started)
    guard age < absoluteSeconds, age >= -Self.noteSeconds else { return .tooOld }
    return moment.seconds(since: lastSeen) < idleSeconds ? .open : .idle
  }

  /// When a session that began then ends at the latest.
  package func end(started: Moment) -> Moment { started.advanced(bySeconds: absoluteSeconds) }

  /// Whether a use is to be noted: the last note is long enough ago.
  package func isNoteDue(lastSeen: Moment, at moment: Moment) -> Bool {
    moment.seconds(since: lastSeen) >= Self.noteSeconds
  }

  /// Which sessions end when one more begins: those seen longest ago, until there is room.
  package func surplus<Key>(_ sessions: [(key: Key, lastSeen: Moment)]) -> [Key] {
    let excess = sessions.count - (countMax - 1)
    guard excess > 0 else { return [] }
    return sessions.sorted { $0.lastSeen < $1.lastSeen }.prefix(excess).map(\.key)
  }
}
