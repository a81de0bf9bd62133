// Numbers in prose that promise something: 32个村, 80%, 至少一场; not 1、, 2024年, 三八, 十四五.

/// Tells whether a goal in prose can be counted.
///
/// List numbers, years, dates, documents' numbers, holidays and names are no promises. Source: rules.md, How
/// the rules are read, 5.
enum PromisedNumbers {
  /// True where at least one number with a unit stands in the text.
  static func stand(in text: String) -> Bool { text.withScalars(stand) }

  /// The same for a text that is taken apart already.
  static func stand(in text: [Unicode.Scalar]) -> Bool { text.withUnsafeBufferPointer(stand) }

  private static func stand(in cells: UnsafeBufferPointer<Unicode.Scalar>) -> Bool {
    var place = 0
    while place < cells.count {
      guard beginnings.contains(cells[place]) else {
        place += 1
        continue
      }
      if digit(cells[place]) != nil {
        let end = runEnd(from: place, in: cells) { digit($0) != nil || points.contains($0) }
        if promises(digitsFrom: place, to: end, in: cells) { return true }
        place = end
      } else {
        let end = runEnd(from: place, in: cells) { numerals.contains($0) }
        if promises(numeralsFrom: place, to: end, in: cells) { return true }
        place = end
      }
    }
    return false
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar {
    case "0"..."9": scalar.value - 0x30
    case "０"..."９": scalar.value - 0xFF10
    default: nil
    }
  }

  private static func runEnd(
    from start: Int, in cells: UnsafeBufferPointer<Unicode.Scalar>, while belongs: (Unicode.Scalar) -> Bool
  ) -> Int {
    var end = start
    while end < cells.count, belongs(cells[end]) { end += 1 }
    // A point or comma at the end of the run is punctuation.
    while end > start + 1, digit(cells[end - 1]) == nil, !numerals.contains(cells[end - 1]) { end -= 1 }
    return end
  }

  private static func promises(
    digitsFrom start: Int, to end: Int, in cells: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Bool {
    if start > 0 {
      let before = cells[start - 1]
      if before.isLetter || namesBefore.contains(before) { return false }
    }
    var next = end
    while next < cells.count, cells[next] == " " || filling.contains(cells[next]) { next += 1 }
    guard next < cells.count else { return false }
    let unit = cells[next]
    if unit == "%" || unit == "％" || unit == "‰" { return true }
    if unit == "年" {
      // 2024年 is a year, 3年 a span, 3周年 a jubilee; none of them is counted in the goal.
      return false
    }
    // 6万剂次: what is counted in ten thousands is counted, whatever the counter.
    if cells[end..<next].contains(where: { $0 == "万" || $0 == "亿" }), unit.isIdeograph {
      return true
    }
    return counters.contains(unit)
  }

  private static func promises(
    numeralsFrom start: Int, to end: Int, in cells: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Bool {
    guard end < cells.count else { return false }
    let before = start > 0 ? cells[start - 1] : " "
    if before == "第" || before == "前" || before == "“" || before == "\"" { return false }
    guard cells[start..<end].contains(where: { ones.contains($0) }) else { return false }
    let unit = cells[end]
    let follower = end + 1 < cells.count ? cells[end + 1] : " "
    if end == start + 1, cells[start] == "一" {
      if unit == "次" { return follower != "性" && follower != "次" && follower != "又" }
      if unit == "场" { return follower != "所" && follower != "景" }
      return isLeast(before: start, in: cells) && countersOfWords.contains(unit)
    }
    if unit == "个" { return places.contains(follower) }
    if unit == "次" { return follower != "产" }
    return countersOfWords.contains(unit)
  }

  /// True behind 至少, 不少于, 不低于, 不得少于.
  private static func isLeast(before start: Int, in cells: UnsafeBufferPointer<Unicode.Scalar>) -> Bool {
    guard start >= 2 else { return false }
    let pair = (cells[start - 2], cells[start - 1])
    return pair == ("至", "少") || pair == ("少", "于") || pair == ("低", "于")
  }

  private static let beginnings = ScalarSet("0123456789０１２３４５６７８９一二两三四五六七八九十百千")
  private static let points = ScalarSet(".,，．")
  private static let places = ScalarSet("村社镇街点站班园馆")
  private static let numerals = ScalarSet("一二两三四五六七八九十百千")
  private static let ones = ScalarSet("一二两三四五六七八九十")
  private static let filling = ScalarSet("万亿千百余多来")
  private static let namesBefore = ScalarSet("第+＋〔[-—/")
  private static let countersOfWords = ScalarSet("场次名户所期份台篇辆座人条处件批天间公亩")
  private static let counters = ScalarSet(
    """
    人名位户家个场次期批项件套台份册本篇条只头株棵亩吨斤千公平立米里座所处间辆架部艘栋幢口盏块片支队组班节课幅张封瓶盒袋包桶元角分倍成\
    天镇村街小例单宗卡枚颗粒匹羽尾种类股渠井站孔度兆瓦学社剂针餐集首版克升趟轮眼桩杆床档函
    """)
}
