// What a check of the ledger found, in sentences for the audit administrator.
package import Ledger

extension LedgerFault {
  /// What was found, and where.
  package var sentence: String {
    switch self {
    case .altered(let sequence): "第 \(sequence) 条记录的内容被改动。"
    case .missing(let first, let last):
      first == last ? "缺少第 \(first) 条记录。" : "缺少第 \(first) 至 \(last) 条记录。"
    case .moved(let from, let to): "第 \(to) 条记录原为第 \(from) 条，顺序被改动。"
    case .exchanged(let sequence): "第 \(sequence) 条记录与前一条不相衔接，两者之一被替换。"
    case .repeated(let sequence): "第 \(sequence) 条记录重复出现。"
    case .unreadable(let sequence): "第 \(sequence) 条记录已无法读取。"
    case .otherHead(let stored, let found):
      "账本末端应为 \(stored)，实际为 \(found)。"
    case .unknownHead(let head): "曾公布的账本末端 \(head) 不在本账本中，该条及以前的记录被重写。"
    case .alteredVersion(let form, let version): "绩效表 \(form) 第 \(version) 版的内容被改动。"
    case .otherVersion(let form, let version, let sequence):
      "绩效表 \(form) 第 \(version) 版与账本第 \(sequence) 条记录不符。"
    case .unwrittenVersion(let form, let version): "绩效表 \(form) 第 \(version) 版在账本中没有记录。"
    case .missingVersion(let subject, let sequence):
      "账本第 \(sequence) 条所记的版本 \(subject) 不存在。"
    case .alteredDecision(let form, let decision): "绩效表 \(form) 的决定 \(decision) 与账本不符。"
    case .missingDecision(let subject, let sequence):
      "账本第 \(sequence) 条所记的决定 \(subject) 不存在。"
    case .alteredAttachment(let content): "附件 \(content) 缺失或被改动。"
    case .damagedFile(let words): "数据库文件结构损坏：\(words)"
    }
  }
}
