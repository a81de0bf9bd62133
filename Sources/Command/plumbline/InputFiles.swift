// Which files a command line means: files as named, folders with everything below them.
import Glibc

/// One file to read.
struct InputFile: Sendable, Equatable {
  /// Where the system finds it; `-` for the standard input.
  let place: SystemPath
  /// As given, or joined from the folder given and the path below it, for people to read.
  var path: String { place.text }

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
    "et", "pdf", "ofd", "mht", "mhtml", "rtf", "odt", "ods",
  ]

  /// Those of documents, and of records that were written before.
  static let recordEndings = endings.union(["json", "jsonl"])

  /// Endings of pictures, which are looked at where their text is asked for.
  static let pictureEndings: Set<String> = ["png", "jpg", "jpeg", "tif", "tiff", "bmp", "gif", "webp"]

  /// - Parameter endings: endings of the names of files that count in folders.
  init(places: [SystemPath], taking endings: Set<String> = InputFiles.endings) {
    for place in places {
      let file = InputFile(place: place)
      if !file.isStandardInput, Self.isFolder(place, followingLinks: true) {
        hasFolder = true
        addFolder(place, endings)
      } else {
        files.append(file)
      }
    }
  }

  /// Entries in the order of their names; links to folders are not followed, so that no circle is walked.
  private mutating func addFolder(_ folder: SystemPath, _ endings: Set<String>) {
    var waiting = [folder]
    while let next = waiting.popLast() {
      guard let names = Self.names(in: next) else {
        missing.append(next.text)
        continue
      }
      var below: [SystemPath] = []
      for name in names.sorted(by: { $0.text < $1.text }) where !name.text.hasPrefix(".") {
        let place = next.appending(name)
        if Self.isFolder(place, followingLinks: false) {
          below.append(place)
        } else if endings.contains(Self.ending(of: name.text)), !Self.isTemporary(name.text) {
          files.append(InputFile(place: place))
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

  private static func isFolder(_ place: SystemPath, followingLinks: Bool) -> Bool {
    place.status(followingLinks: followingLinks).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  private static func names(in folder: SystemPath) -> [SystemPath]? {
    guard let stream = folder.withSystemName({ opendir($0) }) else { return nil }
    defer { closedir(stream) }
    var names: [SystemPath] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
          SystemPath(named: UnsafeBufferPointer(start: $0, count: strlen($0)))
        }
      }
      if name.text != ".", name.text != ".." { names.append(name) }
    }
    return names
  }
}
