// The pieces of the reviewers' desk: excerpts of long texts, presses as words, sums in a line.
import Design
import Quantities
import Review
import Testing

@testable import OfficeSite

@Suite struct ReviewPieceTests {
  private func text(_ excerpt: ReviewExcerpt) -> String {
    excerpt.pieces.map { piece in
      switch piece {
      case .plain(let text): text
      case .struck(let text): "−\(text)−"
      case .fresh(let text): "+\(text)+"
      }
    }.joined()
  }

  @Test func `an excerpt shows what changed, with a few words around it`() {
    let long = "完成镇域二十公里沟渠清淤，清淤后排水通畅，汛期前全部完工，全年活动不少于 50 场"
    let cases: [(String, String, String, String)] = [
      ("≥1000人次", "≥1000人次", "≥1000人次", "≥1000人次"),
      ("100%完成", "2026年11月底前", "−100%完成−", "+2026年11月底前+"),
      ("760000.00", "775413.00", "−760000.00−", "+775413.00+"),
      (long + "。", long + "，服务不少于 1,400 人次。", "…动不少于 50 场。", "…动不少于 50 场+，服务不少于 1,400 人次+。"),
      ("", "≥5场", "", "+≥5场+"),
      ("≥5场", "", "−≥5场−", ""),
    ]
    for (before, after, old, fresh) in cases {
      #expect(text(ReviewExcerpt(from: before, to: after, isLater: false)) == old)
      #expect(text(ReviewExcerpt(from: before, to: after, isLater: true)) == fresh)
    }
    #expect(text(ReviewExcerpt(long)) == long.prefix(33) + "…")
    #expect(ReviewExcerpt(long).isCut && !ReviewExcerpt("短").isCut)
    #expect(text(ReviewExcerpt("两\n行")) == "两 行")
  }

  @Test func `no excerpt is longer than two lines of its column, and none loses a short text`() {
    var state: UInt64 = 5
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let letters = Array("清淤公里≥0123456789，。年月日完成")
    func sample() -> String { String((0..<draw(90)).map { _ in letters[draw(letters.count)] }) }
    for _ in 0..<2_000 {
      let head = sample()
      let tail = sample()
      let (before, after) = (head + sample() + tail, head + sample() + tail)
      for isLater in [false, true] {
        let whole = isLater ? after : before
        let excerpt = ReviewExcerpt(from: before, to: after, isLater: isLater)
        let shown = text(excerpt).filter { !"−+".contains($0) }
        #expect(shown.count <= 52, "\(shown)")
        if !excerpt.isCut, before != after { #expect(shown == whole || shown == "…", "\(whole)") }
      }
    }
  }

  @Test func `a press is read as it was written`() {
    let acts: [ReviewAct] = [
      .open, .object, .drop("indicators/k4/annualValue"), .seen("A01@budget/total"), .unseen("A01@"), .grades,
      .opinion, .note, .sendBack, .forward, .approve, .release, .back,
    ]
    for act in acts { #expect(ReviewAct(act.text) == act) }
    for word in ["", "OPEN", "drop", "drop:", "seen:", "approve now", ":"] {
      #expect(ReviewAct(word) == nil, "\(word)")
    }
  }

  @Test func `a sum is written in a line only where it is one`() throws {
    func term(_ number: Int, _ unit: String? = nil) -> ReviewTerm {
      ReviewTerm(label: "数", number: ExactDecimal(number), unit: unit)
    }
    let pieces = try #require(
      ReviewSums.pieces(
        [term(6, "人"), term(103_157), term(1), term(128_458), term(775_413)], isBreach: false))
    #expect(pieces.count == 11)
    for terms in [
      [], [term(1)], [term(1), term(2)], [term(1), term(2), term(0)], [term(1), term(2), term(3), term(4)],
    ] {
      #expect(ReviewSums.pieces(terms, isBreach: false) == nil)
    }
  }
}
