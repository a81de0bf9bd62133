// Durations as values: ≤30分钟, 300天, 5个工作日内 and what only looks like one.

import Testing

@testable import IndicatorValues

@Suite struct DurationTests {
  @Test(arguments: rows)
  func `a stretch of time is a measure`(line: String, expected: String) {
    #expect(ValueSummary.of(line: line) == expected)
  }

  /// What is written (name and level 2 behind tabs), and what it means as `ValueSummary` puts it.
  static let rows: [(String, String)] = [
    ("≤30分钟", "measure ≤ 30 [分钟]"),
    ("<24小时", "measure < 24 [小时]"),
    ("≥1年", "measure ≥ 1 [年]"),
    ("300天", "measure 300 [天]"),
    ("6个月", "measure 6 [月]"),
    ("3个月内", "measure ≤ 3 [月]"),
    ("一年", "measure 1 [年]"),
    ("一年半", "measure 1.5 [年]"),
    ("1个半月", "measure 1.5 [月]"),
    ("半年内", "measure ≤ 0.5 [年]"),
    ("2年半", "measure 2.5 [年]"),
    ("5个工作日内", "measure ≤ 5 [个工作日]"),
    ("3-5个工作日", "measure between 3 ..5 [个工作日]"),
    ("15日内完成", "measure ≤ 15 [日] «完成»"),
    ("合同签订后30日内", "measure ≤ 30 [日] «合同签订后»"),
    ("收到申请后5个工作日内办结", "measure ≤ 5 [个工作日] «收到申请后办结»"),
    ("48小时内响应", "measure ≤ 48 [小时] «响应»"),
    ("≥6月", "measure ≥ 6 [月]"),
    ("2h", "measure 2 [小时]"),
    ("30min", "measure 30 [分钟]"),
    ("2年内容", "measure 2 [年] «内容»"),
  ]
}
