// Which files a command line means: files as named, folders with everything below them.
import Glibc

/// One file to read.
struct InputFile: Sendable, Equatable {
  /// As given, or joined from the folder given and the path below it; `-` for the standard input.
  let path: String

  var isStandardInput: Bool { path == "-" }
}

/// The files that a command line means, in order.
struct InputFiles: Sendable {
  private(set) var files: [InputFile] = []
  /// Whether any of the paths is a folder.
  private(set) var hasFolder = false
  /// Paths that do not exist or folders that may not be opened.
  private(set) var missing: [String] = []
  /// Files of folders that are not named like documents.
  private(set) var passedOver = 0

  /// Endings of names that documents have. Inside a folder the name decides whether a file is looked at; what
  /// it is, its content tells.
  static let endings: Set<String> = [
    "docx", "docm", "xlsx", "xlsm", "html", "htm", "xhtml", "shtml", "txt", "tsv", "csv", "doc", "xls", "wps",
    "et",
    "pdf", "ofd", "mht", "mhtml", "rtf", "odt", "ods",
  ]

  /// Endings of pictures, which are looked at where their text is asked for.
  static let pictureEndings: Set<String> = ["png", "jpg", "jpeg", "tif", "tiff", "bmp", "gif", "webp"]

  /// - Parameter endings: endings of the names of files that count in folders.
  init(paths: [String], taking endings: Set<String> = InputFiles.endings) {
    for path in paths {
      if path == "-" {
        files.append(InputFile(path: path))
      } else if Self.isFolder(path, followingLinks: true) {
        hasFolder = true
        addFolder(path, endings)
      } else {
        files.append(InputFile(path: path))
      }
    }
  }

  /// Entries in the order of their names; links to folders are not followed, so that no circle is walked.
  private mutating func addFolder(_ folder: String, _ endings: Set<String>) {
    var waiting = [folder]
    while let next = waiting.popLast() {
      guard let names = Self.names(in: next) else {
        missing.append(next)
        continue
      }
      var below: [String] = []
      for name in names.sorted() where !name.hasPrefix(".") {
        let path = next.hasSuffix("/") ? next + name : "\(next)/\(name)"
        if Self.isFolder(path, followingLinks: false) {
          below.append(path)
        } else if endings.contains(Self.ending(of: name)), !Self.isTemporary(name) {
          files.append(InputFile(path: path))
        } else {
          passedOver += 1
        }
      }
      waiting += below.reversed()
    }
  }

  /// What Word and WPS leave beside a document that is open: `~$form.docx`.
  private static func isTemporary(_ name: String) -> Bool { name.utf8.starts(with: "~$".utf8) }

  private static func ending(of name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  private static func isFolder(_ path: String, followingLinks: Bool) -> Bool {
    var status = stat()
    let result = followingLinks ? stat(path, &status) : lstat(path, &status)
    return result == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
