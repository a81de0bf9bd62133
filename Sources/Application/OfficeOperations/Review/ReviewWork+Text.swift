// The words of a paper as JSON, and read again.
import JSONText
import Organisations
import Quantities
import Records
import Review

extension ReviewWork {
  /// As the store keeps it; the same words are the same text.
  var text: String {
    var json = JSONWriter()
    json.object { json in
      json.key("grades")
      json.object { json in
        for point in ReviewSheet.Point.allCases {
          guard let grading = grades[point] else { continue }
          json.key(point.rawValue)
          json.object { json in
            json.member("grade", grading.grade.rawValue)
            json.member("reason", grading.reason)
          }
        }
      }
      json.key("acknowledged")
      json.array { json in
        for key in acknowledged.sorted() { json.value(key) }
      }
      json.key("slip")
      json.array { json in
        for entry in slip { json.object { entry.write(to: &$0) } }
      }
      json.member("opinion", opinion)
      json.member("ended", ended)
    }
    return json.text
  }

  /// Nil for a text that `text` has not written.
  init?(text: String) {
    self.init()
    guard let json = try? JSONReader.read(Array(text.utf8)), json.members != nil else { return nil }
    for member in json["grades"]?.members ?? [] {
      guard let point = ReviewSheet.Point(rawValue: member.key),
        let grade = member.value["grade"]?.text.flatMap({ ReviewSheet.Grade(rawValue: $0) })
      else { return nil }
      grades[point] = Grading(grade, reason: member.value["reason"]?.text ?? "")
    }
    acknowledged = Set((json["acknowledged"]?.elements ?? []).compactMap(\.text))
    for element in json["slip"]?.elements ?? [] {
      guard let entry = SlipEntry(json: element) else { return nil }
      slip.append(entry)
    }
    opinion = json["opinion"]?.text
    ended = json["ended"]?.text
  }
}

extension ReviewWork.SlipEntry {
  fileprivate func write(to json: inout JSONWriter) {
    json.member("path", path)
    json.member("words", words)
    json.member("rule", rule)
    json.member("proposal", proposal)
    json.key("also")
    json.array { json in for path in also { json.value(path) } }
    json.member("whyNow", whyNow)
    json.member("person", person.description)
    json.member("moment", String(moment.milliseconds))
  }

  fileprivate init?(json: JSONValue) {
    guard let path = json["path"]?.text, let words = json["words"]?.text,
      let person = json["person"]?.text.flatMap({ PersonID($0) }),
      let moment = json["moment"]?.text.flatMap({ Int64($0) })
    else { return nil }
    self.init(
      path: path, words: words, rule: json["rule"]?.text, proposal: json["proposal"]?.text,
      also: (json["also"]?.elements ?? []).compactMap(\.text), whyNow: json["whyNow"]?.text, person: person,
      moment: Moment(milliseconds: moment))
  }
}

extension ReviewPaper {
  /// What it says.
  ///
  /// - Throws: `.damaged` for a text that no review has written.
  func work() throws(RecordError) -> ReviewWork {
    guard let work = ReviewWork(text: details) else {
      throw .damaged(Self.subject(form: form, side: side, version: version))
    }
    return work
  }
}
