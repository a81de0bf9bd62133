// Where an office keeps its records and how it listens: command line before environment before file.
import CommandLineParsing
import Glibc
import HTTPServer
import IsolatedReading
import StorageOpening

/// The settings of the commands that run or keep an office.
///
/// Each has one name: `listen` is `--listen`, `PLUMBLINE_LISTEN`, and the line `listen = …` of the file.
struct OfficeSettings: Sendable {
  var data: String
  var database: String?
  var listen: String
  var trustedProxies: [String]
  /// Processes that read uploaded documents at once.
  var readers: Int
  /// Seconds that a document may take, and a scan.
  var readerSeconds: Int
  var scanSeconds: Int
  /// Mebibytes of memory that a reading process may address.
  var readerMegabytes: Int

  static let dataOption = OptionDescription(
    "data", kind: .text(placeholder: "DIR"),
    "The data folder: records (unless PLUMBLINE_DATABASE names a server) and attachments; "
      + "/var/lib/plumbline unless said otherwise.")
  static let listenOption = OptionDescription(
    "listen", kind: .text(placeholder: "HOST:PORT"),
    "Where to listen; 127.0.0.1:8680 unless said otherwise. `unix:/PATH` for a local socket.")
  static let proxyOption = OptionDescription(
    "trusted-proxies", kind: .text(placeholder: "ADDRESSES"),
    "Addresses of the proxies in front, with commas between, whose X-Forwarded-… are believed.")
  static let configOption = OptionDescription(
    "config", kind: .text(placeholder: "FILE"),
    "A file with a setting a line: data, database, listen, trusted-proxies, readers, reader-seconds, "
      + "scan-seconds, reader-megabytes, each `name = value`; lines that begin with # say nothing.")

  /// A setting that cannot be used, in one sentence for operators.
  struct Fault: Error {
    var sentence: String
  }

  init(_ invocation: Invocation, environment: (String) -> String? = Self.variable) throws(Fault) {
    var file: [String: String] = [:]
    if let path = invocation.text(of: Self.configOption) ?? environment("PLUMBLINE_CONFIG") {
      file = try Self.read(path)
    }
    func setting(_ name: String, _ option: OptionDescription?) -> String? {
      let variable = "PLUMBLINE_" + name.map { $0 == "-" ? "_" : $0.uppercased() }.joined()
      let value = option.flatMap { invocation.text(of: $0) } ?? environment(variable) ?? file[name]
      return value?.isEmpty == true ? nil : value
    }
    data = setting("data", Self.dataOption) ?? "/var/lib/plumbline"
    database = setting("database", nil)
    listen = setting("listen", Self.listenOption) ?? "127.0.0.1:8680"
    trustedProxies = (setting("trusted-proxies", Self.proxyOption) ?? "").split(separator: ",").map { part in
      String(part.drop { $0 == " " }.prefix { $0 != " " })
    }
    func number(_ name: String, _ usual: Int, _ range: ClosedRange<Int>) throws(Fault) -> Int {
      guard let text = setting(name, nil) else { return usual }
      guard let number = Int(text), range.contains(number) else {
        throw Fault(
          sentence: "\(name) is \"\(DisplayText.harmless(text))\": give a number from "
            + "\(range.lowerBound) to \(range.upperBound)")
      }
      return number
    }
    let usual = ReaderSettings()
    readers = try number("readers", usual.readersMax, 1...64)
    readerSeconds = try number("reader-seconds", usual.deadlineSeconds, 5...120)
    scanSeconds = try number("scan-seconds", usual.pictureDeadlineSeconds, 30...600)
    readerMegabytes = try number("reader-megabytes", usual.addressSpaceBytesMax >> 20, 512...65_536)
  }

  /// Where the records are.
  func place() throws(Fault) -> StoragePlace {
    do throws(StorageProblem) {
      return try StoragePlace(folder: data, server: database)
    } catch { throw Fault(sentence: error.sentence) }
  }

  /// Where to listen.
  func address() throws(Fault) -> ServerAddress {
    if listen.hasPrefix("unix:") {
      let path = String(listen.dropFirst(5))
      guard path.hasPrefix("/"), path.utf8.count < 100 else { throw Self.badListen(listen) }
      return .local(path: path)
    }
    guard let colon = listen.lastIndex(of: ":"), let port = UInt16(listen[listen.index(after: colon)...])
    else {
      throw Self.badListen(listen)
    }
    let host = listen[..<colon].drop { $0 == "[" }.prefix { $0 != "]" }
    guard !host.isEmpty else { throw Self.badListen(listen) }
    return .network(host: String(host), port: port)
  }

  private static func badListen(_ text: String) -> Fault {
    Fault(
      sentence: "cannot listen at \"\(DisplayText.harmless(text))\": give HOST:PORT with a numeric address, "
        + "such as 127.0.0.1:8680, or unix:/PATH")
  }

  private static let settingNames: Set<String> = [
    "data", "database", "listen", "trusted-proxies", "readers", "reader-seconds", "scan-seconds",
    "reader-megabytes",
  ]

  /// How pictures are cut out of pages: by one process, whatever the others are reading.
  var cutting: ReaderSettings {
    var settings = reading
    settings.readersMax = 1
    return settings
  }

  /// How documents are read, in processes of their own.
  var reading: ReaderSettings {
    var settings = ReaderSettings()
    settings.readersMax = readers
    settings.deadlineSeconds = readerSeconds
    settings.processorSeconds = min(settings.processorSeconds, readerSeconds)
    settings.pictureDeadlineSeconds = scanSeconds
    settings.pictureProcessorSeconds = min(settings.pictureProcessorSeconds, scanSeconds)
    settings.addressSpaceBytesMax = readerMegabytes << 20
    return settings
  }

  private static func read(_ path: String) throws(Fault) -> [String: String] {
    let file = InputFile(place: SystemPath(path))
    guard case .bytes(let bytes) = FileBytes.read(file, from: ByteSource(descriptor: -1), bytesMax: 1 << 16)
    else {
      throw Fault(sentence: "cannot read the settings in \(DisplayText.harmless(path))")
    }
    var settings: [String: String] = [:]
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let line = trimmed(line)
      if line.isEmpty || line.first == "#" { continue }
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = trimmed(parts[0])
      guard parts.count == 2, settingNames.contains(String(name)) else {
        throw Fault(
          sentence:
            "\(DisplayText.harmless(path)), line \(number + 1): \"\(DisplayText.harmless(String(name)))\" "
            + "is no setting; known are \(settingNames.sorted().joined(separator: ", "))")
      }
      settings[String(name)] = String(trimmed(parts[1]))
    }
    return settings
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }

  /// A variable of the environment.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
