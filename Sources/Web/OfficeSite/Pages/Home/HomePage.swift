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
      content.append(
        Panel(role.label, [EmptyPlace(HomeWording.nothing(for: role), HomeWording.next(for: role))]))
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
