// The Chinese sentences about signing in, passwords, links and sessions.
import Quantities

extension PasswordFlaw {
  /// What is wrong, and what to do.
  package var sentence: String {
    switch self {
    case .tooShort(let min): "密码至少要 \(min) 个字符，请再长一些。可以用一句自己记得住的话。"
    case .tooLong(let max): "密码太长了，请不要超过 \(max) 个字节。"
    case .tooFewKinds(let min): "请至少包含小写字母、大写字母、数字、符号这四类中的 \(min) 类。"
    case .holdsAccountName: "密码里不要包含账号名，正写倒写都容易被猜到。"
    case .isCommon: "这个密码太常见，容易被猜到，请换一个。"
    case .isPredictable: "密码里连续或重复的字符太多（如 1234、aaaa、qwer），请换一个。"
    case .wasUsed(let count): "这是最近 \(count) 次用过的密码，请换一个没用过的。"
    case .tooEarly(let until): "密码刚刚修改过，请在 \(until.clock) 之后再改。如怀疑密码泄露，请联系安全管理员。"
    case .notText: "请输入密码；密码里不能有换行等控制字符。"
    }
  }
}

extension PasswordRules {
  /// The rules as a list, shown beside the field before anything is typed.
  package var sentences: [String] {
    var lines = ["至少 \(charactersMin) 个字符"]
    if kindsMin > 1 { lines.append("包含小写字母、大写字母、数字、符号中的至少 \(kindsMin) 类") }
    lines.append("不包含账号名，不使用常见密码和连续、重复的字符")
    if historyCount > 0 { lines.append("不与最近 \(historyCount) 次的密码相同") }
    if daysMax > 0 { lines.append("每 \(daysMax) 天更换一次") }
    return lines
  }
}

extension PasswordChangeRefusal {
  /// What is wrong, a sentence each.
  package var sentences: [String] {
    switch self {
    case .flaws(let flaws): flaws.map(\.sentence)
    case .hashing(.busy): [SignInRefusal.busy.sentence]
    case .hashing: [SignInRefusal.unavailable.sentence]
    }
  }
}

extension SignInRefusal {
  /// What is wrong, and what to do; never which of name and password it was.
  package var sentence: String {
    switch self {
    case .wrong: "账号或密码不对，请核对后再试。忘记密码请联系安全管理员。"
    case .locked(let until): "尝试次数过多，为保护账号，请在 \(until.clock) 之后再试，或联系安全管理员解锁。"
    case .busy: "现在登录的人较多，请稍等几秒再试。"
    case .unavailable: "暂时无法登录，请稍后再试；如一直如此，请联系系统管理员。"
    case .wrongCode: "动态口令不对、已用过或已过期，请输入手机上最新的 6 位数字，也可以用恢复码。"
    }
  }
}

extension LinkRefusal {
  /// What is wrong, and what to do.
  package var sentence: String {
    switch self {
    case .unknown: "这个链接不正确，请检查是否复制完整。"
    case .used: "这个链接已经用过了，每个链接只能用一次。如需重新设置，请联系安全管理员。"
    case .expired: "这个链接已经过期，请联系安全管理员重新发放。"
    case .unconfirmed: "这是管理员的账号，还要另一位管理员在“人员”页确认，确认之后再打开这个链接。"
    }
  }
}

extension SessionState {
  /// Why the person has to sign in again; empty for a session that is open.
  package var sentence: String {
    switch self {
    case .open: ""
    case .idle: "你有一段时间没有操作，为安全起见已退出，请重新登录。填写的内容已经保存。"
    case .tooOld: "登录时间已到上限，请重新登录。填写的内容已经保存。"
    }
  }
}

extension Moment {
  /// The time of day in China with the day: `11月21日 16:45`, the minute begun counted as over.
  var clock: String {
    let rounded = advanced(bySeconds: 59)
    let day = rounded.day()
    let minutes = Int(rounded.advanced(bySeconds: 28_800).seconds / 60 % 1440 + 1440) % 1440
    let minute = minutes % 60
    return "\(day.month)月\(day.day)日 \(minutes / 60):\(minute < 10 ? "0" : "")\(minute)"
  }
}

extension DeviceLabel {
  /// `Chrome · Windows`, in the list of one's own sessions.
  package var text: String {
    let known = [browser, platform].compactMap(\.self)
    return known.isEmpty ? "未知设备" : known.joined(separator: " · ")
  }
}
