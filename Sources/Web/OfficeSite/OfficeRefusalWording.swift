// The Chinese words of refusals: what is the matter, and what the reader can do.
import Accounts
import HTTP
import OfficeOperations
import Permissions
import Records
import Rosters
import Workflow

enum OfficeRefusalWording {
  static func words(of refusal: OfficeRefusal) -> (title: String, advice: String) {
    switch refusal {
    case .notSignedIn: ("请先登录", "这一页要登录后才能看。")
    case .permission(.elsewhere): ("没有找到这一页", "可能是网址抄漏了，或者它不归你所在的单位管。请从首页重新进入。")
    case .permission(let refusal): ("你现在不能办这件事", refusal.sentence)
    case .signIn(let refusal): ("没有登录", refusal.sentence)
    case .password(let refusal): ("密码没有改", refusal.sentences.joined(separator: ""))
    case .link(let refusal): ("链接不能用", refusal.sentence)
    case .fields(let faults): ("有几处要改", faults.map(\.sentence).joined(separator: ""))
    case .table(let refusal):
      ("表格没有导入", refusal.sentence + refusal.faults.map(\.sentence).joined(separator: ""))
    case .previewOutdated: ("预览之后有变化", "你预览之后，有人改了表格要导入的内容。没有导入任何内容，请重新预览，核对后再导入。")
    case .step(let refusal): ("这一步现在不能办", refusal.sentence)
    case .submission(let refusal): ("没有提交", refusal.sentence)
    case .attachment(let refusal): ("附件没有办成", refusal.sentence)
    case .noDigest, .unforeseen: ("出了点问题", "没有办成，填写的内容请先留着，过一会儿再试；如一直如此，请把下面的编号告诉系统管理员。")
    case .records(let error):
      switch error {
      case .notFound: ("没有找到", "它可能已被删除，或者网址抄漏了。请从首页重新进入。")
      case .alreadyExists: ("已经有了", "同样的代码、账号或名称已经存在，请换一个，或打开原有的那一个修改。")
      case .stale, .fieldsChanged: ("别人刚刚改过", "你打开之后，有人先改了这一处。请回到上一页刷新，看过新的内容再改；你的修改没有存。")
      case .unknownReference, .invalid: ("这样填不行", "里面有一处对不上已有的资料，请核对后再试。")
      case .busy: ("现在太忙", "同时办理的人较多，请稍等几秒再试。")
      case .unavailable, .readOnly: ("暂时用不了", "数据暂时写不进去，请稍后再试；如一直如此，请告诉系统管理员。")
      case .outcomeUnknown: ("还不知道存好没有", "保存时连接断了。请回到上一页看看是否已经生效，再决定要不要重做。")
      case .full: ("磁盘满了", "没有存上，已有的资料不受影响。请告诉系统管理员清理磁盘。")
      case .damaged, .refused: ("出了点问题", "没有办成。请把下面的编号告诉系统管理员。")
      }
    }
  }
}
