// How often somebody wants to get mail.
import Quantities

/// The pace of a person's letters; raw values are kept in the store.
package enum MailPace: String, Sendable, CaseIterable {
  case off
  /// A few minutes after something happened, so that what comes together is told together.
  case soon
  /// Every morning.
  case daily

  private static let soonSeconds = 300
  /// Eight o'clock in China.
  private static let morningSeconds = 8 * 3600
  private static let chinaAheadSeconds = 8 * 3600

  /// When a letter about something goes out; nil for never.
  func due(after moment: Moment) -> Moment? {
    switch self {
    case .off: return nil
    case .soon: return moment.advanced(bySeconds: Self.soonSeconds)
    case .daily:
      let local = moment.advanced(bySeconds: Self.chinaAheadSeconds).seconds
      let ofDay = Int((local % 86_400 + 86_400) % 86_400)
      let wait = Self.morningSeconds - ofDay
      return moment.advanced(bySeconds: wait > 0 ? wait : wait + 86_400)
    }
  }
}
