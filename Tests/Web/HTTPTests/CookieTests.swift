// Cookies: what is read, what is set, and which flags they carry.
import HTTP
import Testing

struct CookieTests {
  private func cookies(_ text: String) -> Cookies {
    var headers = Headers()
    headers[.cookie] = HeaderValue(received: text)
    return Cookies(headers)
  }

  @Test func `cookies are read by name`() {
    let read = cookies("a=1; b=x=y ;c=; =z; d")
    #expect(read["a"] == "1")
    #expect(read["b"] == "x=y")
    #expect(read["c"] == "")
    #expect(read["d"] == nil)
    #expect(read[""] == nil)
  }

  @Test func `a cookie that comes twice is none`() {
    #expect(cookies("session=planted; session=own")["session"] == nil)
  }

  @Test func `every cookie is hidden from scripts and stays at home`() throws {
    var response = Response()
    response.set(try SetCookie(name: "a", value: "1", isSecure: false))
    #expect(response.headers.text(.setCookie) == "a=1; Path=/; HttpOnly; SameSite=Lax")
  }

  @Test func `behind TLS a cookie is secure and belongs to one host`() throws {
    var cookie = try SetCookie(name: "a", value: "1", isSecure: true)
    cookie.sameSite = .strict
    cookie.maxAge = 60
    var response = Response()
    response.set(cookie)
    #expect(
      response.headers.text(.setCookie)
        == "__Host-a=1; Path=/; HttpOnly; SameSite=Strict; Max-Age=60; Secure")
  }

  @Test(arguments: [("a", "1; Domain=evil"), ("a", "1\r\nX: y"), ("a b", "1"), ("", "1"), ("a", "\"")])
  func `a cookie that would break its line is refused`(name: String, value: String) {
    #expect(throws: HeaderFault.self) { try SetCookie(name: name, value: value, isSecure: false) }
  }
}
