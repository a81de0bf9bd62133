// Our style sheet, read far enough for laws about it.
import HTTP

@testable import Design

/// The text of an asset as a browser gets it.
func assetText(_ link: Link) async throws -> String {
  var router = Router<PlainContext>()
  DesignAssets.assets.add(to: &router)
  let site = Site(router, layers: [], errors: ErrorResponses())
  let response = await site.respond(to: Request(method: .get, target: try RequestTarget(parsing: link.text)))
  guard case .bytes(let bytes) = response.body else { return "" }
  return String(decoding: bytes, as: UTF8.self)
}

/// The tokens of a block: `--ink: #16202a` is ink → #16202a.
func tokens(of block: Substring) -> [String: String] {
  var tokens: [String: String] = [:]
  for declaration in block.split(whereSeparator: { ";{}\n".contains($0) }) {
    let parts = declaration.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let name = parts[0].split(separator: " ").last, name.hasPrefix("--") else {
      continue
    }
    tokens[String(name.dropFirst(2))] = String(parts[1].drop { $0 == " " }.prefix { $0 != " " })
  }
  return tokens
}

/// A colour of the screen.
struct Colour {
  private let channels: [Double]

  /// `#rgb` or `#rrggbb`.
  init?(_ text: String) {
    guard text.hasPrefix("#") else { return nil }
    let digits = text.dropFirst().compactMap(\.hexDigitValue)
    switch digits.count {
    case 3: channels = digits.map { digit in Double(digit * 17) / 255 }
    case 6:
      channels = [0, 2, 4].map { at in
        let level: Int = digits[at] * 16 + digits[at + 1]
        return Double(level) / 255
      }
    default: return nil
    }
  }

  /// Relative luminance (WCAG 2.2).
  private var luminance: Double {
    let linear = channels.map { $0 <= 0.04045 ? $0 / 12.92 : power(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// 1 to 21.
  func contrast(with other: Colour) -> Double {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }
}
