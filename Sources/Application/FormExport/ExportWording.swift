// The Chinese words of an export: names of kinds, table heads, reasons why nothing could be written.
import Forms
import Model
import SheetFiles
import SheetPrinting

enum ExportWording {
  static let number = "表号"
  static let kind = "表种"
  static let untitled = "未命名"
  static let wholeForm = "整张表"

  static func kind(_ kind: FormKind) -> String {
    switch kind {
    case .projectTarget: "项目绩效目标"
    case .departmentTarget: "部门整体绩效目标"
    case .projectMonitoring: "项目绩效监控"
    case .projectSelfEvaluation: "项目绩效自评"
    case .departmentSelfEvaluation: "部门整体绩效自评"
    }
  }

  /// What a form is called in a list.
  static func name(of form: Form) -> String {
    let fields = RecordFields(form)
    return fields["/project/name"] ?? fields["/department/name"] ?? form.title ?? untitled
  }
}

extension ExportError {
  /// The error as a sentence.
  package var sentence: String {
    switch self {
    case .unfitLayout(let layout, let fitting):
      "“\(layout.name)”（\(layout.rawValue)）不能印这张表；可用的表样：\(fitting.map(\.rawValue).joined(separator: "、"))。"
    case .notPrinted(let error): error.sentence
    case .notWritten(let error):
      switch error {
      case .noSheet: "没有可写出的表。"
      case .badPaper(let sheet): "第 \(sheet) 张表的纸张不能用。"
      case .brokenGrid(let sheet, let block): "第 \(sheet) 张表第 \(block) 段的表格不完整。"
      case .limit(_, let value): "超出格式的限度（\(value)）。"
      case .notWritten(let detail): "写出文件失败：\(detail)。"
      }
    }
  }
}

extension RecordDifference {
  /// 第 1 张表：项目名称 应为“…”，读回“…”。
  package var sentence: String {
    func shown(_ text: String?) -> String { text.map { "“\($0)”" } ?? "空" }
    return "第 \(form + 1) 张表：\(label) 应为\(shown(wanted))，读回\(shown(got))。"
  }
}

extension FieldLoss {
  /// The loss as a part of a sentence: 第 4 项指标的分值“10”.
  package var sentence: String { "\(label)“\(text)”" }
}
