// The sentences of recognition, in Chinese, made in one place.
import Findings
import FormVocabulary

/// What recognition has to say to the people who can mend it.
enum RecognitionWording {
  static func residue(_ residue: String, field: String, place: Place?) -> Finding {
    Finding(
      rule: "C14", severity: .error, field: field,
      message: "文字中夹有网页代码“\(residue.prefix(20))”，导入时已去除，请在原表中一并删除。", place: place)
  }

  static func doubtful(field: String, confidence: Int, place: Place?) -> Finding {
    Finding(
      rule: "R10", severity: .warning, field: field,
      message: "这一格是按前后行推断的（把握 \(confidence)%），请对照原表确认。", place: place)
  }
}
