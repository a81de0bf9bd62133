// The office under load: its program with a demonstration, beside pages of the same size from nginx.
import BrowserProbes
import Glibc
import StorageProbes

/// Loads `plumbline demo` with `wrk` where that is installed, and nginx where that is, in the same run.
struct WebBench {
  let output: BenchOutput
  private static let seconds = 3
  private static let connections = [64, 200]
  /// Sign-ins under way at once while others only want the page.
  private static let signInsAtOnce = 16

  func run(_ folder: TemporaryFolder) {
    output.line("The office over HTTP, requests a second and milliseconds, wrk on the same cores")
    guard ChildProcess.output(of: ["which", "wrk"]) != nil else {
      output.line("wrk is not installed.")
      return
    }
    guard let script = write(Self.figuresScript, to: "\(folder.path)/figures.lua"),
      let office = ServedDemonstration(in: folder)
    else {
      output.line("The program plumbline is not beside this one, or does not start.")
      return
    }
    defer { office.stop() }
    do throws(BrowserProblem) {
      try measure(port: office.port, script: script, folder)
    } catch {
      output.line("The office does not answer: \(error)")
    }
    output.line("")
  }

  // MARK: The office

  private func measure(
    port: UInt16, script: String, _ folder: TemporaryFolder
  ) throws(BrowserProblem) {
    let visitor = Visitor(port: port)
    let signedIn = try visitor.send("/sign-in", from: "/sign-in", DemonstrationWording.signIn)
    guard signedIn.location == "/" else { throw .badAnswer }
    let cookie = ["Cookie: \(visitor.cookieHeader)"]
    output.row("page", "bytes", "connections", "requests/s", "p50 p95 p99")
    load("sign-in", port: port, path: "/sign-in", script: script)
    load("home", port: port, path: "/", script: script, headers: cookie)
    load("json", port: port, path: "/health", script: script)
    load("packed", port: port, path: "/", script: script, headers: cookie + ["Accept-Encoding: gzip"])
    let pages = [
      ("sign-in.html", try Visitor(port: port).open("/sign-in").body),
      ("home.html", try visitor.open("/").body),
      ("health.html", try Visitor(port: port).open("/health").body),
    ]
    measureNginx(folder, pages, script: script)
    try measureHashing(port: port, script: script, folder)
  }

  // MARK: Load

  private static let figuresScript = """
    done = function(summary, latency, requests)
      local errors = summary.errors.connect + summary.errors.read + summary.errors.write
        + summary.errors.status + summary.errors.timeout
      io.write(string.format("figures %d %d %d %d %d %d\\n", summary.requests * 1000000 / summary.duration,
        latency:percentile(50), latency:percentile(95), latency:percentile(99), errors,
        summary.bytes / summary.requests))
    end
    """

  private func write(_ text: String, to path: String) -> String? {
    guard let file = fopen(path, "wb") else { return nil }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    return fwrite(bytes, 1, bytes.count, file) == bytes.count ? path : nil
  }

  private func load(
    _ name: String, port: UInt16, path: String, script: String, headers: [String] = [],
    connections: [Int] = WebBench.connections
  ) {
    for connections in connections {
      var words = ["wrk", "-t", "1", "-c", "\(connections)", "-d", "\(Self.seconds)s", "-s", script]
      for header in headers { words += ["-H", header] }
      let answer = ChildProcess.output(of: words + ["http://127.0.0.1:\(port)\(path)"])
      let line = answer?.split(separator: "\n").first { $0.hasPrefix("figures ") }
      let figures = line?.split(separator: " ").dropFirst().compactMap { Double($0) } ?? []
      guard figures.count == 6 else { continue }
      let errors = figures[4] == 0 ? "" : ", \(Figures.count(figures[4])) errors"
      output.row(
        name, Figures.bytes(Int(figures[5])), "\(connections)", Figures.count(figures[0]),
        figures[1...3].map { Figures.decimal($0 / 1000) }.joined(separator: " ") + errors)
    }
  }

  // MARK: nginx

  /// The same bytes as files, by as many workers as processors.
  private func measureNginx(_ folder: TemporaryFolder, _ pages: [(String, String)], script: String) {
    let port = UInt16(20_000 + getpid() % 20_000)
    let configuration = """
      worker_processes auto; pid \(folder.path)/nginx.pid; error_log /dev/null;
      events { worker_connections 1024; }
      http {
        access_log off; sendfile on; tcp_nopush on; types { text/html html; } open_file_cache max=10;
        server { listen 127.0.0.1:\(port); root \(folder.path); }
      }
      """
    for (name, page) in pages {
      guard let file = write(page, to: "\(folder.path)/\(name)"), chmod(file, 0o644) == 0 else { return }
    }
    guard let file = write(configuration, to: "\(folder.path)/nginx.conf"),
      // Its workers may be another user.
      chmod(folder.path, 0o755) == 0, ChildProcess.output(of: ["nginx", "-c", file]) != nil
    else {
      output.line("nginx is not installed.")
      return
    }
    output.line("  the same bytes as files, from nginx:")
    for (name, _) in pages {
      load(String(name.prefix { $0 != "." }), port: port, path: "/\(name)", script: script)
    }
    _ = ChildProcess.output(of: ["nginx", "-c", file, "-s", "stop"])
  }

  // MARK: Passwords

  /// Who only wants the page is served while passwords are hashed, on threads of their own.
  private func measureHashing(port: UInt16, script: String, _ folder: TemporaryFolder) throws(BrowserProblem)
  {
    let visitor = Visitor(port: port)
    guard let token = Visitor.hidden(in: try visitor.open("/sign-in").body, action: "/sign-in")?["_token"],
      let signIns = write(
        Self.signInScript(cookie: visitor.cookieHeader, token: token, port: port),
        to: "\(folder.path)/sign-ins.lua"),
      let crowd = ChildProgram([
        "wrk", "-t", "1", "-c", "\(Self.signInsAtOnce)", "-d", "\(2 * Self.seconds + 1)s", "-s", signIns,
        "http://127.0.0.1:\(port)/sign-in",
      ])
    else { return }
    sleep(1)
    output.line(
      "  the same while \(Self.signInsAtOnce) sign-ins hash their passwords (Argon2id) all the time:")
    load("sign-in", port: port, path: "/sign-in", script: script, connections: [1, 64])
    let said = String(decoding: crowd.readAll(), as: UTF8.self).split(separator: "\n")
    crowd.wait()
    let figures =
      said.first { $0.hasPrefix("figures ") }?.split(separator: " ").compactMap { Double($0) } ?? []
    guard figures.count == 6 else { return }
    output.row(
      "hashing", "—", "\(Self.signInsAtOnce)", Figures.count(figures[0]),
      figures[1...3].map { Figures.decimal($0 / 1000) }.joined(separator: " "))
  }

  /// Nobody's accounts, each from another address: the work is the same, and nobody is locked out.
  private static func signInScript(cookie: String, token: String, port: UInt16) -> String {
    """
    local number = 0
    request = function()
      number = number + 1
      return wrk.format("POST", "/sign-in", {
        ["Cookie"] = "\(cookie)", ["Origin"] = "http://127.0.0.1:\(port)", ["Host"] = "127.0.0.1:\(port)",
        ["X-Forwarded-For"] = string.format("10.%d.%d.%d", number / 65536, number / 256 % 256, number % 256),
        ["Content-Type"] = "application/x-www-form-urlencoded"
      }, "_token=\(token)&account=nobody" .. number .. "&password=Wrong-guess.1")
    end

    """ + figuresScript
  }
}
