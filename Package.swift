// swift-tools-version: 6.2
// The manifest is the table of rooms: wing by wing, what each room uses. HouseTests holds it to the imports.
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A room: a target under `Sources/<wing>/<name>` and its tests under `Tests/<wing>/<name>Tests`.
///
/// - Parameters:
///   - embeds: texts of its folder whose bytes become part of the program (`PackageResources`).
///   - optimized: in every build, for rooms whose tests go through millions of signs or pixels.
func room(
  _ name: String, in wing: String, uses: [String] = [], testsUse: [String] = [], embeds: [String] = [],
  optimized: Bool = false
) -> [Target] {
  let dependencies = uses.map { Target.Dependency(stringLiteral: $0) }
  let settings = optimized ? strict + [.unsafeFlags(["-O"])] : strict
  return [
    .target(
      name: name, dependencies: dependencies, path: "Sources/\(wing)/\(name)",
      resources: embeds.map { .embedInCode($0) }, swiftSettings: settings),
    .testTarget(
      name: "\(name)Tests",
      dependencies: [.init(stringLiteral: name)] + dependencies + testsUse.map { .init(stringLiteral: $0) },
      path: "Tests/\(wing)/\(name)Tests", swiftSettings: strict),
  ]
}

/// A C library of the system, found by pkg-config.
func system(_ name: String, in wing: String, pkgConfig: String, apt: String) -> [Target] {
  [
    .systemLibrary(
      name: name, path: "Sources/\(wing)/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
  ]
}

/// C functions of our own, or a C library that is found at run time: a header alone.
func shim(_ name: String, in wing: String) -> [Target] {
  [.systemLibrary(name: name, path: "Sources/\(wing)/\(name)")]
}

/// A program and its tests, which call it as its users do. Released, it holds the libraries of Swift: no server
/// has packages of them, and a program whose code lies together runs a fifth faster.
func program(_ name: String, in wing: String, uses: [String], testsUse: [String] = []) -> [Target] {
  let dependencies = uses.map { Target.Dependency(stringLiteral: $0) }
  return [
    .executableTarget(
      name: name, dependencies: dependencies, path: "Sources/\(wing)/\(name)", swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-static-stdlib"], .when(configuration: .release))]),
    .testTarget(
      name: "\(name)Tests",
      dependencies: [.init(stringLiteral: name)] + dependencies + testsUse.map { .init(stringLiteral: $0) },
      path: "Tests/\(wing)/\(name)Tests", swiftSettings: strict),
  ]
}

/// The tests of the house itself: they read the repository as text, all of it, and import none of it.
func house(_ name: String) -> [Target] {
  [.testTarget(name: name, path: "Tests/\(name)", swiftSettings: strict + [.unsafeFlags(["-O"])])]
}

let rooms: [[Target]] = [
  // Ground
  room("JSONText", in: "Ground", optimized: true),
  room("Findings", in: "Ground"),
  room("Quantities", in: "Ground", optimized: true),
  room("HTML", in: "Ground"),
  // Domain
  room("IndicatorValues", in: "Domain", uses: ["JSONText", "Quantities"], optimized: true),
  room("Model", in: "Domain", uses: ["JSONText", "Quantities"], optimized: true),
  room(
    "RuleSets", in: "Domain", uses: ["Findings", "Quantities", "Model"], embeds: ["Sets"], optimized: true),
  room(
    "IndicatorLibrary", in: "Domain", uses: ["JSONText", "Quantities", "IndicatorValues", "RuleSets"],
    embeds: ["indicators.txt"], optimized: true),
  room(
    "Review", in: "Domain",
    uses: ["Findings", "Quantities", "IndicatorValues", "Model", "RuleSets", "IndicatorLibrary"],
    optimized: true),
  room(
    "Opinions", in: "Domain", uses: ["Findings", "Quantities", "Model", "Review"], testsUse: ["RuleSets"]),
  room("Organisations", in: "Domain", uses: ["Quantities"]),
  room("Workflow", in: "Domain", uses: ["Quantities", "Organisations"]),
  room(
    "Permissions", in: "Domain", uses: ["Organisations", "Workflow"], testsUse: ["Quantities"]),
  room(
    "FormDrafts", in: "Domain",
    uses: ["JSONText", "Quantities", "Model", "Organisations", "Workflow"], testsUse: ["Samples"],
    optimized: true),
  room(
    "Samples", in: "Domain", uses: ["Quantities", "Model", "Organisations", "Workflow"],
    testsUse: ["JSONText", "Findings", "RuleSets", "Review"], embeds: ["projects.txt", "county.txt"],
    optimized: true),
  // Documents
  system("CZip", in: "Documents", pkgConfig: "libzip", apt: "libzip-dev"),
  system("CXML", in: "Documents", pkgConfig: "libxml-2.0", apt: "libxml2-dev"),
  room("Tables", in: "Documents", uses: ["Findings"], testsUse: ["TableProbes"], optimized: true),
  room("TableProbes", in: "Documents", uses: ["Tables"]),
  room("Archives", in: "Documents", uses: ["Tables", "CZip"], testsUse: ["TableProbes"]),
  room(
    "OfficePackages", in: "Documents", uses: ["Tables", "Archives"], testsUse: ["CXML", "TableProbes"]),
  room(
    "WordDocuments", in: "Documents", uses: ["Findings", "Tables", "Archives", "OfficePackages"],
    testsUse: ["TableProbes"]),
  room(
    "Spreadsheets", in: "Documents", uses: ["Findings", "Tables", "Archives", "OfficePackages"],
    testsUse: ["TableProbes"], optimized: true),
  room(
    "PlainText", in: "Documents", uses: ["Findings", "Tables"], testsUse: ["TableProbes"], optimized: true),
  room("WebPages", in: "Documents", uses: ["Findings", "Tables", "PlainText"], testsUse: ["TableProbes"]),
  room("Programs", in: "Documents"),
  shim("CPDFium", in: "Documents"),
  shim("CTesseract", in: "Documents"),
  room("Scans", in: "Documents", uses: ["CTesseract"], optimized: true),
  room(
    "PDFPages", in: "Documents", uses: ["Findings", "Tables", "Programs", "CPDFium", "Scans"],
    optimized: true),
  room(
    "DocumentReading", in: "Documents",
    uses: [
      "Findings", "Tables", "Archives", "OfficePackages", "WordDocuments", "Spreadsheets", "PlainText",
      "WebPages", "PDFPages",
    ],
    testsUse: ["TableProbes"]),
  shim("CIsolation", in: "Documents"),
  room(
    "IsolatedReading", in: "Documents",
    uses: ["CIsolation", "JSONText", "Findings", "Tables", "DocumentReading"], testsUse: ["TableProbes"]),
  room(
    "OfficeConversion", in: "Documents",
    uses: ["Tables", "Programs", "OfficePackages", "WordDocuments", "Spreadsheets", "DocumentReading"]),
  room(
    "FormVocabulary", in: "Documents", uses: ["Quantities", "Model"], testsUse: ["TableProbes"],
    optimized: true),
  room(
    "Recognition", in: "Documents",
    uses: [
      "JSONText", "Findings", "Quantities", "IndicatorValues", "Model", "Tables", "FormVocabulary",
    ],
    testsUse: ["DocumentReading", "PlainText", "TableProbes", "WebPages"], optimized: true),
  room("FormSheets", in: "Documents"),
  room(
    "Forms", in: "Documents",
    uses: ["JSONText", "Quantities", "Model", "RuleSets", "Review", "FormVocabulary", "FormSheets"],
    testsUse: ["Tables", "Recognition", "TableProbes"]),
  system("CXLSXWriter", in: "Documents", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),
  room(
    "SheetFiles", in: "Documents", uses: ["HTML", "Tables", "Archives", "FormSheets", "CXLSXWriter"],
    testsUse: ["CXML", "Programs", "Spreadsheets", "TableProbes", "WebPages", "WordDocuments"]),
  system("CPango", in: "Documents", pkgConfig: "pangocairo", apt: "libpango1.0-dev"),
  room(
    "SheetPrinting", in: "Documents", uses: ["FormSheets", "Programs", "CPango"],
    testsUse: ["PDFPages", "TableProbes", "Tables"]),
  // Storage
  system("COpenSSL", in: "Storage", pkgConfig: "libcrypto", apt: "libssl-dev"),
  system("CSQLite", in: "Storage", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
  system("CPostgreSQL", in: "Storage", pkgConfig: "libpq", apt: "libpq-dev"),
  room("SQL", in: "Storage"),
  room("SQLite", in: "Storage", uses: ["SQL", "CSQLite"], testsUse: ["StorageProbes"]),
  room("PostgreSQL", in: "Storage", uses: ["SQL", "CPostgreSQL"], testsUse: ["StorageProbes"]),
  room("Ledger", in: "Storage", uses: ["Quantities", "COpenSSL"]),
  room(
    "Records", in: "Storage", uses: ["Quantities", "Model", "Organisations", "FormDrafts", "Ledger"],
    testsUse: ["StorageProbes"]),
  shim("CPipes", in: "Storage"),
  room(
    "StorageProbes", in: "Storage",
    uses: ["Quantities", "Model", "Organisations", "FormDrafts", "Ledger", "Records", "CPipes"]),
  room(
    "SQLRecords", in: "Storage",
    uses: ["Quantities", "Model", "Organisations", "FormDrafts", "Ledger", "Records", "SQL"],
    testsUse: ["SQLite", "PostgreSQL", "StorageProbes"]),
  room(
    "StorageOpening", in: "Storage",
    uses: ["Quantities", "Ledger", "Records", "SQL", "SQLRecords", "SQLite", "PostgreSQL"],
    testsUse: ["FormDrafts", "Organisations", "StorageProbes"]),
  // Application
  system("CArgon2", in: "Application", pkgConfig: "libargon2", apt: "libargon2-dev"),
  room(
    "Accounts", in: "Application", uses: ["Quantities", "Organisations", "COpenSSL", "CArgon2"],
    testsUse: ["TableProbes"]),
  room(
    "Rosters", in: "Application",
    uses: ["Findings", "Quantities", "Organisations", "Tables", "PlainText", "DocumentReading"],
    testsUse: ["Archives", "TableProbes"]),
  room("Mail", in: "Application", uses: ["Quantities"]),
  system("CCurl", in: "Application", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev"),
  room("SMTP", in: "Application", uses: ["Mail", "CCurl"], testsUse: ["Quantities", "StorageProbes"]),
  room(
    "Operations", in: "Application",
    uses: [
      "JSONText", "Findings", "Quantities", "Model", "RuleSets", "Review", "Tables", "DocumentReading",
      "IsolatedReading", "Recognition", "COpenSSL",
    ]),
  room(
    "FormExport", in: "Application",
    uses: [
      "JSONText", "Model", "PlainText", "FormSheets", "Forms", "SheetFiles", "SheetPrinting", "Operations",
    ],
    testsUse: ["Quantities"]),
  room(
    "OfficeOperations", in: "Application",
    uses: [
      "JSONText", "Findings", "Quantities", "IndicatorValues", "Model", "RuleSets", "IndicatorLibrary",
      "Review", "FormDrafts", "Tables", "DocumentReading", "IsolatedReading", "Recognition", "Forms",
      "Organisations", "Workflow", "Permissions", "Samples", "Ledger", "Records", "Accounts", "Rosters",
      "Operations", "PlainText", "Opinions", "Archives", "FormExport", "Mail",
    ],
    testsUse: ["FormSheets", "StorageOpening", "StorageProbes"]),
  // Web
  system("CZlib", in: "Web", pkgConfig: "zlib", apt: "zlib1g-dev"),
  room("HTTP", in: "Web", uses: ["JSONText", "CZlib"]),
  system("CMicroHTTPD", in: "Web", pkgConfig: "libmicrohttpd", apt: "libmicrohttpd-dev"),
  room("HTTPServer", in: "Web", uses: ["HTTP", "CMicroHTTPD"]),
  room("Design", in: "Web", uses: ["HTML", "HTTP"], embeds: ["Styles", "Scripts"]),
  room(
    "OfficeSite", in: "Web",
    uses: [
      "JSONText", "HTML", "Findings", "Quantities", "Model", "Organisations", "Workflow", "Permissions",
      "RuleSets", "Review", "FormDrafts", "Tables", "FormSheets", "Forms", "FormExport",
      "DocumentReading", "Ledger", "Records", "Accounts", "Rosters", "Operations", "OfficeOperations", "HTTP",
      "Design", "Opinions", "Mail",
    ], testsUse: ["StorageProbes", "Recognition"]),
  room(
    "BrowserProbes", in: "Web", uses: ["JSONText", "StorageProbes"],
    testsUse: [
      "Quantities", "Model", "Organisations", "FormDrafts", "Tables", "Recognition", "Records",
      "StorageOpening", "Accounts", "Operations", "Forms", "Ledger", "OfficeOperations", "HTTPServer",
      "OfficeSite",
      "Workflow",
      "IsolatedReading",
    ]),
  // Command
  room("CommandLineParsing", in: "Command"),
  program(
    "plumbline", in: "Command",
    uses: [
      "JSONText", "Findings", "Quantities", "IndicatorValues", "Model", "RuleSets", "IndicatorLibrary",
      "Review", "Tables", "PlainText", "DocumentReading", "IsolatedReading", "Recognition", "Operations",
      "Forms", "FormExport", "CommandLineParsing", "Ledger", "Records", "StorageOpening", "Accounts",
      "OfficeOperations", "HTTP", "HTTPServer", "OfficeSite", "Organisations", "Samples", "SMTP",
    ],
    testsUse: ["StorageProbes", "BrowserProbes"]),
  program(
    "plumbline-reader", in: "Command",
    uses: [
      "JSONText", "Tables", "DocumentReading", "IsolatedReading", "OfficeConversion", "Rosters", "Operations",
    ],
    testsUse: [
      "Findings", "Quantities", "Model", "Organisations", "Permissions", "FormExport", "Ledger", "Records",
      "StorageOpening", "StorageProbes", "OfficeOperations",
    ]),
  program(
    "bench", in: "Command",
    uses: [
      "IndicatorValues", "Model", "RuleSets", "Review", "Archives", "WordDocuments", "Spreadsheets",
      "PlainText", "WebPages", "IsolatedReading", "FormSheets", "SheetFiles", "SheetPrinting", "Operations",
      "Quantities", "Organisations", "FormDrafts", "Ledger", "Records", "StorageOpening", "StorageProbes",
      "BrowserProbes", "Samples", "Workflow", "Accounts", "OfficeOperations", "HTTP", "JSONText",
    ],
    testsUse: ["Recognition"]),
  program(
    "record-writer", in: "Command",
    uses: [
      "Quantities", "Organisations", "FormDrafts", "Ledger", "Records", "StorageOpening", "StorageProbes",
    ]),
  house("HouseTests"),
]

/// Programs for fuzzing need the sanitizers of `make fuzz`; an ordinary build must not see them.
let fuzzing: [Target] =
  Context.environment["PLUMBLINE_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "JSONText", "Quantities", "IndicatorValues", "RuleSets", "Tables", "Archives", "WordDocuments",
        "Spreadsheets", "PlainText", "WebPages", "PDFPages", "Scans", "Organisations", "Rosters",
        "Operations", "HTTP",
      ],
      path: "Fuzz", swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
  ]

/// All targets, or those of the rooms that `PLUMBLINE_ROOMS` names and what they stand on: for a short way
/// round while one room is worked on.
func chosen(_ all: [Target]) -> [Target] {
  guard let names = Context.environment["PLUMBLINE_ROOMS"] else { return all }
  var wanted = Set(names.split(separator: ",").flatMap { [String($0), "\($0)Tests"] })
  var size = 0
  while size != wanted.count {
    size = wanted.count
    for target in all where wanted.contains(target.name) {
      for case .byNameItem(let name, _) in target.dependencies { wanted.insert(name) }
    }
  }
  return all.filter { wanted.contains($0.name) }
}

let package = Package(
  name: "Plumbline", targets: chosen(rooms.flatMap { $0 } + fuzzing), swiftLanguageModes: [.v6])
