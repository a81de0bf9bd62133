// The Chinese sentences about submissions.
import Quantities

enum SubmissionWording {
  static func unreadable(_ count: Int) -> String {
    "有 \(count) 格写的看不懂，没法审核。请照格子下面的提示改好，再提交。"
  }

  static func errors(_ count: Int) -> String {
    "还有 \(count) 处会被退回。请先改好，再提交。"
  }

  static func noExplanation(_ questions: SubmissionQuestions) -> String {
    let late = questions.missedDay.map { "申报截止日是 \($0)，已经过了" }
    let open = questions.findings.isEmpty ? nil : "有 \(questions.findings.count) 处要说明"
    let kept = questions.unchanged.isEmpty ? nil : "退回时点名的有 \(questions.unchanged.count) 处没有改"
    return [late, open, kept].compactMap(\.self).joined(separator: "，") + "。请写一句说明，再提交。"
  }

  static let explanationTooLong = "说明太长，请压缩到 1000 字以内；详细材料可以作为附件上传。"
}
