// Lines that belong to a web page and not to its document: share buttons, page counters, the site's foot.
import FormVocabulary

enum PageChrome {
  private static let leads = [
    "分享到", "分享：", "主办", "承办", "版权所有", "网站标识码", "发布时间", "发布日期", "浏览次数", "阅读次数", "点击数", "点击量", "字号", "字体",
    "来源：", "信息来源", "上一篇",
    "下一篇", "打印", "【打印", "关闭窗口", "【关闭", "责任编辑", "扫一扫", "当前位置", "您当前", "您的位置", "首页", "网站地图", "联系我们", "技术支持",
    "备案号", "浏览：", "索引号",
  ]

  /// Whether a line is a page's own.
  static func isChrome(_ line: String) -> Bool {
    guard line.utf8.count < 300 else { return false }
    let text = CleanText.withoutSpace(line)
    return leads.contains { text.begins($0) } || text.holds("ICP备") || text.holds("公网安备")
  }
}
