// Invented trees whose manifest and files disagree, or whose arrows point the wrong way.

extension Breach {
  static let manifestBreaches = neverBreaches + dependencyBreaches + folderBreaches

  private static let path = "Sources/Ground/Stones/Stone.swift"
  private static let stones = manifest(#"  room("Stones", in: "Ground"),"#)

  private static func never(_ rooms: String, _ texts: [String: String] = [:], sees: [String]) -> Breach {
    Breach(.nevers, texts.merging(["Package.swift": manifest(rooms)]) { $1 }, sees: sees)
  }

  private static let neverBreaches: [Breach] = [
    never(
      #"room("Stones", in: "Ground"),"#, [path: "import Glibc\nlet now = ContinuousClock()\n"],
      sees: [
        "\(path):1: Domain and Ground know no I/O and no clock: imports Glibc",
        "\(path):2: Domain and Ground know no I/O and no clock: says ContinuousClock",
      ]),
    never(
      #"room("Stones", in: "Ground"),"#,
      [path: "// A Date in a comment.\nlet text = \"Date\"\nlet day = .Date\n"],
      sees: []),
    never(
      #"room("Model", in: "Domain"), room("Tables", in: "Documents", uses: ["Model"]),"#,
      sees: ["Package.swift: Readers of documents know nothing of budgets: Tables reaches Model"]),
    never(
      """
      room("Model", in: "Domain"),
      room("Bridge", in: "Documents", uses: ["Model"]),
      room("WebPages", in: "Documents", uses: ["Bridge"]),
      """,
      ["Sources/Documents/WebPages/Page.swift": "import Model\n"],
      sees: [
        "Package.swift: Readers of documents know nothing of budgets: WebPages reaches Model",
        "Sources/Documents/WebPages/Page.swift:1: Readers of documents know nothing of budgets:"
          + " imports Model",
      ]),
    never(
      #"room("Model", in: "Domain"), room("SheetFiles", in: "Documents", uses: ["Model"]),"#,
      ["Sources/Documents/SheetFiles/File.swift": "internal import CXLSXWriter\n"],
      sees: ["Package.swift: Sheets and their files know nothing of budgets: SheetFiles reaches Model"]),
    never(
      #"room("FormSheets", in: "Documents"),"#,
      ["Sources/Documents/FormSheets/Sheet.swift": "internal import CXLSXWriter\n"],
      sees: [
        "Sources/Documents/FormSheets/Sheet.swift:1: Only SheetFiles writes workbooks: imports CXLSXWriter"
      ]),
    never(
      """
      room("Tables", in: "Documents"),
      room("CommandLineParsing", in: "Command", uses: ["Tables"]),
      """,
      sees: ["Package.swift: The parser of command lines stands alone: CommandLineParsing reaches Tables"]),
    never(
      """
      room("Archives", in: "Documents"),
      room("Recognition", in: "Documents", uses: ["Archives"]),
      """,
      ["Sources/Documents/Recognition/Zip.swift": "internal import CZip\n"],
      sees: [
        "Sources/Documents/Recognition/Zip.swift:1: Only Archives opens zip files: imports CZip",
        "Package.swift: Recognition sees documents, never their formats: Recognition reaches Archives",
      ]),
    never(
      #"room("Operations", in: "Application"),"#,
      ["Sources/Application/Operations/Hash.swift": "import CArgon2\n"],
      sees: ["Sources/Application/Operations/Hash.swift:1: Only Accounts hashes passwords: imports CArgon2"]),
    never(
      """
      room("Model", in: "Domain"), room("SQL", in: "Storage", uses: ["Model"]),
      room("Ledger", in: "Storage", uses: ["SQL"]), room("SQLite", in: "Storage"),
      """,
      [
        "Sources/Storage/Ledger/Chain.swift": "import CSQLite\nimport SQL\n",
        "Sources/Storage/SQLite/Link.swift": "import CSQLite\n",
      ],
      sees: [
        "Package.swift: Engines and statements know nothing of the office: SQL reaches Model",
        "Sources/Storage/Ledger/Chain.swift:1: Only the rooms of the engines call them: imports CSQLite",
        "Package.swift: The store's interface knows no engine: Ledger reaches SQL",
        "Sources/Storage/Ledger/Chain.swift:2: The store's interface knows no engine: imports SQL",
      ]),
    never(
      """
      room("SQL", in: "Storage"), room("StorageProbes", in: "Storage"),
      room("Operations", in: "Application", uses: ["SQL", "StorageProbes"]),
      program("record-writer", in: "Command", uses: ["StorageProbes"]),
      """,
      [
        "Sources/Application/Operations/Ask.swift": "import SQL\nimport StorageProbes\n",
        "Sources/Command/record-writer/main.swift": "import StorageProbes\nexit(0)\n",
      ],
      sees: [
        "Sources/Application/Operations/Ask.swift:1: Statements are written in the wing Storage alone:"
          + " imports SQL",
        "Sources/Application/Operations/Ask.swift:2: Tools of tests are no part of the office:"
          + " imports StorageProbes",
      ]),
    never(
      """
      room("Organisations", in: "Domain"), room("Mail", in: "Application", uses: ["Organisations"]),
      """,
      ["Sources/Application/Mail/Letter.swift": "internal import CCurl\n"],
      sees: [
        "Sources/Application/Mail/Letter.swift:1: Only SMTP speaks to the transfer library: imports CCurl",
        "Package.swift: Letters know nothing of the office: Mail reaches Organisations",
      ]),
    never(
      #"room("PlainText", in: "Documents"),"#,
      [
        "Sources/Documents/PlainText/Text.swift":
          "import CXML\nimport FoundationXML\nlet tree = XMLDocument()\n"
      ],
      sees: [
        "Sources/Documents/PlainText/Text.swift:1: The XML library is a judge in tests and no reader:"
          + " imports CXML",
        "Sources/Documents/PlainText/Text.swift:2: No XML reader resolves entities by itself:"
          + " imports FoundationXML",
        "Sources/Documents/PlainText/Text.swift:3: No XML reader resolves entities by itself:"
          + " says XMLDocument",
      ]),
    never(
      """
      room("Model", in: "Domain"),
      room("HTTP", in: "Web", uses: ["Model"]),
      """,
      ["Sources/Web/HTTP/Message.swift": "import CMicroHTTPD\nlet port = socket(2, 1, 0)\n"],
      sees: [
        "Package.swift: Transport, messages and design know nothing of budgets: HTTP reaches Model",
        "Sources/Web/HTTP/Message.swift:1: Messages and design know no sockets: imports CMicroHTTPD",
        "Sources/Web/HTTP/Message.swift:2: Messages and design know no sockets: says socket",
        "Sources/Web/HTTP/Message.swift:1: Only the transport speaks to the HTTP library:"
          + " imports CMicroHTTPD",
      ]),
    never(
      #"room("HTTPServer", in: "Web"),"#,
      ["Sources/Web/HTTPServer/Port.swift": "import CMicroHTTPD\nlet port = socket(2, 1, 0)\n"], sees: []),
    never(
      #"room("PlainText", in: "Documents"), program("plumbline", in: "Command"),"#,
      [
        "Sources/Documents/PlainText/Text.swift": "func end() { exit(1) }\n",
        "Sources/Command/plumbline/main.swift": "exit(0)\n",
      ],
      sees: [
        "Sources/Documents/PlainText/Text.swift:1: Only programs start processes and end them: says exit"
      ]),
  ]

  private static let two = """
    room("Stones", in: "Ground"),
    room("Walls", in: "Domain", uses: ["Stones"], testsUse: ["Mortar"]),
    room("Mortar", in: "Ground"),
    """

  private static let dependencyBreaches: [Breach] = [
    Breach(
      .declaredImports,
      [
        "Package.swift": manifest(two),
        "Sources/Domain/Walls/Wall.swift": "package import Stones\nimport Mortar\n",
        "Tests/Domain/WallsTests/WallTests.swift": "@testable import Walls\nimport Mortar\nimport Stones\n",
      ],
      sees: ["Sources/Domain/Walls/Wall.swift:2: imports Mortar, which is not declared"]),
    Breach(
      .declaredImports,
      [
        "Package.swift": manifest(two),
        "Tests/Ground/StonesTests/StoneTests.swift": "import struct Walls.Wall\n",
      ],
      sees: ["Tests/Ground/StonesTests/StoneTests.swift:1: imports Walls, which is not declared"]),
    Breach(
      .declaredImports,
      [
        "Package.swift": manifest(two),
        path: "// We do not import Walls here.\nlet text = \"import Walls\"\n",
      ],
      sees: []),
    Breach(
      .usedDependencies,
      [
        "Package.swift": manifest(two), "Sources/Domain/Walls/Wall.swift": "let width = 2\n",
        "Tests/Domain/WallsTests/WallTests.swift": "import Walls\n",
        "Tests/Ground/StonesTests/StoneTests.swift": "import Stones\n",
      ],
      sees: [
        "Package.swift: Walls declares Stones and never imports it",
        "Package.swift: WallsTests declares Mortar and never imports it",
        "Package.swift: MortarTests declares Mortar and never imports it",
      ]),
    Breach(
      .usedDependencies,
      [
        "Package.swift": manifest(#"room("Walls", in: "Domain", uses: ["Stones"]),"#),
        "Sources/Domain/Walls/Wall.swift": "package import Stones\n",
        "Tests/Domain/WallsTests/WallTests.swift": "@testable import Walls\n",
      ],
      sees: []),
    Breach(
      .outsideModules,
      [
        path: "import FoundationEssentials\n", "Sources/Domain/Walls/Wall.swift": "import Foundation\n",
        "Tests/Domain/WallsTests/WallTests.swift": "import Foundation\nimport Testing\nimport XCTest\n",
      ],
      sees: [
        "Sources/Domain/Walls/Wall.swift:1: imports Foundation, which is not for this wing",
        "Tests/Domain/WallsTests/WallTests.swift:3: imports XCTest, which is not for this wing",
      ]),
    Breach(.outsideModules, [path: "import FoundationEssentials\n"], sees: []),
    Breach(
      .wingOrder,
      [
        "Package.swift": manifest(
          """
          room("Stones", in: "Ground", uses: ["Walls"]),
          room("Walls", in: "Domain"),
          room("Paper", in: "Documents", uses: ["Shelf"]),
          room("Shelf", in: "Storage", uses: ["Cupboard"]),
          room("Garden", in: "Outside"),
          """)
      ],
      sees: [
        "Package.swift: Stones in Ground must not use Walls in Domain",
        "Package.swift: Paper in Documents must not use Shelf in Storage",
        "Package.swift: Shelf uses Cupboard, which is no room",
        "Package.swift: Garden stands in no known wing: Outside",
      ]),
    Breach(.wingOrder, ["Package.swift": manifest(two)], sees: []),
  ]

  private static let folderBreaches: [Breach] = [
    Breach(
      .manifestFolders,
      [
        "Package.swift": stones, "Sources/Ground/Attic/Box.swift": "", "Tests/Ground/StonesTests/T.swift": "",
      ],
      sees: [
        "Sources/Ground/Attic/Box.swift: lies in no room of the manifest",
        "Sources/Ground/Stones/: has no file",
      ]),
    Breach(
      .manifestFolders, ["Package.swift": stones, path: "", "Tests/Ground/StonesTests/T.swift": ""],
      sees: []),
  ]
}
