// What waits for those who review, and the ways of those who look over it all, on the first page.
import Design
import HTML
import HTTP
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records
import Workflow

extension OfficePages {
  /// Lines on the first page.
  private static let homeLines = 8

  /// The most urgent of what waits; nil for those who do not review.
  func reviewerHome(of signedIn: SignedIn) async throws -> Panel? {
    guard signedIn.mayDoSomewhere(.remindUnits) else { return nil }
    let read = try await ReadQueue(QueueFilter(group: .found), limit: Self.homeLines)
      .run(in: office, by: signedIn)
    let waiting = read.counts.count(stages: read.stages)
    let clean = read.counts.count(stages: read.stages, group: .clean)
    guard waiting.forms > 0 else {
      return Panel(
        QueuePageWording.mine, isPadded: false,
        [EmptyPlace(QueuePageWording.nothingWaits, QueuePageWording.nothingWaitsAdvice)])
    }
    var content: [any Component] = []
    if clean.forms > 0 {
      content.append(CleanGroup(count: clean, link: Routes.queue().with(QueueFilter(group: .clean).pairs)))
    }
    if !read.lines.isEmpty { content.append(table(of: read.lines, in: QueueFilter())) }
    var panel = Panel(
      QueuePageWording.waiting(waiting.forms), note: QueuePageWording.order, isPadded: false, content)
    panel.buttons = [Button.small(QueuePageWording.toQueue, .go(Routes.queue()), look: .main)]
    return panel
  }

  /// Where those go who look over it all; nil for those who do not.
  func readerHome(of signedIn: SignedIn) -> Panel? {
    var ways: [(text: String, link: Link, note: String)] = []
    if signedIn.mayDoSomewhere(.readOverview) {
      ways.append((OverviewWording.title, Routes.overview(), HomeWording.overviewNote))
    }
    if signedIn.mayDoSomewhere(.search) {
      ways.append((SearchWording.title, Routes.search(), HomeWording.searchNote))
    }
    return ways.isEmpty ? nil : Panel(HomeWording.look, [Ways(ways: ways)])
  }
}
