// How a part of a page looks, or why nobody knows, as the reading process says it.
import DocumentReading
package import JSONText
package import Tables

/// The answer to the question for a cut-out: `{"picture":"ff0e…"}`, a hexadecimal digit a pixel from black to
/// white, or `{"error":{"code","message",…}}`.
///
/// Pixels, and no file of a picture: a reader that was taken over can say nothing that a browser would have
/// to parse, and the size is the one that was asked for.
package enum CutOutAnswer {
  /// Writes what came of cutting.
  package static func write(_ outcome: Result<PagePicture, ReadingError>, to json: inout JSONWriter) {
    json.object { json in
      switch outcome {
      case .success(let picture):
        let digits = Array("0123456789abcdef".utf8)
        json.member("picture", String(decoding: picture.shades.map { digits[Int($0)] }, as: UTF8.self))
      case .failure(let error): error.writeMember(to: &json)
      }
    }
  }

  /// Reads it back; nil for anything else, and for a picture of another size.
  package static func read(_ json: JSONValue, of part: PagePart) -> Result<PagePicture, ReadingError>? {
    if let stated = json["error"] { return ReadingError(stated).map { .failure($0) } }
    guard let digits = json["picture"]?.text else { return nil }
    var shades: [UInt8] = []
    shades.reserveCapacity(digits.utf8.count)
    for digit in digits.utf8 {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): shades.append(digit - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): shades.append(digit - UInt8(ascii: "a") + 10)
      default: return nil
      }
    }
    return PagePicture(width: part.width, height: part.height, shades: shades).map { .success($0) }
  }
}
