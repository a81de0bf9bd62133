// A path as the system knows it: what was packed on Chinese Windows is unpacked to names that are no UTF-8.
import Glibc
import PlainText

/// A path of a file or folder, for people and for the system.
struct SystemPath: Sendable, Equatable {
  /// As people read it: names in the encoding of Chinese Windows are decoded.
  let text: String
  /// What the system calls it, with a zero behind; nil where that is the text.
  private let bytes: [CChar]?

  /// - Parameter text: the system's own name too.
  init(_ text: String) {
    self.text = text
    bytes = nil
  }

  /// - Parameter name: what the system calls it, with or without a zero behind.
  init(named name: some Sequence<CChar>) {
    let units = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let plain = String(validating: units, as: UTF8.self)
    text = plain ?? Self.decoded(units)
    bytes = plain == nil ? units.map { CChar(bitPattern: $0) } + [0] : nil
  }

  private static func decoded(_ units: [UInt8]) -> String {
    String(decoding: TextDecoder().decode(units, declared: .gb18030)?.utf8 ?? units, as: UTF8.self)
  }

  /// The path of an entry in this folder.
  func appending(_ entry: SystemPath) -> SystemPath {
    let sign = text.hasSuffix("/") ? "" : "/"
    guard bytes != nil || entry.bytes != nil else { return SystemPath(text + sign + entry.text) }
    return SystemPath(named: units + sign.utf8.map { CChar(bitPattern: $0) } + entry.units)
  }

  private var units: [CChar] { bytes?.dropLast() ?? text.utf8.map { CChar(bitPattern: $0) } }

  /// Lends the system's name, with a zero behind.
  func withSystemName<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    guard let bytes else { return text.withCString(body) }
    return bytes.withUnsafeBufferPointer { name in name.baseAddress.map(body) } ?? text.withCString(body)
  }

  /// What stands at the path.
  ///
  /// - Parameter followingLinks: whether what a link leads to is meant.
  /// - Returns: nil where there is nothing, or nobody may know.
  func status(followingLinks: Bool = true) -> stat? {
    var status = stat()
    let result = withSystemName { followingLinks ? stat($0, &status) : lstat($0, &status) }
    return result == 0 ? status : nil
  }
}

/// The words of a command line.
struct SystemWords: Sendable {
  /// As people read them, without the program's name.
  private(set) var texts: [String] = []
  /// Those that the system knows by other bytes, by what they read like.
  private(set) var paths: [String: SystemPath] = [:]

  /// The words with which this process was started.
  static var ofProcess: SystemWords {
    var words = SystemWords()
    for number in 1..<max(1, Int(CommandLine.argc)) {
      guard let word = CommandLine.unsafeArgv[number] else { break }
      let path = SystemPath(named: UnsafeBufferPointer(start: word, count: strlen(word)))
      words.texts.append(path.text)
      if path != SystemPath(path.text) { words.paths[path.text] = path }
    }
    return words
  }
}
