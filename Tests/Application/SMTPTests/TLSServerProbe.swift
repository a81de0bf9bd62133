// A mail server that speaks TLS, with certificates of an authority that these tests make for themselves.
import Foundation
import StorageProbes

/// An authority of our own, and what it has signed.
struct TestAuthority {
  let folder: URL

  /// Its certificate, for those who trust it.
  var certificate: String { folder.appending(path: "ca.pem").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try openssl(
      "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=Linxi "
        + "-addext keyUsage=critical,keyCertSign -keyout ca.key -out ca.pem")
  }

  /// Makes a key and a certificate for a name such as `IP:127.0.0.1`.
  ///
  /// - Returns: the common beginning of the paths of both files.
  func sign(_ name: String, as file: String) throws -> String {
    try "subjectAltName=\(name)\n".write(
      to: folder.appending(path: "\(file).ext"), atomically: true, encoding: .utf8)
    try openssl(
      "req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=\(file) "
        + "-keyout \(file).key -out \(file).csr")
    try openssl(
      "x509 -req -in \(file).csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile \(file).ext "
        + "-out \(file).pem")
    return folder.appending(path: file).path
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  private func openssl(_ arguments: String) throws {
    guard let program = ChildProgram(["bash", "-c", "cd '\(folder.path)' && openssl \(arguments) 2>&1"])
    else {
      throw ProbeFailure(text: "no shell")
    }
    program.closeInput()
    let said = program.readAll()
    guard program.wait() == 0 else { throw ProbeFailure(text: String(decoding: said, as: UTF8.self)) }
  }
}

struct ProbeFailure: Error {
  let text: String
}

/// Answers SMTP on a port of this machine, TLS at once or after STARTTLS, and tells what it heard.
final class TLSServerProbe {
  let port: Int
  private let program: ChildProgram
  private var said: [UInt8] = []

  /// - Parameters:
  ///   - files: as `TestAuthority.sign` returns them.
  ///   - isUpgraded: begins in the open and offers STARTTLS.
  init(_ files: String, isUpgraded: Bool, in folder: URL) throws {
    let script = folder.appending(path: "server.py")
    try Self.script.write(to: script, atomically: true, encoding: .utf8)
    let words = ["python3", script.path, files, isUpgraded ? "upgraded" : "protected"]
    guard let program = ChildProgram(words) else { throw ProbeFailure(text: "no python3") }
    self.program = program
    while !said.contains(0x0A), case let piece = program.read(secondsMax: 30), !piece.isEmpty {
      said += piece
    }
    guard let port = Int(String(decoding: said.prefix { $0 != 0x0A }, as: UTF8.self)) else {
      program.kill()
      program.wait()
      throw ProbeFailure(text: "the server did not start")
    }
    self.port = port
  }

  /// Stops it.
  ///
  /// - Returns: commands as `open EHLO linxi.example` or `tls MAIL FROM:…`, letters as `letter ` with the
  ///   hexadecimal digits of their bytes.
  func stop() -> [String] {
    program.closeInput()
    said += program.readAll()
    program.wait()
    return String(decoding: said, as: UTF8.self).split(separator: "\n").dropFirst().map(String.init)
  }

  private static let script = """
    import os, socket, ssl, sys, threading
    files, way = sys.argv[1:3]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(files + ".pem", files + ".key")
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)

    def serve(line):
        kind = "open"
        if way == "protected":
            line, kind = context.wrap_socket(line, server_side=True), "tls"
        reader = line.makefile("rb")
        def say(text):
            line.sendall(text.encode() + b"\\r\\n")
        say("220 linxi.example")
        while True:
            text = reader.readline()
            if not text:
                return
            command = text.decode().strip()
            print(kind, command, flush=True)
            word = command.split(" ")[0].split(":")[0].upper()
            if word == "EHLO":
                say("250-linxi.example")
                say("250 STARTTLS" if kind == "open" else "250 AUTH PLAIN")
            elif word == "STARTTLS":
                say("220 go on")
                line, kind = context.wrap_socket(line, server_side=True), "tls"
                reader = line.makefile("rb")
            elif word == "DATA":
                say("354 go on")
                letter = b""
                while (text := reader.readline()) not in (b"", b".\\r\\n"):
                    letter += text
                print("letter", letter.hex(), flush=True)
                say("250 taken")
            elif word == "AUTH":
                if len(command.split(" ")) < 3:
                    say("334 ")
                    reader.readline()
                say("235 welcome")
            elif word == "QUIT":
                say("221 bye")
                return
            else:
                say("250 ok")

    def listen():
        while True:
            line, _ = listener.accept()
            try:
                serve(line)
            except OSError as problem:
                print("broken", type(problem).__name__, flush=True)
            line.close()

    # It ends with its input, and so with whoever started it.
    threading.Thread(target=listen, daemon=True).start()
    sys.stdin.read()
    os._exit(0)
    """
}
