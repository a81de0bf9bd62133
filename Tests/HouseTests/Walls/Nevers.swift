// The nevers of the architecture as a table: who must never reach whom.

/// One line of the table: none of these rooms reaches any of those, directly or through others.
struct Never: Sendable {
  let sentence: String
  /// Rooms, or `wing:Name` for a whole wing, or `all`.
  let rooms: [String]
  /// Rooms that the line does not bind.
  var except: [String] = []
  /// Rooms, `wing:Name`, that must not be reached.
  var reaches: [String] = []
  /// Modules from outside this package that must not be imported.
  var imports: [String] = []
  /// Words that must not stand in the code.
  var words: [String] = []

  static let table: [Never] = [
    Never(
      sentence: "Domain and Ground know no I/O and no clock",
      rooms: ["wing:Domain", "wing:Ground"],
      imports: ["Foundation", "FoundationXML", "FoundationNetworking", "Glibc", "Dispatch"],
      words: [
        "FileManager", "FileHandle", "ProcessInfo", "getenv", "fopen", "Date", "ContinuousClock",
        "SuspendingClock",
        "clock_gettime", "Thread", "URLSession", "SystemRandomNumberGenerator",
      ]),
    Never(
      sentence: "Readers of documents know nothing of budgets",
      rooms: [
        "Tables", "Archives", "WordDocuments", "Spreadsheets", "WebPages", "PlainText", "DocumentReading",
      ],
      reaches: ["wing:Domain"]),
    Never(
      sentence: "Sheets and their files know nothing of budgets",
      rooms: ["HTML", "FormSheets", "SheetFiles"], reaches: ["wing:Domain"]),
    Never(
      sentence: "Only SheetFiles writes workbooks",
      rooms: ["all"], except: ["SheetFiles"], imports: ["CXLSXWriter"]),
    Never(
      sentence: "The parser of command lines stands alone",
      rooms: ["CommandLineParsing"], reaches: ["wing:Domain", "wing:Documents"]),
    Never(
      sentence: "Only Archives opens zip files",
      rooms: ["all"],
      except: ["Archives"], imports: ["CZip"]),
    Never(
      sentence: "Only Accounts hashes passwords",
      rooms: ["all"],
      except: ["Accounts"], imports: ["CArgon2"]),
    Never(
      sentence: "Only SMTP speaks to the transfer library",
      rooms: ["all"], except: ["SMTP"], imports: ["CCurl"]),
    Never(
      sentence: "Letters know nothing of the office",
      rooms: ["Mail", "SMTP"], reaches: ["wing:Domain", "wing:Storage", "OfficeOperations"]),
    Never(
      sentence: "The XML library is a judge in tests and no reader",
      rooms: ["all"], imports: ["CXML"]),
    Never(
      sentence: "No XML reader resolves entities by itself",
      rooms: ["all"], imports: ["FoundationXML"], words: ["XMLDocument"]),
    Never(
      sentence: "Recognition sees documents, never their formats",
      rooms: ["Recognition"],
      reaches: ["Archives", "WordDocuments", "Spreadsheets", "WebPages", "DocumentReading"]),
    Never(
      sentence: "Engines and statements know nothing of the office",
      rooms: ["SQL", "SQLite", "PostgreSQL"], reaches: ["wing:Domain", "Records", "Ledger", "SQLRecords"]),
    Never(
      sentence: "Only the rooms of the engines call them",
      rooms: ["all"], except: ["SQLite"], imports: ["CSQLite"]),
    Never(
      sentence: "Only the rooms of the engines call them",
      rooms: ["all"], except: ["PostgreSQL"], imports: ["CPostgreSQL"]),
    Never(
      sentence: "Statements are written in the wing Storage alone",
      rooms: ["wing:Application", "wing:Web", "wing:Command"],
      imports: ["SQL", "SQLRecords", "SQLite", "PostgreSQL"]
    ),
    Never(
      sentence: "The store's interface knows no engine",
      rooms: ["Records", "Ledger"], reaches: ["SQL", "SQLite", "PostgreSQL", "SQLRecords"]),
    Never(
      sentence: "Tools of tests are no part of the office",
      rooms: ["all"], except: ["bench", "record-writer", "BrowserProbes"],
      imports: ["StorageProbes", "BrowserProbes"]),
    Never(
      sentence: "Transport, messages and design know nothing of budgets",
      rooms: ["HTTP", "HTTPServer", "HTML", "Design"], reaches: ["wing:Domain"]),
    Never(
      sentence: "Messages and design know no sockets",
      rooms: ["HTTP", "HTML", "Design"], reaches: ["HTTPServer"], imports: ["CMicroHTTPD"],
      words: ["socket", "sockaddr", "recv"]),
    Never(
      sentence: "Only the transport speaks to the HTTP library",
      rooms: ["all"], except: ["HTTPServer"], imports: ["CMicroHTTPD"]),
    Never(
      sentence: "Only programs start processes and end them",
      // StorageProbes starts the server that tests need.
      rooms: ["all"],
      except: [
        "plumbline", "plumbline-reader", "bench", "record-writer", "IsolatedReading", "Programs",
        "StorageProbes",
      ],
      words: ["exit", "_exit", "abort", "Process", "posix_spawn", "popen", "system", "fork"]),
  ]

  /// The table's words for rooms, resolved in a manifest.
  private func resolved(_ names: [String], in manifest: Manifest) -> [Manifest.Room] {
    manifest.rooms.filter { room in
      names.contains(room.name) || names.contains("wing:\(room.wing)") || names.contains("all")
    }.filter { !except.contains($0.name) }
  }

  func violations(in tree: SourceTree) -> [Violation] {
    let targets = Set(resolved(reaches, in: tree.manifest).map(\.name))
    return resolved(rooms, in: tree.manifest).flatMap { room -> [Violation] in
      let reached = tree.manifest.reach(of: room.name).intersection(targets).sorted()
      return reached.map {
        Violation(path: "Package.swift", message: "\(sentence): \(room.name) reaches \($0)")
      } + tree.sources(of: room).flatMap { violations(in: $0, targets: targets) }
    }
  }

  private func violations(in file: SwiftFile, targets: Set<String>) -> [Violation] {
    let imported = file.imports.filter { imports.contains($0.module) || targets.contains($0.module) }
    let spoken = file.tokens.indices.filter { index in
      words.contains(file.tokens[index].text) && !(index > 0 && file.tokens[index - 1].text == ".")
    }
    return imported.map {
      Violation(path: file.path, line: $0.line, message: "\(sentence): imports \($0.module)")
    }
      + spoken.map {
        Violation(
          path: file.path, line: file.tokens[$0].line, message: "\(sentence): says \(file.tokens[$0].text)")
      }
  }
}

extension Wall {
  static let nevers = Wall(rule: "The nevers of the architecture hold") { tree in
    Never.table.flatMap { $0.violations(in: tree) }
  }
}
