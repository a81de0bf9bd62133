// Results kept between runs: a file to which a line is added for every file that was read.
import Glibc
import JSONText
import Operations

/// A journal of JSON lines, one for each file that was read; the last line of a path counts.
///
///     {"path":"a.docx","size":20480,"modified":1763690000123456789,"reader":"0.1.0","ocr":false,
///      "sha256":"…","result":{…}}
///
/// A line is written in one piece after its file is finished. Whatever ends the program, at most the last
/// line is broken; it is cut off when the journal is opened again. In memory stands only where each line
/// begins.
final class ImportState: Sendable {
  /// What tells whether a file is still the one that was read.
  struct Stamp: Sendable, Equatable {
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int

    /// - Returns: nil for what is no file.
    init?(_ place: SystemPath) {
      guard let status = place.status(), status.st_mode & S_IFMT == S_IFREG else { return nil }
      size = Int(status.st_size)
      modified = status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec
    }

    init(size: Int, modified: Int) {
      self.size = size
      self.modified = modified
    }
  }

  /// Why a journal cannot be used.
  enum Failure: Error {
    case unusable
    case inUse
    /// The file holds something else, which is not to be overwritten.
    case foreign
  }

  /// What is known of a file from a run before.
  struct Entry: Sendable {
    let stamp: Stamp
    let fingerprint: FileFingerprint
    fileprivate let offset: Int
    fileprivate let length: Int
  }

  private let descriptor: Int32
  private let options: String
  private let entries: [String: Entry]

  private static let blockBytes = 1 << 18
  private static let resultKey = Array(",\"result\":".utf8)

  /// - Parameter readsPictures: results of other options are not taken.
  init(path: String, readsPictures: Bool) throws(Failure) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unusable }
    options = Self.options(readsPictures)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .inUse
    }
    guard Self.isOurs(descriptor) else {
      close(descriptor)
      throw .foreign
    }
    var index: [String: Entry] = [:]
    let end = Self.scan(descriptor) { line, offset in
      guard let (path, entry) = Self.entry(line, at: offset, options: Self.options(readsPictures)) else {
        return
      }
      index[path] = entry
    }
    entries = index
    guard let end, ftruncate(descriptor, off_t(end)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else {
      throw .unusable
    }
  }

  deinit {
    // a process that another thread has just forked holds the descriptor too, until it becomes its program
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private static func options(_ readsPictures: Bool) -> String {
    ",\"reader\":\"\(Program.version)\",\"ocr\":\(readsPictures)"
  }

  /// What is known of a file that has not changed since.
  func entry(of path: String, _ stamp: Stamp) -> Entry? {
    entries[path].flatMap { $0.stamp == stamp ? $0 : nil }
  }

  /// The result kept for an entry; nil where the line is broken or holds none.
  func result(of entry: Entry, path: String) -> ImportedDocument? {
    var line = [UInt8](repeating: 0, count: entry.length)
    guard pread(descriptor, &line, line.count, off_t(entry.offset)) == line.count,
      let json = try? JSONReader.read(line), json["path"]?.text == path, let result = json["result"]
    else { return nil }
    return ImportedDocument(result, file: path, fingerprint: entry.fingerprint)
  }

  /// The line for a file. Without a result (a file with the content of another) the fingerprint alone is
  /// kept.
  func line(path: String, stamp: Stamp, fingerprint: FileFingerprint, result: ImportedDocument?) -> [UInt8] {
    var json = JSONWriter(reserving: 1 << 14)
    json.object { json in
      json.member("path", path)
      json.member("size", stamp.size)
      json.member("modified", stamp.modified)
    }
    var line = Array(json.bytes.dropLast()) + options.utf8
    line += ",\"sha256\":\"\(fingerprint)\"".utf8 + Self.resultKey
    json.removeAll()
    if let result { result.write(to: &json) } else { json.value(nil as String?) }
    return line + json.bytes + [UInt8(ascii: "}"), UInt8(ascii: "\n")]
  }

  /// Adds a line; false when it cannot be written.
  func append(_ line: [UInt8]) -> Bool { ByteSink(descriptor: descriptor).write(line) }

  // MARK: Reading

  private static let lineStart = Array("{\"path\":".utf8)

  /// True where a file is empty or begins as a journal does, be its first line broken.
  private static func isOurs(_ descriptor: Int32) -> Bool {
    var start = [UInt8](repeating: 0, count: lineStart.count)
    let count = pread(descriptor, &start, start.count, 0)
    return count >= 0 && lineStart.starts(with: start.prefix(count))
  }

  /// Hands over each whole line with the offset where it begins.
  ///
  /// - Returns: the end of the last whole line; nil when the file cannot be read.
  private static func scan(_ descriptor: Int32, _ take: (ArraySlice<UInt8>, Int) -> Void) -> Int? {
    var block = [UInt8](repeating: 0, count: blockBytes)
    var pending: [UInt8] = []
    var lineStart = 0
    var position = 0
    while true {
      let count = pread(descriptor, &block, block.count, off_t(position))
      if count < 0 { return nil }
      if count == 0 { return lineStart }
      position += count
      var start = 0
      while let end = block[start..<count].firstIndex(of: UInt8(ascii: "\n")) {
        pending += block[start..<end]
        take(pending[...], lineStart)
        lineStart += pending.count + 1
        pending.removeAll(keepingCapacity: true)
        start = end + 1
      }
      pending += block[start..<count]
    }
  }

  /// Reads what stands before the result; inside a JSON text no bare `,"result":` can stand.
  private static func entry(_ line: ArraySlice<UInt8>, at offset: Int, options: String) -> (String, Entry)? {
    guard let end = firstIndex(of: resultKey, in: line),
      line.last == UInt8(ascii: "}"),
      let json = try? JSONReader.read(Array(line[..<end]) + [UInt8(ascii: "}")]),
      let path = json["path"]?.text, let size = json["size"]?.whole, let modified = json["modified"]?.whole,
      let fingerprint = json["sha256"]?.text.flatMap({ FileFingerprint(hexadecimal: $0) }),
      json["reader"]?.text == Program.version,
      options.utf8.elementsEqual(Self.options(json["ocr"] == .truth(true)).utf8)
    else { return nil }
    let stamp = Stamp(size: size, modified: modified)
    return (path, Entry(stamp: stamp, fingerprint: fingerprint, offset: offset, length: line.count))
  }

  private static func firstIndex(of key: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
    var index = line.startIndex
    while index + key.count <= line.endIndex {
      if line[index] == key[0], line[index..<(index + key.count)].elementsEqual(key) { return index }
      index += 1
    }
    return nil
  }
}
