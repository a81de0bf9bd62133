// The Chinese words of mail: how it is protected, and what went wrong.

extension MailProtection {
  /// The word on the page of settings.
  package var label: String {
    switch self {
    case .protected: "全程加密（TLS，常用端口 465）"
    case .upgraded: "连上后加密（STARTTLS，常用端口 587）"
    case .open: "不加密，只用于同一机房的服务器（端口 25）"
    }
  }
}

extension MailProblem {
  /// What is wrong, and what to do.
  package var sentence: String {
    switch self {
    case .unreachable: "连不上邮件服务器，请核对服务器名和端口，以及防火墙。"
    case .notProtected: "邮件服务器没有给出加密连接，没有发。请核对加密方式和端口。"
    case .wrongCertificate:
      "邮件服务器的证书不可信，没有发：名称不符、已过期，或签发机构不受信任。请核对服务器名；自签的证书要先装进本机。"
    case .notSignedIn: "邮件服务器不接受账号或密码，请核对；不少邮箱要用专门的授权码。"
    case .refused(let code): "邮件服务器不收这封信（\(code)），请核对发件地址和收件地址。"
    case .later(let code): "邮件服务器请我们稍后再来（\(code)），会自动再试。"
    case .brokenOff: "邮件服务器中途没有了回应，会自动再试。"
    case .noCarrier: "这个程序没有装发邮件的部件。"
    }
  }

  /// Reads what ``word`` writes; nil for anything else.
  package init?(word: String) {
    let parts = word.split(separator: " ")
    switch (parts.first, parts.dropFirst().first.flatMap { Int($0) }) {
    case ("unreachable", nil): self = .unreachable
    case ("not-protected", nil): self = .notProtected
    case ("wrong-certificate", nil): self = .wrongCertificate
    case ("not-signed-in", nil): self = .notSignedIn
    case ("refused", .some(let code)): self = .refused(code: code)
    case ("later", .some(let code)): self = .later(code: code)
    case ("broken-off", nil): self = .brokenOff
    case ("no-carrier", nil): self = .noCarrier
    default: return nil
    }
  }
}
