// What a site answers in process it answers over a socket.
import HTTP
import Testing

@Suite(.timeLimit(.minutes(5)))
struct SameHandlersTests {
  private static let bearer = ("Authorization", "Bearer probe")

  private static let questions: [(Question, status: Int, text: String)] = [
    (Question(target: "/"), 200, "<h1>首页</h1>"),
    (Question(target: "http://probe/"), 200, "<h1>首页</h1>"),
    (Question(target: "/projects/%E6%A1%A5%20a/versions/3?x=1"), 200, "桥 a 3"),
    (Question(target: "/projects/a%2Bb+c/versions/0"), 200, "a+b+c 0"),
    (Question(target: "/projects/a/versions/03"), 404, ""),
    (Question(method: "HEAD", target: "/"), 200, ""),
    (Question(target: "/empty"), 204, ""),
    (Question(target: "/slow"), 200, "slow"),
    (Question(target: "/fail"), 500, ""),
    (Question(target: "/nothing"), 404, ""),
    (Question(method: "DELETE", target: "/", fields: [bearer]), 405, ""),
    (Question(method: "POST", target: "/count", fields: [bearer], body: []), 200, "0 0"),
    (Question(method: "POST", target: "/count", fields: [bearer], body: [1, 2, 3]), 200, "3 1026"),
    (
      Question(method: "POST", target: "/count", fields: [bearer], body: [1, 2, 3], chunkBytes: 1), 200,
      "3 1026"
    ),
    (Question(method: "POST", target: "/ignore", fields: [bearer], body: [1, 2, 3]), 200, "ignored"),
    (
      Question(method: "POST", target: "/count", fields: [bearer], body: .init(repeating: 1, count: 9 << 20)),
      413, ""
    ),
    (Question(method: "POST", target: "/count", body: [1]), 403, ""),
    (
      Question(
        method: "POST", target: "/form",
        fields: [
          ("Origin", "http://probe"), ("Content-Type", "application/x-www-form-urlencoded"),
          ("X-Form-Token", ProbeSite.token.masked),
        ], body: Array("name=%E6%A1%A5".utf8)), 200, "桥"
    ),
    (
      Question(
        method: "POST", target: "/form",
        fields: [
          ("Origin", "http://evil"), ("Content-Type", "application/x-www-form-urlencoded"),
          ("X-Form-Token", ProbeSite.token.masked),
        ], body: Array("name=1".utf8)), 403, ""
    ),
  ]

  @Test(arguments: Way.allCases)
  func `the same questions get the same answers`(way: Way) async throws {
    try await way.withClient { client, _ in
      for (question, status, text) in Self.questions {
        let answer = try await client.ask(question)
        let answered = answer.status == status
        #expect(answered, "\(answer.status) \(question.method) \(question.target)")
        if !text.isEmpty || question.method == "HEAD" { #expect(answer.text == text) }
        #expect(answer["content-security-policy"]?.contains("script-src 'self'") == true)
        #expect(answer["x-content-type-options"] == "nosniff")
        #expect(answer["x-request-id"]?.utf8.count == 16)
      }
    }
  }

  @Test(arguments: Way.allCases)
  func `a large page is packed, known again, and whole`(way: Way) async throws {
    try await way.withClient { client, _ in
      let plain = try await client.ask(Question(target: "/large"))
      #expect(plain.body == ProbeSite.large)
      let packed = try await client.ask(Question(target: "/large", fields: [("Accept-Encoding", "gzip")]))
      #expect(packed["content-encoding"] == "gzip")
      #expect(GzipPacker.unpack(packed.body, bytesMax: 1 << 20) == ProbeSite.large)
      let tag = try #require(plain["etag"])
      let known = try await client.ask(Question(target: "/large", fields: [("If-None-Match", tag)]))
      #expect(known.status == 304)
      #expect(known.body.isEmpty)
    }
  }

  @Test(arguments: Way.allCases, [nil, 1_000, 100_000])
  func `large bodies arrive whole, however they are sent`(way: Way, chunkBytes: Int?) async throws {
    let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }
    let sum = body.reduce(0) { ($0 &* 31 &+ Int($1)) % 1_000_003 }
    try await way.withClient { client, _ in
      let question = Question(
        method: "POST", target: "/count", fields: [Self.bearer], body: body, chunkBytes: chunkBytes)
      let found = try await client.ask(question)
      #expect(found.text == "3000000 \(sum)")
    }
  }

  @Test(arguments: Way.allCases)
  func `uploads go to disk and are gone afterwards`(way: Way) async throws {
    try await way.withClient { client, _ in
      let head = "--b\r\nContent-Disposition: form-data; name=f; filename=\"表.docx\"\r\n\r\n"
      let body = Array(head.utf8) + [UInt8](repeating: 5, count: 2_000_000) + Array("\r\n--b--\r\n".utf8)
      let question = Question(
        method: "POST", target: "/upload",
        fields: [Self.bearer, ("Content-Type", "multipart/form-data; boundary=b")], body: body)
      let found = try await client.ask(question)
      #expect(found.text == "表.docx 2000000")
    }
  }

  @Test(arguments: Way.allCases)
  func `no header of a request makes a header of the answer`(way: Way) async throws {
    try await way.withClient { client, _ in
      for target in ["/projects/a%0d%0aSet-Cookie:%20x=1/versions/1", "/%0d%0aX-Evil: 1"] {
        let answer = try? await client.ask(Question(target: target))
        #expect(answer?["set-cookie"] == nil)
        #expect(answer?["x-evil"] == nil)
        #expect(answer == nil || answer?.status == 400)
      }
    }
  }
}
