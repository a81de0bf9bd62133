// What people read when a request is refused: what is the matter, then what they can do.

extension Refusal {
  /// One title and one advice for each case.
  package var wording: (title: String, advice: String) {
    switch self {
    case .badMessage: ("这个请求读不懂", "请刷新页面再试。还是这样，请把请求编号告诉管理员。")
    case .badTarget: ("这个地址写得不对", "请从首页重新找，或检查地址里有没有多余的字。")
    case .badForm(let fault): ("表单没有读全", Self.advice(fault))
    case .targetTooLong: ("地址太长", "请减少筛选条件，再试一次。")
    case .notFound: ("没有这一页", "可能已经移走，或地址少了一段。请从首页重新找。")
    case .methodNotAllowed: ("这一页不能这样用", "请回到上一页，用页面上的按钮。")
    case .methodUnknown: ("这种请求这里不收", "请用浏览器打开页面。")
    case .bodyTooLarge(let bytesMax): ("送来的内容太大", "最多收 \(Self.size(bytesMax))。请拆小，或只送需要的文件。")
    case .unsupportedMediaType: ("这种内容这里不收", "请用页面上的表单或说明里的格式。")
    case .foreignOrigin: ("这个请求不是从本站页面来的", "什么都没有改。请从本站打开页面，再办一次。")
    case .staleForm: ("页面放得太久，没有提交", "什么都没有改。请回到上一页，刷新后再提交。")
    case .signInNeeded: ("请先登录", "登录以后会回到这一页。")
    case .forbidden: ("这一页不在你的权限里", "如果该由你办，请找单位的系统管理员开通。")
    case .tooManyRequests(let seconds): ("来得太快", "请过 \(seconds) 秒再试。")
    case .tooSlow: ("等得太久，没有收全", "请检查网络，再送一次。")
    case .unavailable: ("现在忙不过来", "没有办成的都没有改。请稍等几秒再试。")
    case .notStored: ("没存上", "服务器的磁盘没有收下。请告诉管理员，稍后再送一次。")
    }
  }

  private static func advice(_ fault: FormFault) -> String {
    switch fault {
    case .badCoding: "有的字读不出来。请刷新页面，重新填写。"
    case .tooManyFields: "一次送来的格太多。请分几次提交。"
    case .tooLong: "有一格太长。请缩短后再提交。"
    case .broken: "送到一半断了。请再提交一次。"
    }
  }

  /// Mebibytes as people say them; small limits in kibibytes.
  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20)\u{A0}MB" : "\(max(1, bytes >> 10))\u{A0}KB"
  }

  /// For every error that does not know how to become an answer.
  static let failureWording = (title: "这里出了问题", advice: "已经记下。请再试一次；还是这样，请把请求编号告诉管理员。")
}
