// What is an address, and what never becomes one.
import Mail
import Testing

struct MailAddressTests {
  @Test(arguments: [
    ("zhou@linxi.gov.cn", "zhou@linxi.gov.cn"), ("Zhou.Min+a@Linxi.GOV.cn", "Zhou.Min+a@linxi.gov.cn"),
    ("a_b-c@x1-y.example", "a_b-c@x1-y.example"), ("1@2.example", "1@2.example"),
  ])
  func `an address is taken, its domain in small letters`(_ text: String, _ wanted: String) {
    #expect(MailAddress(text)?.text == wanted)
  }

  @Test(arguments: [
    "", "zhou", "@linxi.gov.cn", "zhou@", "zhou@linxi", "a@b@c.d", " zhou@linxi.cn", "zhou@linxi.cn ",
    "zhou@lin xi.cn", "zhou@linxi..cn", "zhou@-linxi.cn", "zhou@linxi-.cn", ".zhou@linxi.cn",
    "zhou.@linxi.cn",
    "zh..ou@linxi.cn", "zhou@linxi.cn\r\nBcc: x@y.z", "zhou\n@linxi.cn", "<zhou@linxi.cn>", "zhou>@linxi.cn",
    "\"zhou min\"@linxi.cn", "周敏@linxi.cn", "zhou@临溪.cn", "zhou@[10.0.0.1]", "zhou,min@linxi.cn",
    "zhou@linxi.cn,x@y.z", "zhou\u{0}@linxi.cn", "zhou@linxi.cn.",
  ])
  func `what no server would take is none`(_ text: String) {
    #expect(MailAddress(text) == nil)
  }

  @Test func `long addresses end where the standard ends them`() {
    let local = String(repeating: "a", count: 64)
    #expect(MailAddress("\(local)@linxi.cn") != nil)
    #expect(MailAddress("a\(local)@linxi.cn") == nil)
    #expect(MailDomain(String(repeating: "b", count: 63) + ".cn") != nil)
    #expect(MailDomain(String(repeating: "b", count: 64) + ".cn") == nil)
  }

  @Test func `every problem has a word that is read again, and a sentence of its own`() {
    let problems: [MailProblem] = [
      .unreachable, .notProtected, .wrongCertificate, .notSignedIn, .refused(code: 550), .later(code: 451),
      .brokenOff,
      .noCarrier,
    ]
    #expect(problems.map { MailProblem(word: $0.word) } == problems.map(Optional.some))
    #expect(Set(problems.map(\.sentence)).count == problems.count)
    #expect(problems.filter { !$0.mayPassLater } == [.refused(code: 550)])
    for word in ["", "refused", "refused x", "later", "unreachable 1", "x"] {
      #expect(MailProblem(word: word) == nil, "\(word)")
    }
  }
}
