// Points in time and days as texts: the calendar on both sides of 1970, and what is no date.
import Quantities
import Testing

struct MomentTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
    (951_782_400_000, "2000-02-29T00:00:00.000Z"), (1_795_251_930_250, "2026-11-21T09:05:30.250Z"),
    (Int64.max, "9999-12-31T23:59:59.999Z"), (Int64.min, "0001-01-01T00:00:00.000Z"),
  ])
  func `a moment prints as ISO 8601`(milliseconds: Int64, text: String) {
    #expect(Moment(milliseconds: milliseconds).description == text)
  }

  @Test func `the day follows the zone`() {
    let evening = Moment(milliseconds: 1_795_305_600_000 - 1)
    #expect(evening.day(minutesAhead: 0).description == "2026-11-21")
    #expect(evening.day().description == "2026-11-22")
    #expect(evening.day(minutesAhead: -1440).description == "2026-11-20")
    #expect(Moment.last.day().description == "9999-12-31")
  }

  @Test func `every day of four hundred years follows the one before`() throws {
    var moment = Moment(milliseconds: -2_208_988_800_000)
    var number = try #require(Day(year: 1900, month: 1, day: 1)).number
    for _ in 0..<146_097 {
      #expect(moment.day(minutesAhead: 0).number == number)
      moment = moment.advanced(bySeconds: 86_400)
      number += 1
    }
  }

  @Test func `adding stays inside the calendar`() {
    let moment = Moment(milliseconds: 0)
    #expect(moment.advanced(bySeconds: .max) == .last)
    #expect(moment.advanced(bySeconds: .min) == .first)
    #expect(Moment.last.advanced(bySeconds: 1) == .last)
    #expect(moment.advanced(bySeconds: 90).seconds(since: moment) == 90)
    #expect(moment.seconds(since: moment.advanced(bySeconds: 90)) == -90)
    #expect(Moment(milliseconds: -1).seconds == -1)
    #expect(Moment.last.seconds(since: .first) == 315_537_897_599)
  }

  @Test(arguments: [
    "2026-03-01", "2026/3/1", "2026.3.1", "20260301", "2026年3月1日", "2026年03月01日", "2026/03/1",
  ])
  func `a day is read in the usual spellings`(text: String) {
    #expect(Day(text)?.description == "2026-03-01")
  }

  @Test(arguments: [
    "", "2026", "202603", "2026-03", "26-03-01", "2026-3-1-", "2026-3/1", "2026年3月1", "2026-02-30",
    "0000-01-01",
    "2026-13-01", "-2026-3-1", "2026--3-1", "2026 3 1", "2026-003-01", "２０２６-03-01", "202603010", "2026-3-1 ",
    "年月日",
    "2026年3月1日日", "99999999999999999999",
  ])
  func `what leaves a doubt is no day`(text: String) {
    #expect(Day(text) == nil)
  }
}
