// Every right that is asked for before something is done, by area of work.
package import Workflow

/// What can be done with the office; one case for each question "may this person do that?".
package enum Right: Sendable, Hashable, CaseIterable {
  // One's own account.
  case changeOwnPassword, manageOwnSessions, manageOwnTimeCodes, appointOwnDeputy
  case keepOwnViews, readOwnNotices
  // Organisations and people.
  case readOrganisations, changeOrganisations, importOrganisations
  case readPeople, changePeople, importPeople
  // Rights.
  case readRights, changeRights, appointDeputies, unlockAccounts, issuePasswordLinks, endSessionsOfOthers
  case confirmPasswordLinks, resetTimeCodesOfOthers, changeAccountRules
  // Settings.
  case readYears, changeYears, readRuleSets, changeRuleSets, changeSettings, makeBackups, readHealth
  // The ledger.
  case readLedger, verifyLedger, exportLedger
  // Projects and forms.
  case changeProjects, makeForms, importForms, editForms, attachFiles, explainFindings
  case readForms, readHistory, printForms, readLibrary
  // Review.
  case readQueue, gradeForms, objectToCells, writeNotes, readNotes, remindUnits, extendDeadlines
  case keepPhrases, printBatches
  // Looking over it all.
  case readOverview, exportOverview, search
  /// A step of a form from one stage to another.
  case step(Step)

  /// All rights; those of the workflow last.
  package static let allCases: [Right] = plain + Step.allCases.map { .step($0) }

  private static let plain: [Right] = [
    .changeOwnPassword, .manageOwnSessions, .manageOwnTimeCodes, .appointOwnDeputy, .keepOwnViews,
    .readOwnNotices,
    .readOrganisations, .changeOrganisations, .importOrganisations, .readPeople, .changePeople,
    .importPeople,
    .readRights, .changeRights, .appointDeputies, .unlockAccounts, .issuePasswordLinks,
    .confirmPasswordLinks, .endSessionsOfOthers, .resetTimeCodesOfOthers, .changeAccountRules,
    .readYears, .changeYears, .readRuleSets, .changeRuleSets, .changeSettings, .makeBackups, .readHealth,
    .readLedger, .verifyLedger, .exportLedger,
    .changeProjects, .makeForms, .importForms, .editForms, .attachFiles, .explainFindings, .readForms,
    .readHistory, .printForms, .readLibrary,
    .readQueue, .gradeForms, .objectToCells, .writeNotes, .readNotes, .remindUnits, .extendDeadlines,
    .keepPhrases, .printBatches,
    .readOverview, .exportOverview, .search,
  ]

  /// The areas of work, for a table that people read.
  package enum Area: String, Sendable, CaseIterable {
    case account, organisations, rights, settings, ledger, forms, review, overview, workflow
  }

  /// The area in which the right stands.
  package var area: Area {
    switch self {
    case .changeOwnPassword, .manageOwnSessions, .manageOwnTimeCodes, .appointOwnDeputy, .keepOwnViews,
      .readOwnNotices:
      .account
    case .readOrganisations, .changeOrganisations, .importOrganisations, .readPeople, .changePeople,
      .importPeople:
      .organisations
    case .readRights, .changeRights, .appointDeputies, .unlockAccounts, .issuePasswordLinks,
      .confirmPasswordLinks, .endSessionsOfOthers, .resetTimeCodesOfOthers, .changeAccountRules:
      .rights
    case .readYears, .changeYears, .readRuleSets, .changeRuleSets, .changeSettings, .makeBackups,
      .readHealth:
      .settings
    case .readLedger, .verifyLedger, .exportLedger: .ledger
    case .changeProjects, .makeForms, .importForms, .editForms, .attachFiles, .explainFindings, .readForms,
      .readHistory, .printForms, .readLibrary:
      .forms
    case .readQueue, .gradeForms, .objectToCells, .writeNotes, .readNotes, .remindUnits, .extendDeadlines,
      .keepPhrases, .printBatches:
      .review
    case .readOverview, .exportOverview, .search: .overview
    case .step: .workflow
    }
  }
}
