// Laws about the style sheet: contrast, and nothing that the content policy would refuse.
import HTTP
import Testing

@testable import Design

struct StyleLawTests {
  /// A text on a ground, with the ratio that it has to have: 4.5 for text, 3 for edges (WCAG 2.2, 1.4.3,
  /// 1.4.11).
  private static let pairs: [(String, String, Double)] = [
    ("ink", "paper", 7), ("ink", "desk", 7), ("ink-soft", "paper", 7), ("ink-soft", "desk", 7),
    ("ink-faint", "paper", 4.5), ("ink-faint", "desk", 4.5), ("ink-faint", "shade", 4.5),
    ("pen", "paper", 7), ("pen", "desk", 7), ("pen", "pen-wash", 7), ("pen-deep", "paper", 7),
    ("stop", "paper", 4.5), ("stop", "stop-wash", 4.5), ("stop", "desk", 4.5), ("ask", "paper", 4.5),
    ("ask", "ask-wash", 4.5), ("ask", "desk", 4.5), ("pass", "paper", 4.5), ("pass", "pass-wash", 4.5),
    ("pass", "desk", 4.5), ("tell", "paper", 4.5), ("tell", "tell-wash", 4.5), ("tell", "desk", 4.5),
    ("on-fill", "pen", 4.5), ("on-fill", "stop", 4.5), ("rule", "paper", 3), ("rule", "desk", 3),
    ("ink", "halo", 3), ("ink", "marker", 7), ("frame", "paper", 7), ("ink-soft", "stop-wash", 4.5),
    ("ink-soft", "pass-wash", 4.5), ("ink-faint", "ask-wash", 4.5), ("ink-faint", "stop-wash", 4.5),
  ]

  @Test func `every text stands out from its ground`() async throws {
    let style = try await assetText(DesignAssets.styleLink)
    let blocks = style.split(separator: "}")
    let normal = tokens(of: try #require(blocks.first))
    let high = tokens(of: try #require(blocks.first { $0.contains("[data-contrast=\"high\"]") }))
    #expect(high.count > 15)
    for (name, values) in [("normal", normal), ("high", normal.merging(high) { $1 })] {
      for (text, ground, ratio) in Self.pairs {
        let colour = try #require(values[text].flatMap { Colour($0) }, "\(text)")
        let paper = try #require(values[ground].flatMap { Colour($0) }, "\(ground)")
        let wanted = name == "high" && ratio >= 4.5 ? 7 : ratio
        #expect(colour.contrast(with: paper) >= wanted, "\(text) on \(ground), \(name)")
      }
    }
  }

  @Test func `the system's wish for contrast and the reader's own give the same`() async throws {
    let style = try await assetText(DesignAssets.styleLink)
    let blocks = style.split(separator: "}").filter { $0.contains("data-contrast=") && $0.contains("--ink:") }
    #expect(blocks.count == 2)
    #expect(Set(blocks.map { tokens(of: $0) }).count == 1)
  }

  @Test func `nothing is fetched from elsewhere`() async throws {
    for link in [DesignAssets.styleLink, DesignAssets.scriptLink, DesignAssets.iconsLink] {
      let text = try await assetText(link).replacing("http://www.w3.org/2000/svg", with: "")
      #expect(!text.isEmpty)
      for word in ["http:", "https://", "@import", "url(", "eval(", "innerHTML", "Function("] {
        #expect(!text.contains(word), "\(word)")
      }
    }
  }

  @Test func `every token that is used is there`() async throws {
    let style = try await assetText(DesignAssets.styleLink)
    let defined = Set(style.split(separator: "\n").flatMap { tokens(of: $0).keys })
    let used = Set(
      style.split(separator: "var(--").dropFirst().map { $0.prefix { $0 != ")" && $0 != "," } }.map(
        String.init))
    #expect(used.subtracting(defined).isEmpty)
  }

  @Test func `every icon is drawn once`() async throws {
    let icons = try await assetText(DesignAssets.iconsLink)
    for icon in Icon.allCases {
      #expect(icons.split(separator: "id=\"\(icon.rawValue)\"").count == 2, "\(icon.rawValue)")
    }
  }
}
