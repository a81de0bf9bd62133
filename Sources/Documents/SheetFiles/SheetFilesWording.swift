// The words that this room prints and says: page numbers, names of styles and worksheets, notices.

/// Chinese words of written files.
enum SheetFilesWording {
  /// Around the page's number and the number of pages.
  static let pageNumber: (before: StaticString, between: StaticString, after: StaticString) =
    ("第 ", " 页 共 ", " 页")

  /// The same in a style sheet of pages, where browsers count.
  static let pageNumberStyle: StaticString =
    "content:\"第 \" counter(page) \" 页 共 \" counter(pages) \" 页\";"

  /// What a worksheet is called whose sheet has no title.
  static let worksheet = "表"

  /// What Word calls the styles.
  static func styleName(_ name: SheetStyle) -> StaticString {
    switch name {
    case .title: "表名"
    case .subtitle: "表名下"
    case .head: "栏目"
    case .label: "项目"
    case .body: "填写内容"
    case .note: "表下说明"
    case .gap: "表间"
    }
  }

  static func notice(_ notice: SheetNotice) -> String {
    let place = place(of: notice)
    return switch notice.loss {
    case .replacedCharacters(let count): "\(place)有 \(count) 个不能写进文件的字符，已用“\u{FFFD}”代替。"
    case .cutText(let length): "\(place)的文字超过 \(length) 个字，电子表格放不下，后面的没有写入。"
    }
  }

  private static func place(of notice: SheetNotice) -> String {
    let sheet = notice.sheet == 1 ? "" : "第 \(notice.sheet) 张表"
    guard let row = notice.row, let column = notice.column else { return "\(sheet)第 \(notice.block) 段" }
    return "\(sheet)第 \(notice.block) 段表格第 \(row) 行第 \(column) 列"
  }
}
