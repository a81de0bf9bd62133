// The Chinese words of the pages of batches.
import Design
import Findings
import Model
import OfficeOperations
import Organisations
import Quantities
import Records
import Review
import Workflow

enum BatchWording {
  static let stop = "停下，剩下的不办"
  static let readFirst = "先看抽中的"
  static let drawnForms = "抽中的表"
  static let read = "去看"
  static let isRead = "看过"
  static let isDrawn = "抽中，先看再批"
  static let out = "没有办的"
  static let approved = "批复了的"
  static let printed = "打印好了"
  static let download = "下载"
  static let agree = "看过，同意"
  static let takeOut = "移出，单独审核"

  static func reading(_ name: String) -> String { "抽看\(name)" }
  static func count(_ count: Int) -> String { "\(count)\u{A0}张" }
  static func readNext(_ count: Int) -> String { "看下一张，还有 \(count) 张" }
  static func approve(_ count: Int) -> String { "批复这 \(count) 张" }
  static func begun(_ report: BatchReport) -> String {
    "\(OfficeWording.clock(report.batch.moment)) 开始，共\u{A0}\(report.total)\u{A0}张"
  }

  static func progress(_ report: BatchReport) -> String {
    let (done, out) = (report.count(.done), report.count(.out))
    switch report.batch.progress {
    case .checking: return "正在逐张核对，还剩 \(report.count(.waiting)) 张。可以先去办别的，回来再看。"
    case .reading: return "没有发现的 \(report.count(.clean, .drawn, .read)) 张，另有 \(out) 张要单独审核。"
    case .working where report.batch.work == .printing: return "已排好 \(done) 张。打印完可以下载。"
    case .working: return "已批复 \(done) 张，还剩 \(report.count(.clean, .read)) 张。"
    case .done where report.batch.work == .printing: return "印了 \(done) 张，\(out) 张没有批复，没有印。"
    case .done: return "批复了 \(done) 张，\(out) 张没有办，理由写在旁边。"
    case .stopped: return "停下之前办了 \(done) 张，办好的不受影响。"
    }
  }

  static func drawn(_ report: BatchReport) -> String {
    let known = report.batch.known
    return "从没有发现的 \(known.cleanCount) 张里，按 \(known.share)% 随机抽了 \(known.drawnCount) 张，看完才能批复。"
  }

  static func seed(_ report: BatchReport) -> String {
    let known = report.batch.known
    return "随机种子\u{A0}\(known.seed)，已记入台账"
  }

  static func size(_ file: Attachment) -> String { "\(file.name)，\(IntakePageWording.size(file.byteCount))" }
}
