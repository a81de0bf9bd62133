// The Chinese sentences for record files that cannot be taken.
import JSONText
import Model

extension RecordFileFailure {
  /// What is wrong, and what to do.
  package var sentence: String {
    switch self {
    case .notJSON(let failure):
      "不是完整的 JSON：第 \(failure.line) 行第 \(failure.column) 列起无法读取，请检查文件是否被截断。"
    case .noForms: "文件里没有绩效表记录：应为 plumbline import --json 的结果，或一张、一组绩效表记录。"
    case .wrongForm(let number, let failure): "第 \(number) 张记录\(Self.sentence(for: failure))"
    }
  }

  private static func name(of wanted: RecordFailure.Wanted) -> String {
    switch wanted {
    case .text: "文字"
    case .wholeNumber: "整数"
    case .object: "对象"
    case .list: "列表"
    }
  }

  private static func sentence(for failure: RecordFailure) -> String {
    switch failure.problem {
    case .notAnObject: "不是对象，请核对格式。"
    case .unknownKind: "没有写明表的种类（kind），或种类不认识。"
    case .wrongType(let wanted): "的 \(failure.field) 类型不对，应为\(name(of: wanted))。"
    case .notMoney: "的 \(failure.field) 不是以元为单位、最多两位小数的金额。"
    }
  }
}
