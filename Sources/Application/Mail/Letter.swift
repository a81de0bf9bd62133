// A letter as a value, and as the bytes that a server takes.
package import Quantities

/// A letter in plain text to one person.
package struct Letter: Sendable, Hashable {
  package var to: MailAddress
  package var subject: String
  package var lines: [String]
  package var moment: Moment
  /// What stands before the sign in the letter's own number: letters, digits, dots and hyphens. A letter that
  /// is sent again after a failure has the same, so that servers can tell it from another.
  package var number: String

  package init(to: MailAddress, subject: String, lines: [String], moment: Moment, number: String) {
    self.to = to
    self.subject = subject
    self.lines = lines
    self.moment = moment
    self.number = number
  }

  /// The letter as RFC 5322 and RFC 2045 want it: ASCII, short lines that end with CR and LF, the text in
  /// base 64, so that no server can break a line, and no line of the text is a header or ends the letter.
  package func bytes(from sender: MailAddress, named name: String) -> [UInt8] {
    let plain = number.utf8.filter { ASCII.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E }
    let id = String(decoding: plain, as: UTF8.self)
    let heads = [
      "Date: \(Self.date(moment))",
      "From: \(name.isEmpty ? "" : EncodedText.words(name) + "\r\n ")<\(sender)>",
      "To: <\(to)>",
      "Subject: \(EncodedText.words(subject))",
      "Message-ID: <\(id)@\(sender.domain)>",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64",
      // RFC 3834: no machine answers a machine.
      "Auto-Submitted: auto-generated",
    ]
    let text = lines.joined(separator: "\r\n") + "\r\n"
    let body = EncodedText.lines(Array(text.utf8))
    return Array((heads.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Sat, 21 Nov 2026 16:45:30 +0800` (RFC 5322, section 3.3), the time of China.
  static func date(_ moment: Moment) -> String {
    let day = moment.day()
    let seconds = Int((moment.seconds + 28_800) % 86_400 + 86_400) % 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time = "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    // 1970-01-01, a Thursday, has the number 719,468.
    return "\(weekdays[(day.number + 3) % 7]), \(two(day.day)) \(months[day.month - 1]) "
      + "\(day.description.prefix(4)) \(time) +0800"
  }
}
