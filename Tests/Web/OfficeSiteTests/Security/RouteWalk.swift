// Every route of the office asked by everybody, and the table of what they got.
import HTTP
import OfficeOperations
import Organisations
import Testing

@testable import OfficeSite

/// One route of the map.
struct WalkedRoute {
  let method: Method
  let template: String

  /// True where the path names a thing of somebody: those of the far town must lead to nothing.
  var namesSomething: Bool {
    // A link for a password is known by its token; whose it is not says the same about everybody.
    !template.hasPrefix("/set-password/")
      && [
        "{organisation}", "{person}", "{assignment}", "{right}", "{deputy}", "{project}", "{form}",
        "{intake}",
      ]
      .contains {
        template.contains($0)
      }
  }

  /// Organisations are known to everybody in the office, like the telephone book.
  var isForEverybody: Bool { method == .get && template == "/organisations/{organisation}" }

  /// The map of an office, but for files of the design.
  static func all(_ office: Office) -> [WalkedRoute] {
    OfficePages(office).router.listing.filter {
      !$0.template.contains("{...}") && !$0.template.contains("/assets/")
    }
    .map { WalkedRoute(method: $0.method, template: $0.template) }
  }

  /// Asks for it; a form is sent with its token and `fields`.
  func ask(_ browser: Browser, _ values: PathValues, _ fields: [(String, String)] = []) async throws
    -> Browser.Answer
  {
    let path = try values.path(template)
    return method == .get ? try await browser.get(path) : try await browser.send(path, fields)
  }
}

/// What everybody got.
struct RouteTable {
  private var lines: [String] = []

  init() {
    lines = [
      "# Routes", "",
      "Every route of the office, and the status with which it answers whoever asks; held against the code",
      "by `RouteTableSnapshotTests`, written anew by `make snapshots`. Where the path names a thing",
      "each cell has two numbers: what somebody of the whole county gets for a thing of a town, and what",
      "somebody of another town gets for it. 200 is a page, 303 done, 400 an empty form that was looked at",
      "and refused, 403 not one's part, 404 not there: what lies elsewhere is answered like what does not",
      "exist. A stranger gets the way to sign in (303), or 401 for a form. Forms are sent empty, with their",
      "token.", "",
      "| Route | stranger | " + Role.allCases.map(\.rawValue).joined(separator: " | ") + " |",
      "|---|---|" + String(repeating: "---|", count: Role.allCases.count),
    ]
  }

  mutating func add(_ route: WalkedRoute, _ cells: [String]) {
    lines.append("| \(route.method.rawValue) `\(route.template)` | \(cells.joined(separator: " | ")) |")
  }

  var text: String { lines.joined(separator: "\n") + "\n" }
}
