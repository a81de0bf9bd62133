// The web server under load: pages, JSON and packed pages beside a static page of nginx in the same run.
import Design
import Glibc
import HTTP
import HTTPServer
import JSONText

/// Loads the server with `wrk` where it is installed, and nginx beside it where that is.
struct WebBench {
  let output: BenchOutput
  private static let seconds = 3
  private static let connections = [64, 200]

  func run(_ folder: TemporaryFolder) {
    output.line("Web, all layers on, requests a second and milliseconds, wrk on the same cores")
    guard ChildProcess.output(of: ["which", "wrk"]) != nil else {
      output.line("wrk is not installed.")
      return
    }
    guard let script = writeScript(folder), let port = serve() else {
      output.line("No server.")
      return
    }
    output.row("page", "bytes", "connections", "requests/s", "p50 p95 p99")
    let targets = [
      ("sign-in", "/sign-in"), ("home", "/home"), ("design", "/design"), ("json", "/json"), ("asset", style),
    ]
    for (name, path) in targets { measure(name, port: port, path: path, script: script, isPacked: false) }
    measure("home gzip", port: port, path: "/home", script: script, isPacked: true)
    measureNginx(folder, script: script)
    output.line("peak of memory, server and bench together: \(Figures.bytes(Pace.peakBytes()))")
    output.line("")
  }

  // MARK: The site

  private var style: String { DesignAssets.assets.link("design.css")?.text ?? "/" }

  /// - Returns: the port, nil where it cannot listen.
  private func serve() -> UInt16? {
    var router = Router<PlainContext>()
    DesignAssets.assets.add(to: &router)
    LivingPage.add(to: &router)
    router.get(FixedPath("/sign-in")) { _, context in WebBenchPages.signIn(context).response() }
    router.get(FixedPath("/home")) { _, context in WebBenchPages.home(context).response() }
    router.get(FixedPath("/json")) { _, context in
      var json = JSONWriter()
      json.object {
        $0.member("status", "ok")
        $0.member("requestId", context.parts.requestID.text)
        $0.member("projects", 300)
      }
      return .json(json.bytes)
    }
    let site = Site(
      router,
      layers: [
        RequestIdentity(), AccessLog { _ in }, SecurityHeaders(), Compression(), ConditionalRequests(),
        BodyLimits(), CrossSiteProtection(),
      ], errors: ErrorResponses(page: ErrorPage.response))
    let configuration = ServerConfiguration(address: .network(host: "127.0.0.1", port: 0))
    let server = try? MicroHTTPDTransport().start(site, configuration)
    guard case .network(_, let port) = server?.address else { return nil }
    return port
  }

  // MARK: Load

  private func writeScript(_ folder: TemporaryFolder) -> String? {
    let text = """
      done = function(summary, latency, requests)
        local errors = summary.errors.connect + summary.errors.read + summary.errors.write
          + summary.errors.status + summary.errors.timeout
        io.write(string.format("figures %d %d %d %d %d %d\\n", summary.requests * 1000000 / summary.duration,
          latency:percentile(50), latency:percentile(95), latency:percentile(99), errors,
          summary.bytes / summary.requests))
      end
      """
    return write(text, to: "\(folder.path)/figures.lua")
  }

  private func write(_ text: String, to path: String) -> String? {
    guard let file = fopen(path, "wb") else { return nil }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    return fwrite(bytes, 1, bytes.count, file) == bytes.count ? path : nil
  }

  private func measure(_ name: String, port: UInt16, path: String, script: String, isPacked: Bool) {
    for connections in Self.connections {
      var words = ["wrk", "-t", "1", "-c", "\(connections)", "-d", "\(Self.seconds)s", "-s", script]
      if isPacked { words += ["-H", "Accept-Encoding: gzip"] }
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

  /// The home page as a file, by as many workers as processors.
  private func measureNginx(_ folder: TemporaryFolder, script: String) {
    let port = UInt16(20_000 + getpid() % 20_000)
    let page = WebBenchPages.home(PlainContext(ContextParts(requestID: RequestID()))).bytes
    let configuration = """
      worker_processes auto; pid \(folder.path)/nginx.pid; error_log /dev/null;
      events { worker_connections 1024; }
      http {
        access_log off; sendfile on; tcp_nopush on; types { text/html html; } open_file_cache max=10;
        server { listen 127.0.0.1:\(port); root \(folder.path); }
      }
      """
    guard write(String(decoding: page, as: UTF8.self), to: "\(folder.path)/home.html") != nil,
      let file = write(configuration, to: "\(folder.path)/nginx.conf"),
      // Its workers may be another user.
      chmod(folder.path, 0o755) == 0, ChildProcess.output(of: ["nginx", "-c", file]) != nil
    else {
      output.line("nginx is not installed.")
      return
    }
    measure("nginx static", port: port, path: "/home.html", script: script, isPacked: false)
    _ = ChildProcess.output(of: ["nginx", "-c", file, "-s", "stop"])
  }
}
