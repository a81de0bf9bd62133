// The Chinese words for the figures of accounts and for the first set-up.
import Organisations

extension AccountSetting {
  /// The label of the field.
  package var label: String {
    switch self {
    case .passwordCharactersMin: "密码最少字符数"
    case .passwordKindsMin: "密码最少字符种类（小写、大写、数字、符号）"
    case .passwordHistoryCount: "不能重复使用最近几次的密码"
    case .passwordDaysMax: "密码有效天数（0 为长期有效）"
    case .passwordHoursMin: "修改密码的最短间隔（小时）"
    case .sessionIdleMinutes: "无操作自动退出（分钟）"
    case .sessionHoursMax: "一次登录最长时间（小时）"
    case .sessionCountMax: "一人同时登录的设备数"
    case .accountFreeAttempts: "同一账号连续失败几次后开始锁定"
    case .accountLongestMinutes: "账号最长锁定时间（分钟）"
    case .addressFreeAttempts: "同一地址连续失败几次后开始锁定"
    case .addressLongestMinutes: "地址最长锁定时间（分钟）"
    }
  }

  /// What to type instead of something that is no figure of the range.
  package var advice: String { "请填 \(range.lowerBound) 到 \(range.upperBound) 之间的整数。" }
}

extension SetUpProblem {
  /// What is wrong, and what to do.
  package var sentence: String {
    switch self {
    case .noRegion: "请填写地区的行政区划代码：2、4、6、9 或 12 位数字，县级 6 位，乡镇、街道 9 位。"
    case .noName: "请填写名称。"
    case .tooLong(let max): "太长了，请不要超过 \(max) 个字。"
    case .noAccount: "账号请用 2 到 32 位的字母、数字、点、横线或下划线，以字母或数字开头。"
    case .sameAccount(let role): "与\(role.label)的账号相同。三个管理员应由三个人分别担任，请换一个账号。"
    case .password(let flaw): flaw.sentence
    }
  }
}
