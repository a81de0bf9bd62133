// The frame of every page of the office: the bar at the top, by what its reader may do.
import Design
import HTML
import HTTP
import OfficeOperations
import Organisations
import Permissions
import Records

extension OfficePages {
  /// A page for whoever asks.
  func page(
    _ title: String, _ request: Request, _ context: OfficeContext, here: Link? = nil,
    pageBar: PageBar? = nil, content: [any Component]
  ) async throws -> Page {
    var masthead = Masthead()
    if let signedIn = context.signedIn {
      masthead = try await self.masthead(of: signedIn, context, here: here)
    }
    return Page(
      title, masthead: masthead, contrast: Page.Contrast(request), pageBar: pageBar, content: content)
  }

  private func masthead(
    of signedIn: SignedIn, _ context: OfficeContext, here: Link?
  ) async throws -> Masthead {
    let (place, region, year, principals, unread) = try await office.read { records in
      let place = try records.organisation(signedIn.person.organisation).value
      let principals = Set(signedIn.actor.holdings.compactMap(\.onBehalfOf)).sorted()
      return (
        place, try records.organisations(at: OrganisationPath(region: place.path.region)).last?.value,
        try records.budgetYears().map(\.value).filter(\.isOpen).map(\.year).max(),
        try principals.map { try records.person($0).value.name },
        try records.unreadCount(of: signedIn.person.id, limit: ListNotices.unreadMax)
      )
    }
    var destinations = [Destination(OfficeWording.home, Routes.home(), isHere: here == Routes.home())]
    for entry in Self.menu where signedIn.mayDoSomewhere(entry.right) {
      destinations.append(Destination(entry.text, entry.link, isHere: here == entry.link))
    }
    let token = try context.formToken()
    var masthead = Masthead(
      place: OfficeWording.place(region: (region ?? place).label, year: year),
      destinations: destinations,
      search: signedIn.mayDoSomewhere(.search) ? Routes.search() : nil,
      reader: Masthead.Reader(
        place: place.label,
        role: OfficeWording.name(signedIn.person.name, for: principals),
        destinations: [
          Destination(OfficeWording.ownPassword, Routes.ownPassword()),
          Destination(OfficeWording.timeCodes, Routes.ownTimeCodes()),
          Destination(OfficeWording.deputies, Routes.ownDeputies()),
          Destination(OfficeWording.sessions, Routes.sessions()),
        ], signOut: (Routes.signOut(), token)))
    masthead.bell = Masthead.Bell(
      link: Routes.notices(), unread: unread, spoken: NoticesWording.bell(unread))
    return masthead
  }

  /// What stands in the bar for whom.
  private static var menu: [(right: Right, text: String, link: Link)] {
    [
      (.remindUnits, ReviewPageWording.title, Routes.reviews()),
      (.makeForms, OfficeWording.projects, Routes.projects()),
      (.importForms, IntakePageWording.title, Routes.intake()),
      (.readOverview, OverviewWording.title, Routes.overview()),
      (.printBatches, ApprovalsWording.section, Routes.approvals()),
      (.remindUnits, RemindersWording.name, Routes.reminders()),
      (.readOrganisations, OfficeWording.organisations, Routes.organisations()),
      (.readPeople, OfficeWording.people, Routes.people()),
      (.readYears, OfficeWording.years, Routes.years()),
      (.changeAccountRules, OfficeWording.accountRules, Routes.accountRules()),
      (.changeSettings, MailPageWording.name, Routes.mail()),
      (.readRuleSets, OfficeWording.ruleSets, Routes.ruleSets()),
      (.readLedger, OfficeWording.ledger, Routes.ledger()),
    ]
  }
}

/// A page for somebody who has not signed in: one panel in the middle.
struct LonePanel: Component {
  var title: String
  /// For more than a few questions.
  var isWide = false
  var content: [any Component]

  func write(to page: inout MarkupWriter) {
    page.element("div", ["class": isWide ? "alone is-wide" : "alone"]) { page in
      page.element("section", ["class": "panel"]) { page in
        page.element("h1", ["class": "title"]) { $0.text(title) }
        page.add(content)
      }
    }
  }
}
