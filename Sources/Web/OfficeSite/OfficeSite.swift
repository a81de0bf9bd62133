// The application: layers and routes over an office. Reads as the site map.
import Design
package import HTTP
import Ledger
package import OfficeOperations

/// The pages of an office.
package struct OfficeSite: Sendable {
  let office: Office
  let settings: Settings

  /// What the operator decides about the site.
  package struct Settings: Sendable {
    /// Addresses of proxies in front that are believed.
    package var trustedPeers: Set<String> = []
    /// True for `plumbline demo`: the design's page, and the accounts on the sign-in page.
    package var isDemo = false
    /// What the sign-in page tells of the accounts of a demo: account and what it is.
    package var demoAccounts: [(account: String, label: String)] = []
    package var demoPassword = ""
    /// Takes a line for each request.
    package var accessLog: @Sendable (AccessEntry) -> Void = { _ in }
    /// Told of every error that no rule foresees.
    package var failed: @Sendable (any Error, ContextParts) -> Void = { _, _ in }
    /// The numbers of the running program, for `/metrics`.
    package var metrics: @Sendable () -> String = { "" }

    package init() {}
  }

  package init(_ office: Office, settings: Settings = Settings()) {
    self.office = office
    self.settings = settings
  }

  /// Where the first start leads.
  package static func setUpPath(token: String) -> String { Routes.setUp(token).text }

  /// Everything behind its layers.
  package var responder: Site<OfficeContext> {
    let office = office
    return Site(
      router,
      layers: [
        RequestIdentity(trustedPeers: settings.trustedPeers),
        AccessLog(write: settings.accessLog),
        SecurityHeaders(),
        Compression(),
        ConditionalRequests(),
        BodyLimits(),
        Sessions { token, context in context.signedIn = try await OpenSession(token: token).run(in: office) },
        CrossSiteProtection { $0.signedIn?.session.bytes },
        DueSteps(),
      ],
      errors: ErrorResponses(page: ErrorPage.response, failed: settings.failed))
  }

  /// The site map.
  private var router: Router<OfficeContext> {
    var router = Router<OfficeContext>()
    DesignAssets.assets.add(to: &router)
    if settings.isDemo { LivingPage.add(to: &router) }
    router.get(Routes.home, homePage)
    router.get(Routes.signIn, signInPage)
    router.post(Routes.signIn, signIn)
    router.post(Routes.timeCode, takeTimeCode)
    router.post(Routes.signOut, signOut)
    router.get(Routes.setUp, setUpPage)
    router.post(Routes.setUp, setUp)
    router.get(Routes.setPassword, setPasswordPage)
    router.post(Routes.setPassword, setPassword)
    router.get(Routes.ownPassword, ownPasswordPage)
    router.post(Routes.ownPassword, changeOwnPassword)
    router.get(Routes.sessions, sessionsPage)
    router.post(Routes.sessions, endSessions)
    router.get(Routes.health, health)
    router.get(Routes.metrics, metrics)
    return router
  }
}

/// The paths of the office.
enum Routes {
  static let home = FixedPath("/")
  static let signIn = FixedPath("/sign-in")
  static let timeCode = FixedPath("/sign-in/time-code")
  static let signOut = FixedPath("/sign-out")
  static let setUp = Path<String>("/set-up/{token}")
  static let setPassword = Path<String, String>("/set-password/{person}/{token}")
  static let ownPassword = FixedPath("/account/password")
  static let sessions = FixedPath("/account/sessions")
  static let health = FixedPath("/health")
  static let metrics = FixedPath("/metrics")
}
