// The words between the two sides: one JSON object a line, a document's bytes after the line that announces
// it.
import DocumentReading
import Findings
import JSONText
package import Tables

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

/// What is asked about a document.
package enum ReaderQuestion: Sendable, Equatable {
  /// Its forms: an import result in the record format.
  case forms
  /// Its forms, and in the member `document` the paragraphs and tables that they were read from.
  case formsAndDocument
  /// `{"document":…}`, its tables as a list of organisations or people has them, or `{"error":…}`.
  case tables
  /// `{"picture":…}`, how a part of one of its pages looks, or `{"error":…}`.
  case cutOut(PagePart)

  /// The word in a request.
  var word: String {
    switch self {
    case .forms: "forms"
    case .formsAndDocument: "forms+document"
    case .tables: "tables"
    case .cutOut: "cut-out"
    }
  }

  /// - Parameter part: what else the request says.
  init?(_ word: String, part: JSONValue?) {
    switch word {
    case "forms": self = .forms
    case "forms+document": self = .formsAndDocument
    case "tables": self = .tables
    case "cut-out":
      guard let part = part.flatMap({ PagePart($0) }) else { return nil }
      self = .cutOut(part)
    default: return nil
    }
  }
}

extension PagePart {
  /// Page, quarters, thousandths of a degree; left, top, width, height.
  fileprivate func write(to json: inout JSONWriter) {
    for number in [turn.page, turn.quarters, turn.skew, box.left, box.top, box.width, box.height] {
      json.value(number)
    }
  }

  fileprivate init?(_ json: JSONValue) {
    let numbers = (json.elements ?? []).compactMap(\.whole)
    guard numbers.count == 7, json.elements?.count == 7,
      let turn = PageTurn(page: numbers[0], quarters: numbers[1], skew: numbers[2])
    else { return nil }
    self.init(Box(left: numbers[3], top: numbers[4], width: numbers[5], height: numbers[6]), on: turn)
  }
}

/// A document to read: this line, then so many bytes.
///
/// `{"id":3,"ask":"forms","bytes":20480,"ocr":false,"processorSeconds":60}`; without `ask` its forms. Who
/// asks for a cut-out says of what in `"part":[page,quarters,skew,left,top,width,height]`.
struct ReaderRequest: Sendable, Equatable {
  var id: Int
  var question = ReaderQuestion.forms
  var byteCount: Int
  var options: ReadingOptions
  var processorSeconds: Int

  init(
    id: Int, question: ReaderQuestion = .forms, byteCount: Int, options: ReadingOptions,
    processorSeconds: Int
  ) {
    self.id = id
    self.question = question
    self.byteCount = byteCount
    self.options = options
    self.processorSeconds = processorSeconds
  }

  /// Nil for anything else.
  init?(_ line: [UInt8]) {
    guard let json = try? JSONReader.read(line), let id = json["id"]?.whole,
      let byteCount = json["bytes"]?.whole, byteCount >= 0,
      let seconds = json["processorSeconds"]?.whole, seconds > 0,
      let question = ReaderQuestion(
        json["ask"]?.text ?? ReaderQuestion.forms.word, part: json["part"])
    else { return nil }
    self.init(
      id: id, question: question, byteCount: byteCount,
      options: .init(readsPictures: json["ocr"] == .truth(true)),
      processorSeconds: seconds)
  }

  var line: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("id", id)
      json.member("ask", question.word)
      json.member("bytes", byteCount)
      json.member("ocr", options.readsPictures)
      json.member("processorSeconds", processorSeconds)
      if case .cutOut(let part) = question { json.member("part", array: part.write) }
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
