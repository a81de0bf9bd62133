// A letter as servers and readers want it.
import Foundation
import Quantities
import Testing

@testable import Mail

struct LetterTests {
  private static let moment = Moment(milliseconds: 1_795_250_730_000)

  private func letter(
    subject: String = "准绳：3 件事等你看", lines: [String] = ["一", "二"], number: String = "notice.17.4"
  ) throws -> Letter {
    Letter(
      to: try #require(MailAddress("zhou@linxi.gov.cn")), subject: subject, lines: lines,
      moment: Self.moment, number: number)
  }

  private func text(_ letter: Letter, named name: String = "临溪县绩效办") throws -> String {
    let sender = try #require(MailAddress("jixiao@linxi.gov.cn"))
    return String(decoding: letter.bytes(from: sender, named: name), as: UTF8.self)
  }

  /// Heads with their values, continued lines put together.
  private func heads(_ text: String) -> [String: String] {
    let block = text.components(separatedBy: "\r\n\r\n")[0].replacingOccurrences(of: "\r\n ", with: "")
    return Dictionary(
      uniqueKeysWithValues: block.components(separatedBy: "\r\n").map { line in
        let parts = line.components(separatedBy: ": ")
        return (parts[0], parts.dropFirst().joined(separator: ": "))
      })
  }

  private func decoded(_ words: String) -> String? {
    let pieces = words.components(separatedBy: "=?utf-8?B?").dropFirst().map {
      Data(base64Encoded: $0.replacingOccurrences(of: "?=", with: "").trimmingCharacters(in: .whitespaces))
    }
    guard pieces.allSatisfy({ $0 != nil }) else { return nil }
    return String(decoding: pieces.compactMap(\.self).reduce(Data(), +), as: UTF8.self)
  }

  @Test func `a letter says who, to whom, when and what`() throws {
    let text = try text(try letter())
    let heads = heads(text)
    #expect(heads["Date"] == "Sat, 21 Nov 2026 16:45:30 +0800")
    #expect(heads["To"] == "<zhou@linxi.gov.cn>")
    #expect(heads["From"]?.hasSuffix("<jixiao@linxi.gov.cn>") == true)
    #expect(heads["Message-ID"] == "<notice.17.4@linxi.gov.cn>")
    #expect(heads["Auto-Submitted"] == "auto-generated")
    #expect(decoded(heads["Subject"] ?? "") == "准绳：3 件事等你看")
    let body = text.components(separatedBy: "\r\n\r\n")[1].replacingOccurrences(of: "\r\n", with: "")
    #expect(Data(base64Encoded: body).map { String(decoding: $0, as: UTF8.self) } == "一\r\n二\r\n")
  }

  @Test(arguments: [
    "好", "🀄️👩‍👩‍👧", "a\r\nBcc: x@y.z", "\u{0}零", "=?utf-8?B?5L2g?=", String(repeating: "很长的题目", count: 40),
  ])
  func `no text makes a head or a line of its own`(_ text: String) throws {
    let letter = try letter(subject: text, lines: [text, ".", "..", "\r\n.\r\n"], number: "a>\r\nX: y")
    let whole = try self.text(letter, named: text)
    #expect(whole.utf8.allSatisfy { $0 == 0x0D || $0 == 0x0A || (0x20...0x7E).contains($0) })
    let lines = whole.components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 78 && !$0.contains("\n") && !$0.contains("\r") })
    #expect(!lines.contains("."))
    #expect(Set(heads(whole).keys).count == 9)
    let plain = text.unicodeScalars.filter { $0.value >= 0x20 }
    #expect(decoded(heads(whole)["Subject"] ?? "")?.unicodeScalars.map(\.value) == plain.map(\.value))
  }

  @Test(arguments: [
    (0 as Int64, "Thu, 01 Jan 1970 08:00:00 +0800"), (951_782_400_000, "Tue, 29 Feb 2000 08:00:00 +0800"),
    (1_798_732_799_000, "Thu, 31 Dec 2026 23:59:59 +0800"),
  ])
  func `days of the week are those of the calendar`(_ milliseconds: Int64, _ wanted: String) {
    #expect(Letter.date(Moment(milliseconds: milliseconds)) == wanted)
  }

  @Test func `bytes are written in base 64 as others do it`() {
    for count in 0..<80 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + count) }
      #expect(EncodedText.base64(bytes) == Data(bytes).base64EncodedString())
    }
  }
}
