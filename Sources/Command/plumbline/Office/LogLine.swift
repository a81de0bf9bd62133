// The lines of the log: one JSON object each, without names, addresses and what was typed.
import HTTP
import JSONText
import Quantities

enum LogLine {
  /// `{"time","level","request","method","route","status","bytes","micros"}`, and `problem` with a sentence
  /// where the status tells what operators have to do.
  static func request(_ entry: AccessEntry, at moment: Moment) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("time", moment.description)
      json.member("level", entry.status.code >= 500 ? "error" : "info")
      json.member("request", entry.requestID.text)
      json.member("method", entry.method.rawValue)
      json.member("route", entry.route)
      json.member("status", entry.status.code)
      json.member("bytes", entry.bodyBytes)
      json.member("micros", entry.microseconds)
      if entry.status == Status(507) { json.member("problem", ServeWording.diskFull) }
    }
    return json.bytes + [0x0A]
  }

  /// An error that no rule foresees, by its type and its words.
  static func failure(_ error: any Error, _ parts: ContextParts, at moment: Moment) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("time", moment.description)
      json.member("level", "error")
      json.member("request", parts.requestID.text)
      json.member("route", parts.route ?? "-")
      json.member("error", "\(error)")
    }
    return json.bytes + [0x0A]
  }
}
