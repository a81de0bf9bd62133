// Letters over SMTP by the transfer library, on threads of their own.
internal import CCurl
internal import Dispatch
package import Mail

/// Carries letters over SMTP (RFC 5321), with TLS as the server's settings say.
package struct SMTPCarrier: MailCarrier {
  private let secondsMax: Int
  private let certificates: String?
  private let queue = DispatchQueue(label: "plumbline.mail", attributes: .concurrent)

  /// Zero where the library is ready; asked before the first letter.
  private static let readiness = plumbline_mail_prepare()

  /// - Parameters:
  ///   - secondsMax: how long a letter may take, from the name of the server to its last answer.
  ///   - certificates: a file with certificates that are trusted; nil for those of the system.
  package init(secondsMax: Int = 20, certificates: String? = nil) {
    self.secondsMax = max(1, secondsMax)
    self.certificates = certificates
  }

  /// Hands the letter in, and waits for the server's answer.
  package func carry(_ letter: Letter, to server: MailServer) async throws(MailProblem) {
    guard Self.readiness == 0 else { throw .noCarrier }
    let bytes = letter.bytes(from: server.sender, named: server.senderName)
    let outcome = await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: send(bytes, to: letter.to, over: server)) }
    }
    if let problem = Self.problem(code: CURLcode(UInt32(outcome.code)), answer: Int(outcome.answer)) {
      throw problem
    }
  }

  private func send(
    _ bytes: [UInt8], to recipient: MailAddress, over server: MailServer
  ) -> plumbline_mail_outcome {
    let scheme = server.protection == .protected ? "smtps" : "smtp"
    let texts: [String?] = [
      "\(scheme)://\(server.host.text):\(server.port)/\(server.sender.domain)", "<\(server.sender)>",
      "<\(recipient)>", server.credentials?.account, server.credentials?.password, certificates,
    ]
    return Self.withZeros(texts) { pointers in
      bytes.withUnsafeBufferPointer { buffer in
        var mail = plumbline_mail(
          url: pointers[0], sender: pointers[1], recipient: pointers[2], account: pointers[3],
          password: pointers[4], certificates: pointers[5], protection: Self.protection(server.protection),
          seconds_max: secondsMax, bytes: buffer.baseAddress, count: buffer.count)
        return plumbline_mail_send(&mail)
      }
    }
  }

  private static func protection(_ protection: MailProtection) -> plumbline_mail_protection {
    switch protection {
    case .open: plumbline_mail_open
    case .upgraded: plumbline_mail_upgraded
    case .protected: plumbline_mail_protected
    }
  }

  /// Texts as C wants them, for the time of the work.
  private static func withZeros<Answer>(
    _ texts: [String?], _ work: ([UnsafePointer<CChar>?]) -> Answer
  ) -> Answer {
    let copies = texts.map { $0.map { Array($0.utf8CString) } }
    func next(_ place: Int, _ pointers: [UnsafePointer<CChar>?]) -> Answer {
      guard place < copies.count else { return work(pointers) }
      guard let copy = copies[place] else { return next(place + 1, pointers + [nil]) }
      return copy.withUnsafeBufferPointer { next(place + 1, pointers + [$0.baseAddress]) }
    }
    return next(0, [])
  }

  /// What the library's code and the server's last answer mean together; nil where the letter was taken.
  static func problem(code: CURLcode, answer: Int) -> MailProblem? {
    switch code {
    case CURLE_OK: return nil
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_PROXY: return .unreachable
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR: return .wrongCertificate
    case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM:
      return .notProtected
    case CURLE_LOGIN_DENIED: return (400...499).contains(answer) ? .later(code: answer) : .notSignedIn
    default:
      switch answer {
      case 400...499: return .later(code: answer)
      case 500...599: return .refused(code: answer)
      default: return .brokenOff
      }
    }
  }
}
