// A mail server of our own: it answers as a script says, one connection at a time, and keeps what it heard.
import Glibc
import Synchronization

/// Answers SMTP on a port of this machine.
final class MailServerProbe: Sendable {
  /// How it answers, by the first word of a command (`RCPT`), `greeting` or `text`; otherwise as it should.
  let answers: [String: String]
  /// What it offers after the greeting, such as `AUTH PLAIN`.
  let offers: [String]
  let port: Int
  private let listener: Int32
  private let heard = Mutex<[String]>([])
  private let texts = Mutex<[String]>([])

  init?(answers: [String: String] = [:], offers: [String] = []) {
    self.answers = answers
    self.offers = offers
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard listener >= 0 else { return nil }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && listen(listener, 4) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    guard isBound else { return nil }
    self.listener = listener
    port = Int(UInt16(bigEndian: address.sin_port))
  }

  /// Commands as they came.
  var commands: [String] { heard.withLock { $0 } }
  /// Texts behind `DATA`, as they came over the line.
  var letters: [String] { texts.withLock { $0 } }

  /// Takes connections on a thread of its own until it is stopped.
  func start() {
    let probe = Unmanaged.passRetained(self)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        let probe = Unmanaged<MailServerProbe>.fromOpaque(context).takeRetainedValue()
        while true {
          let connection = accept(probe.listener, nil, nil)
          guard connection >= 0 else {
            // Closed here and nowhere else: the number may be another probe's at once.
            close(probe.listener)
            return nil
          }
          probe.serve(connection)
          close(connection)
        }
      }, probe.toOpaque())
    pthread_detach(thread)
  }

  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private func serve(_ connection: Int32) {
    guard say(answers["greeting"] ?? "220 linxi.example", connection) else { return }
    var rest: [UInt8] = []
    while let line = readLine(connection, &rest) {
      heard.withLock { $0.append(line) }
      let word = String(line.prefix { $0 != " " && $0 != ":" }).uppercased()
      if let answer = answers[word] {
        guard answer != "hang up", say(answer, connection) else { return }
        continue
      }
      switch word {
      case "EHLO":
        let lines = ["linxi.example"] + offers
        for (place, text) in lines.enumerated() {
          guard say("250\(place + 1 == lines.count ? " " : "-")\(text)", connection) else { return }
        }
      case "DATA":
        guard say("354 go on", connection) else { return }
        var text = ""
        while let line = readLine(connection, &rest), line != "." { text += line + "\r\n" }
        texts.withLock { $0.append(text) }
        guard say(answers["text"] ?? "250 taken", connection) else { return }
      case "QUIT":
        _ = say("221 bye", connection)
        return
      case "AUTH": guard say("235 welcome", connection) else { return }
      default: guard say("250 ok", connection) else { return }
      }
    }
  }

  private func say(_ text: String, _ connection: Int32) -> Bool {
    let bytes = Array((text + "\r\n").utf8)
    return send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
  }

  private func readLine(_ connection: Int32, _ rest: inout [UInt8]) -> String? {
    while true {
      if let end = rest.firstIndex(of: 0x0A) {
        let line = rest[..<end].filter { $0 != 0x0D }
        rest.removeFirst(end + 1)
        return String(decoding: line, as: UTF8.self)
      }
      var block = [UInt8](repeating: 0, count: 4096)
      let count = recv(connection, &block, block.count, 0)
      guard count > 0 else { return nil }
      rest += block[..<count]
    }
  }
}
