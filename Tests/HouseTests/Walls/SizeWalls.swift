// Walls of size: what fits a screen is read, what does not is believed.

/// The sizes of the house, in lines and characters.
enum HouseSizes {
  static let fileLinesMax = 400
  static let functionLinesMax = 70
  static let lineCharactersMax = 110
}

extension Wall {
  static let fileLength = Wall(rule: "A file has at most \(HouseSizes.fileLinesMax) lines") { tree in
    tree.swiftFiles.compactMap { file in
      let count = file.lines.last == "" ? file.lines.count - 1 : file.lines.count
      guard count > HouseSizes.fileLinesMax else { return nil }
      return Violation(path: file.path, message: "has \(count) lines")
    }
  }

  static let functionLength = Wall(rule: "A function has at most \(HouseSizes.functionLinesMax) lines") {
    tree in
    tree.swiftFiles.flatMap { file in
      file.functions.filter { $0.lineCount > HouseSizes.functionLinesMax }.map {
        Violation(path: file.path, line: $0.line, message: "\($0.name) has \($0.lineCount) lines")
      }
    }
  }

  static let lineLength = Wall(rule: "A line has at most \(HouseSizes.lineCharactersMax) characters") {
    tree in
    tree.swiftFiles.flatMap { file in
      file.lines.enumerated().filter { $0.element.isLonger(than: HouseSizes.lineCharactersMax) }.map {
        Violation(path: file.path, line: $0.offset + 1, message: "has \($0.element.count) characters")
      }
    }
  }
}

extension String {
  /// Counts characters only where the bytes leave a doubt.
  fileprivate func isLonger(than charactersMax: Int) -> Bool {
    utf8.count > charactersMax && count > charactersMax
  }
}
