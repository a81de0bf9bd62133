// JSON as it is written: exact texts, and another parser that understands all of them.
import Foundation
import JSONText
import Synchronization
import Testing

@Suite struct JSONWriterTests {
  private func written(indent: Int? = nil, _ content: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(indent: indent)
    content(&json)
    return json.text
  }

  @Test func `members come in the order of the calls`() {
    let text = written { json in
      json.object { json in
        json.member("b", "x")
        json.member("a", 1)
        json.member("c", true)
        json.member("d", nil as String?)
        json.member("e", nil as Int?)
        json.key("f")
        json.value(rawNumber: "0.97")
      }
    }
    #expect(text == #"{"b":"x","a":1,"c":true,"d":null,"e":null,"f":0.97}"#)
  }

  @Test func `containers nest and may be empty`() {
    let text = written { json in
      json.array { json in
        json.object { _ in }
        json.array { _ in }
        json.array { $0.value("a") }
        json.object { json in
          json.member("k", array: { $0.value(1) })
          json.member("l", object: { $0.member("m", 2) })
        }
      }
    }
    #expect(text == #"[{},[],["a"],{"k":[1],"l":{"m":2}}]"#)
  }

  @Test func `an indent is for people`() {
    let text = written(indent: 2) { json in
      json.object { json in
        json.member(
          "a",
          array: { json in
            json.value(1)
            json.value(2)
          })
        json.member("b", object: { _ in })
        json.member("c", " ")
        json.member("d", ":")
      }
    }
    #expect(
      text == """
        {
          "a": [
            1,
            2
          ],
          "b": {},
          "c": " ",
          "d": ":"
        }
        """)
  }

  static let texts: [(text: String, json: String)] = [
    ("", #""""#), ("预算", #""预算""#), ("a\"b\\c", #""a\"b\\c""#), ("a\nb\tc\rd", #""a\nb\tc\rd""#),
    ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#), ("𠮷🏮", #""𠮷🏮""#), ("</script>", #""</script>""#),
  ]

  @Test(arguments: texts)
  func `text is escaped where it must be, and nowhere else`(text: String, json: String) {
    #expect(written { $0.value(text) } == json)
  }

  @Test func `whatever the text, another parser reads it back`() throws {
    var random = SeededGenerator(seed: 14)
    for _ in 0..<500 {
      let scalars = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
        Unicode.Scalar(
          UInt32.random(in: 0...0x2FFFF, using: &random) >> UInt32.random(in: 0...16, using: &random))
      }
      let text = String(String.UnicodeScalarView(scalars))
      let json = written { json in json.object { $0.member(text, text) } }
      let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: String]
      #expect(object?.values.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }
  }

  /// Collects pieces; takes as many as it is asked to.
  private final class Pieces: Sendable {
    private let taken = Mutex<[[UInt8]]>([])
    private let countMax: Int

    init(countMax: Int = .max) {
      self.countMax = countMax
    }

    func take(_ piece: [UInt8]) -> Bool {
      taken.withLock {
        $0.append(piece)
        return $0.count < countMax
      }
    }

    var all: [[UInt8]] { taken.withLock { $0 } }
  }

  private func writeSample(_ json: inout JSONWriter) {
    json.object { json in
      json.member("empty", object: { _ in })
      json.member(
        "rows",
        array: { json in
          for row in 0..<20 {
            json.object { json in
              json.member("name: ", "维护桥梁 \(row) ")
              json.member("count", row)
              json.member("none", array: { _ in })
            }
          }
        })
    }
  }

  @Test(arguments: [nil, 2], [1, 2, 3, 7, 64, 1 << 16])
  func `a text handed on in pieces is the whole text`(indent: Int?, pieceBytes: Int) {
    let pieces = Pieces()
    var json = JSONWriter(indent: indent, pieceBytes: pieceBytes) { pieces.take($0) }
    writeSample(&json)
    let isTaken = json.finish()
    #expect(isTaken)
    let whole = written(indent: indent) { writeSample(&$0) }
    #expect(String(decoding: pieces.all.flatMap { $0 }, as: UTF8.self) == whole + "\n")
    // no piece is longer than its measure and one text
    #expect(pieces.all.allSatisfy { $0.count < pieceBytes + 160 })
  }

  @Test func `who takes no more is asked no more`() {
    let pieces = Pieces(countMax: 3)
    var json = JSONWriter(pieceBytes: 8) { pieces.take($0) }
    writeSample(&json)
    let isTaken = json.finish()
    #expect(!isTaken)
    #expect(pieces.all.count == 3)
  }

  @Test func `a writer that forgot its text begins anew`() {
    var json = JSONWriter()
    json.object { $0.member("a", 1) }
    json.removeAll()
    json.value(2)
    #expect(json.text == "2")
  }
}

/// A generator whose numbers are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
