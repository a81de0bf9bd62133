// The browser of tests itself: that it would notice what it is asked to notice.
import StorageProbes
import Testing

@testable import BrowserProbes

struct BrowserTests {
  @Test(
    arguments: [
      ("Starting\nChromeDriver was started successfully on port 41677.\n", 41_677),
      ("Starting ChromeDriver 156 on port 0\nOnly local connections are allowed.\n", nil),
      ("ChromeDriver was started successfully on port 416", nil),
      ("ChromeDriver was started successfully on port 99999.\n", nil), ("", nil),
    ] as [(String, UInt16?)])
  func `the port is taken from the driver's own line`(said: String, port: UInt16?) {
    #expect(DriverProgram.port(in: said) == port)
  }

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      "echo 'IPv4 port not available. Exiting...'; exit 1", "exit 1", "sleep 600", "exec >&-; sleep 600",
    ])
  func `a driver that names no port is given up and taken away`(course: String) throws {
    let folder = try ScratchFolder()
    let program = "\(folder.path)/driver"
    try #require(ChildProgram.run(["sh", "-c", "printf '#!/bin/sh\\n%s\\n' \"$1\" >$0", program, course]))
    try #require(ChildProgram.run(["chmod", "+x", program]))
    #expect(DriverProgram.start(program, secondsMax: 1) == nil)
    // What is killed needs a moment to go.
    let isGone = (0..<20).contains { _ in
      let isThere = ChildProgram.run(["pgrep", "-f", program])
      if isThere { ChildProgram.run(["sleep", "0.2"]) }
      return !isThere
    }
    #expect(isGone)
  }

  @Test(arguments: [
    "HTTP/2 200\r\nContent-Length: 2\r\n\r\n{}", "\r\n\r\n{}", "HTTP/1.1 200 OK\r\n\r\n{}",
    "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n{}",
  ])
  func `an answer without a head or a length is none`(answer: String) {
    #expect(throws: BrowserProblem.badAnswer) { try DriverWire.body(of: Array(answer.utf8)) }
  }

  @Test func `a body is as long as its head says and not there before`() throws {
    let answer = Array("HTTP/1.1 200 OK\r\ncontent-length:6\r\n\r\n{\r\n\r\n}more".utf8)
    for length in 0..<answer.count - 4 {
      #expect(try DriverWire.body(of: Array(answer[..<length])) == nil, "\(length)")
    }
    #expect(try DriverWire.body(of: answer) == Array("{\r\n\r\n}".utf8))
  }

  @Test(
    arguments: [
      ("", []), ("Zg==", [0x66]), ("Zm8=", [0x66, 0x6F]), ("Zm9v", [0x66, 0x6F, 0x6F]),
      ("iVBORw0K+/8=", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0xFB, 0xFF]), ("Zm-v", nil), ("Zm 9v", nil),
    ] as [(String, [UInt8]?)])
  func `pictures come as base64`(text: String, bytes: [UInt8]?) {
    #expect(Browser.bytes(ofBase64: text) == bytes)
  }

  @Test func `a refusal is an error with the driver's words`() {
    let body = Array(#"{"value":{"error":"no such element","message":"none"}}"#.utf8)
    #expect(throws: BrowserProblem.refused(code: "no such element", sentence: "none")) {
      try Browser.value(of: body)
    }
  }

  @Test(.enabled(if: Browser.isInstalled, "\(Browser.absence)"), .timeLimit(.minutes(5)))
  func `errors, hurt policies and pages that are too wide are noticed`() async throws {
    let browser = try await Browser.start()
    let policy = "<meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\">"
    try await browser.open("data:text/html,\(policy)<script>1</script>")
    #expect(try await browser.console().contains { $0.level == "SEVERE" && $0.source == "security" })
    try await browser.open("data:text/html,<script>lead()</script>")
    #expect(try await browser.console().contains { $0.level == "SEVERE" && $0.source == "javascript" })
    #expect(try await browser.console() == [])
    try await browser.resize(width: 430, height: 900)
    try await browser.open("data:text/html,<p style='width:800px'>wide</p>")
    #expect(try await browser.overflow() > 300)
    try await browser.open("data:text/html,<p>narrow</p>")
    #expect(try await browser.overflow() == 0)
    await browser.stop()
  }
}
