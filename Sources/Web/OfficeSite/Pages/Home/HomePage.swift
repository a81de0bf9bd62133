// The first page after signing in: what waits for whoever asks, by the parts that they play.
import Design
import HTTP
import OfficeOperations
import Organisations

extension OfficeSite {
  @Sendable func homePage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    guard let signedIn = context.signedIn else {
      return .redirect(to: Routes.signIn())
    }
    var content: [any Component] = []
    for role in Set(signedIn.actor.holdings.map(\.role)).sorted(by: { $0.rawValue < $1.rawValue }) {
      let ways = HomeWording.ways(for: role)
      content.append(
        ways.isEmpty
          ? Panel(
            role.label, isPadded: false,
            [EmptyPlace(HomeWording.nothing(for: role), HomeWording.next(for: role))])
          : Panel(role.label, note: HomeWording.next(for: role), [Ways(ways: ways)]))
    }
    if content.isEmpty {
      content.append(Panel(nil, [EmptyPlace(HomeWording.noPart, HomeWording.noPartAdvice)]))
    }
    return try await page(
      OfficeWording.home, request, context, here: Routes.home(),
      pageBar: PageBar(HomeWording.greeting(signedIn.person.name)), content: [Frame(content)]
    ).response()
  }
}
