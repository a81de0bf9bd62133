// The words between the two sides: one JSON object a line, a document's bytes after the line that announces
// it.
import DocumentReading
import JSONText

/// What the reading process says first.
///
/// `{"plumbline-reader":1,"network":"closed"}`
struct ReaderGreeting: Sendable, Equatable {
  static let protocolNumber = 1

  /// Whether it cannot open a socket to anywhere outside the machine.
  var isNetworkClosed: Bool

  init(isNetworkClosed: Bool) {
    self.isNetworkClosed = isNetworkClosed
  }

  /// Nil for anything else, and for another protocol.
  init?(_ line: [UInt8]) {
    guard let json = try? JSONReader.read(line), json[ReaderProgram.fileName]?.whole == Self.protocolNumber
    else { return nil }
    isNetworkClosed = json["network"]?.text == "closed"
  }

  var line: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member(ReaderProgram.fileName, Self.protocolNumber)
      json.member("network", isNetworkClosed ? "closed" : "open")
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}

/// A document to read: this line, then so many bytes.
///
/// `{"id":3,"bytes":20480,"ocr":false,"processorSeconds":60}`
struct ReaderRequest: Sendable, Equatable {
  var id: Int
  var byteCount: Int
  var options: ReadingOptions
  var processorSeconds: Int

  init(id: Int, byteCount: Int, options: ReadingOptions, processorSeconds: Int) {
    self.id = id
    self.byteCount = byteCount
    self.options = options
    self.processorSeconds = processorSeconds
  }

  /// Nil for anything else.
  init?(_ line: [UInt8]) {
    guard let json = try? JSONReader.read(line), let id = json["id"]?.whole,
      let byteCount = json["bytes"]?.whole, byteCount >= 0,
      let seconds = json["processorSeconds"]?.whole, seconds > 0
    else { return nil }
    self.init(
      id: id, byteCount: byteCount, options: .init(readsPictures: json["ocr"] == .truth(true)),
      processorSeconds: seconds)
  }

  var line: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("id", id)
      json.member("bytes", byteCount)
      json.member("ocr", options.readsPictures)
      json.member("processorSeconds", processorSeconds)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}

/// What a document became: `{"id":3,"result":{…}}`, the result in the record format.
enum ReaderAnswer {
  /// The result of the answer to a request; nil when it is no such answer.
  static func result(of line: [UInt8], id: Int) -> JSONValue? {
    guard let json = try? JSONReader.read(line), json["id"]?.whole == id else { return nil }
    return json["result"]
  }

  static func line(id: Int, _ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(reserving: 1 << 14)
    json.object { json in
      json.member("id", id)
      json.key("result")
      write(&json)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}
