// The first page after signing in: what waits for whoever asks, by the parts that they play.
import Design
import HTTP
import OfficeOperations
import Organisations
import Permissions

extension OfficePages {
  @Sendable func homePage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    guard let signedIn = context.signedIn else {
      return .redirect(to: Routes.signIn())
    }
    let isClerk = signedIn.mayDoSomewhere(.makeForms)
    var content: [any Component] = isClerk ? try await clerkHome(of: signedIn) : []
    if let waiting = try await reviewerHome(of: signedIn) { content.append(waiting) }
    for role in Set(signedIn.actor.holdings.map(\.role)).sorted(by: { $0.rawValue < $1.rawValue })
    where (role != .clerk || !isClerk) && !Self.panelled.contains(role) {
      let ways = HomeWording.ways(for: role)
      content.append(
        ways.isEmpty
          ? Panel(
            role.label, isPadded: false,
            [EmptyPlace(HomeWording.nothing(for: role), HomeWording.next(for: role))])
          : Panel(role.label, note: HomeWording.next(for: role), [Ways(ways: ways)]))
    }
    if !isClerk, let look = readerHome(of: signedIn) { content.append(look) }
    if content.isEmpty {
      content.append(Panel(nil, [EmptyPlace(HomeWording.noPart, HomeWording.noPartAdvice)]))
    }
    return try await page(
      OfficeWording.home, request, context, here: Routes.home(),
      pageBar: isClerk ? nil : PageBar(HomeWording.greeting(signedIn.person.name)), content: [Frame(content)]
    ).response()
  }

  /// The parts whose work has panels of its own.
  private static let panelled: Set<Role> = [.departmentReviewer, .financeReviewer, .reader]
}
