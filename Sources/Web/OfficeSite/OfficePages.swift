// The application: layers and routes over an office. Reads as the site map.
import Design
package import HTTP
import Ledger
package import OfficeOperations

/// The pages of an office.
package struct OfficePages: Sendable {
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
        SignInFirst(),
        DueSteps(),
      ],
      errors: ErrorResponses(page: ErrorPage.response, failed: settings.failed))
  }

  /// The site map.
  var router: Router<OfficeContext> {
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
    router.get(Routes.ownTimeCodes, ownTimeCodesPage)
    router.post(Routes.beginTimeCodes, beginTimeCodes)
    router.post(Routes.confirmTimeCodes, confirmTimeCodes)
    router.post(Routes.endTimeCodes, endTimeCodes)
    router.get(Routes.ownDeputies, ownDeputiesPage)
    router.post(Routes.ownDeputies, appointOwnDeputy)
    router.post(Routes.endOwnDeputy, endOwnDeputy)
    addWork(to: &router)
    addAdministration(to: &router)
    addIntake(to: &router)
    addForms(to: &router)
    addQueues(to: &router)
    addApprovals(to: &router)
    router.get(Routes.health, health)
    router.get(Routes.metrics, metrics)
    return router
  }
}

extension OfficePages {
  /// The part of the site map that belongs to those who make forms, and to whoever reads them.
  private func addWork(to router: inout Router<OfficeContext>) {
    router.get(Routes.projects, projectsPage)
    router.post(Routes.projects, addProject)
    router.get(Routes.addProject, addProjectPage)
    router.get(Routes.project, projectPage)
    router.post(Routes.project, changeProject)
    router.get(Routes.addForm, addFormPage)
    router.post(Routes.addForm, addForm)
    router.get(Routes.formHistory, formHistoryPage)
    router.post(Routes.formStep, takeStep)
    router.get(Routes.formComparison, formComparisonPage)
    router.get(Routes.attachments, attachmentsPage)
    router.post(Routes.attachments, bodyBytesMax: AttachmentUpload.bytesMax, attachFiles)
    router.get(Routes.attachment, attachmentFile)
    router.post(Routes.removeAttachment, removeAttachment)
  }
}

extension OfficePages {
  /// The part of the site map that belongs to the three administrators.
  private func addAdministration(to router: inout Router<OfficeContext>) {
    router.get(Routes.organisations, organisationsPage)
    router.post(Routes.organisations, addOrganisation)
    router.get(Routes.addOrganisation, addOrganisationPage)
    router.get(Routes.organisation, organisationPage)
    router.post(Routes.organisation, changeOrganisation)
    router.get(Routes.people, peoplePage)
    router.post(Routes.people, addPerson)
    router.get(Routes.addPerson, addPersonPage)
    router.get(Routes.person, personPage)
    router.get(Routes.changePerson, changePersonPage)
    router.post(Routes.changePerson, changePerson)
    router.post(Routes.passwordLink, issuePasswordLink)
    router.post(Routes.confirmPasswordLink, confirmPasswordLink)
    router.post(Routes.unlock, unlockAccount)
    router.post(Routes.endSessionsOf, endSessionsOfPerson)
    router.post(Routes.resetTimeCodes, resetTimeCodes)
    router.get(Routes.giveRight, giveRightPage)
    router.post(Routes.giveRight, giveRight)
    router.get(Routes.right, endRightPage)
    router.post(Routes.right, endRight)
    router.get(Routes.appointDeputy, appointDeputyPage)
    router.post(Routes.appointDeputy, appointDeputy)
    router.post(Routes.endDeputy, endDeputy)
    for kind in TableImport.allCases {
      router.get(kind.path) { try await importPage($0, $1, kind: kind) }
      router.post(kind.path) { try await previewImport($0, $1, kind: kind) }
      router.post(kind.confirmation) { try await confirmImport($0, $1, kind: kind) }
      router.get(kind.template) { try await importTemplate($0, $1, kind: kind) }
    }
    router.get(Routes.years, yearsPage)
    router.post(Routes.years, openYear)
    router.post(Routes.closeYear, closeYear)
    router.get(Routes.deadline, deadlinePage)
    router.post(Routes.deadline, setDeadline)
    router.post(Routes.removeDeadline, removeDeadline)
    router.get(Routes.extendDeadline, extendDeadlinePage)
    router.post(Routes.extendDeadline, extendDeadline)
    router.get(Routes.accountRules, accountRulesPage)
    router.post(Routes.accountRules, changeAccountRules)
    router.get(Routes.ruleSets, ruleSetsPage)
    router.post(Routes.ruleSets, chooseRuleSet)
    router.get(Routes.ruleSet, ruleSetPage)
    router.get(Routes.ledger, ledgerPage)
    router.post(Routes.verifyLedger, verifyLedger)
    router.post(Routes.exportLedger, exportLedger)
    router.post(Routes.ledgerHead, printLedgerHead)
  }
}

extension OfficePages {
  /// The part of the site map in which forms are written.
  private func addForms(to router: inout Router<OfficeContext>) {
    router.get(Routes.form, formPage)
    router.post(Routes.form, saveForm)
    router.post(Routes.formFields, saveFormFields)
    router.get(Routes.formSuggestions, formSuggestions)
    router.get(Routes.printForm, printFormPage)
    router.get(Routes.formFile, formFile)
    router.get(Routes.submitForm, submitFormPage)
    router.post(Routes.submitForm, submitForm)
  }
}

extension OfficePages {
  /// The part of the site map in which forms are chosen, found and counted.
  private func addQueues(to router: inout Router<OfficeContext>) {
    router.get(Routes.queue, queuePage)
    router.post(Routes.queueViews, saveView)
    router.post(Routes.removeQueueView, removeView)
    router.get(Routes.search, searchPage)
    router.get(Routes.overview, overviewPage)
    router.get(Routes.overviewTable, overviewTable)
  }
}
