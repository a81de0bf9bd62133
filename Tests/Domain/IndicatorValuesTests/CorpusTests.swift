// The real values of the shared corpus, where it is present: every one is understood.

import Foundation
import Testing

@testable import IndicatorValues

@Suite struct CorpusTests {
  /// The shared folder, from PLUMBLINE_SHARED or beside the package.
  private static var expectedFiles: [URL] {
    let root =
      ProcessInfo.processInfo.environment["PLUMBLINE_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "../../../../shared")
    let corpus = root.appendingPathComponent("corpus")
    return ["seeds", "dev"].flatMap { part in
      let folder = corpus.appendingPathComponent(part)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return names.sorted().map { folder.appendingPathComponent($0).appendingPathComponent("expected.json") }
    }.filter { FileManager.default.fileExists(atPath: $0.path) }
  }

  private struct Answer: Decodable {
    struct Form: Decodable { var indicators: [Indicator]? }
    struct Indicator: Decodable {
      var name: String?
      var level2: String?
      var `operator`: String?
      var unit: String?
      var periodValue: String?
      var annualValue: String?
      var actualValue: String?
      var forecastValue: String?
    }
    var forms: [Form]
  }

  @Test(.enabled(if: !expectedFiles.isEmpty, "the shared corpus is not here: set PLUMBLINE_SHARED"))
  func `no value of a real form stays mere text, and its digits become numbers`() throws {
    for file in Self.expectedFiles {
      let answer = try JSONDecoder().decode(Answer.self, from: Data(contentsOf: file))
      for indicator in answer.forms.flatMap({ $0.indicators ?? [] }) {
        let context = ValueContext(
          name: indicator.name, level2: indicator.level2, columnOperator: indicator.operator,
          columnUnit: indicator.unit)
        let texts = [
          indicator.periodValue, indicator.annualValue, indicator.actualValue, indicator.forecastValue,
        ]
        for text in texts.compactMap({ $0 }) {
          let kind = IndicatorValue.parse(text, context: context).value.kind
          #expect(kind != .text, "\(text)")
          if text.contains(where: \.isNumber) {
            #expect([.measure, .deadline, .frequency, .composite].contains(kind), "\(text)")
          }
        }
      }
    }
  }
}
