// The token of forms: its session's alone, other letters on every page, every letter counts.
import Testing

@testable import HTTP

struct FormTokenTests {
  private static let secret = (0..<32).map { UInt8($0) }

  @Test func `a token is for its session alone, and never the same twice`() {
    let token = FormToken(secret: Self.secret)
    let other = FormToken(secret: Self.secret.reversed())
    let copies = (0..<50).map { _ in token.masked }
    #expect(Set(copies).count == copies.count)
    for copy in copies {
      #expect(token.accepts(copy))
      #expect(FormToken(secret: Self.secret).accepts(copy))
      #expect(!other.accepts(copy))
    }
  }

  @Test func `a token with any letter changed is refused`() {
    let token = FormToken(secret: Self.secret)
    let letters = Array(token.masked)
    for index in letters.indices {
      var changed = letters
      changed[index] = changed[index] == "a" ? "b" : "a"
      #expect(!token.accepts(String(changed)))
    }
    for text in ["", String(letters.dropLast()), String(letters) + "a", String(repeating: "a", count: 128)] {
      #expect(!token.accepts(text))
    }
  }
}
