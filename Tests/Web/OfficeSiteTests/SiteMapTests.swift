// The addresses of the office.
import Testing

@testable import OfficeSite

struct SiteMapTests {
  @Test func `the home page is the root`() { #expect(Routes.home().text == "/") }
}
