// Walls about the repository: it knows no particular machine, its links live, its commands are explained.
import Glibc

extension Wall {
  /// Pieces of paths and addresses that are true on one machine only.
  static let machineWords = [
    "/work/", "/root/", "/home/", "/mnt/", "/Users/", "bash_jobs", "artifactory", "index-url", "trusted-host",
    "GOPROXY", "anthropic", "claude", "worktree", "wt-",
  ]

  static let noMachineWords = Wall(rule: "No text knows a particular machine or registry") { tree in
    tree.texts.keys.sorted().flatMap { path -> [Violation] in
      let text = (tree.texts[path] ?? "").lowercased()
      let spoken = machineWords.filter { holds(text, $0.lowercased()) }
      if spoken.isEmpty { return [] }
      return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
        offset, line in
        guard let word = spoken.first(where: { line.contains($0.lowercased()) }) else { return nil }
        return Violation(path: path, line: offset + 1, message: "says \(word)")
      }
    }
  }

  /// A search over bytes: the texts are many and the words too.
  private static func holds(_ text: String, _ word: String) -> Bool {
    text.withCString { text in word.withCString { strstr(text, $0) != nil } }
  }

  static let livingLinks = Wall(rule: "Every link between our documents leads somewhere") { tree in
    tree.texts.keys.sorted().filter { $0.hasSuffix(".md") }.flatMap { path in
      (tree.texts[path] ?? "").split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .flatMap { offset, line in
          links(in: line).filter { !leadsSomewhere($0, from: path, in: tree) }.map {
            Violation(path: path, line: offset + 1, message: "links to \($0), which is not there")
          }
        }
    }
  }

  /// The targets of `[text](target)` in a line, addresses of the web and places in the same page left out.
  private static func links(in line: Substring) -> [String] {
    var found: [String] = []
    var rest = line
    while let range = rest.firstRange(of: "](") {
      rest = rest[range.upperBound...]
      let target = rest.prefix { $0 != ")" }
      if !target.contains("://"), !target.hasPrefix("#"), !target.hasPrefix("mailto:") {
        found.append(String(target.prefix { $0 != "#" }))
      }
    }
    return found
  }

  private static func leadsSomewhere(_ link: String, from path: String, in tree: SourceTree) -> Bool {
    var folders = path.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/").map(String.init) where part != "." {
      if part == ".." { _ = folders.popLast() } else { folders.append(part) }
    }
    let target = folders.joined(separator: "/")
    return tree.texts.keys.contains { $0 == target || $0.hasPrefix("\(target)/") }
  }

  static let makeHelp = Wall(rule: "Every command of the Makefile has a help line") { tree in
    let lines = (tree.texts["Makefile"] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { offset, line -> Violation? in
      guard let colon = line.firstIndex(of: ":"), line.first?.isLetter == true,
        !line[colon...].hasPrefix(":="), !line[..<colon].contains(where: { "= ".contains($0) }),
        !line.contains("## ")
      else { return nil }
      return Violation(path: "Makefile", line: offset + 1, message: "\(line[..<colon]) has no help line")
    }
  }

  /// What the operator can turn: the names of the settings' file, and every variable that the programs read.
  static let documentedSettings = Wall(rule: "Every setting and variable is explained to operators") { tree in
    let explained = tree.texts["docs/operations.md"] ?? ""
    return tree.swiftFiles.filter { isShipped($0.path) }.flatMap { file -> [Violation] in
      zip(file.lines, file.literals).enumerated().flatMap { offset, line in
        (variables(in: line.1) + settings(in: line.0)).filter { !explained.contains("`\($0)`") }.map {
          Violation(path: file.path, line: offset + 1, message: "\($0) is not in docs/operations.md")
        }
      }
    }
  }

  /// Programs that people install; those for tests and measuring are not.
  private static func isShipped(_ path: String) -> Bool {
    path.hasPrefix("Sources/") && !path.hasPrefix("Sources/Command/bench/") && !path.contains("Probes/")
  }

  /// `PLUMBLINE_CONFIG`; the bare beginning of a name is none.
  private static func variables(in line: String) -> [String] {
    line.split { !($0.isASCII && ($0.isUppercase || $0 == "_")) }
      .filter { $0.hasPrefix("PLUMBLINE_") && $0.last != "_" }.map(String.init)
  }

  /// The words of `names: Set<String> = ["data", …]` in the settings of the office.
  private static func settings(in line: String) -> [String] {
    guard line.contains("settingNames: Set<String> = [") else { return [] }
    return line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
