// The table of permissions: every right with its line.
import Organisations
import Workflow

extension Right {
  /// The line of the right; a further right does not compile until it has one.
  package var rule: PermissionRule {
    switch self {
    case .changeOwnPassword, .manageOwnSessions, .manageOwnTimeCodes, .appointOwnDeputy, .keepOwnViews,
      .readOwnNotices:
      .oneself
    case .readOrganisations, .readYears, .readRuleSets: .everyone
    case .changeOrganisations, .importOrganisations, .changePeople, .importPeople, .changeYears,
      .changeRuleSets, .changeSettings, .makeBackups, .readHealth:
      .holders([.init(.systemAdministrator, .subtree)])
    // A second administrator of whatever kind: two people are what counts.
    case .readPeople, .confirmPasswordLinks:
      .holders(Role.allCases.filter(\.isAdministrator).map { .init($0, .subtree) })
    case .changeRights, .appointDeputies, .unlockAccounts, .issuePasswordLinks, .endSessionsOfOthers,
      .resetTimeCodesOfOthers, .changeAccountRules:
      .holders([.init(.securityAdministrator, .subtree)])
    case .readRights:
      .holders([.init(.securityAdministrator, .subtree), .init(.auditAdministrator, .subtree)])
    case .readLedger, .verifyLedger, .exportLedger: .holders([.init(.auditAdministrator, .subtree)])
    case .changeProjects, .makeForms, .importForms: .holders([.init(.clerk, .own)])
    case .editForms, .attachFiles, .explainFindings:
      .holders([.init(.clerk, .own, Self.stages(\.isEditing))])
    case .readForms, .readHistory, .printForms: .holders(Self.reading)
    case .readLibrary: .holders(Self.contentRoles.map { .init($0, .everywhere) })
    case .readQueue: .holders([.init(.clerk, .own)] + Self.reviewers() + [.init(.evaluator, .subtree)])
    case .gradeForms, .objectToCells: .holders(Self.opened)
    case .writeNotes, .readNotes: .holders(Self.reviewers(Self.stages { $0 != .draft }))
    case .remindUnits: .holders(Self.reviewers())
    case .extendDeadlines, .keepPhrases, .printBatches: .holders([.init(.financeReviewer, .subtree)])
    case .readOverview, .exportOverview: .holders(Self.reviewers() + [.init(.reader, .subtree)])
    case .search: .holders(Self.contentRoles.map { .init($0, $0 == .clerk ? .own : .subtree) })
    case .step(let step): .holders(Self.takers(of: step))
    }
  }

  /// The roles that see forms.
  private static let contentRoles = Role.allCases.filter { !$0.isAdministrator }

  private static func stages(_ isMeant: (Stage) -> Bool) -> Set<Stage> {
    Set(Stage.allCases.filter(isMeant))
  }

  /// Both reviewers, on their place and everything below.
  private static func reviewers(_ stages: Set<Stage>? = nil) -> [PermissionRule.Grant] {
    [.init(.departmentReviewer, .subtree, stages), .init(.financeReviewer, .subtree, stages)]
  }

  /// A draft is the clerk's alone; those who only read see what is in force and not withheld.
  private static let reading: [PermissionRule.Grant] =
    [.init(.clerk, .own, stages { _ in true })] + reviewers(stages { $0 != .draft })
    + [Role.evaluator, .reader].map { .init($0, .subtree, [.approved, .disclosed]) }

  /// Each reviewer while the form lies open on the own desk.
  private static let opened: [PermissionRule.Grant] = [
    .init(.departmentReviewer, .subtree, [.departmentReview]),
    .init(.financeReviewer, .subtree, [.financeReview]),
  ]

  /// Those whom the table of transitions names, at the stages at which it does.
  private static func takers(of step: Step) -> [PermissionRule.Grant] {
    var grants: [PermissionRule.Grant] = []
    for role in Role.allCases {
      for reach in Reach.allCases {
        let lines = Transition.table.filter { line in
          line.step == step && line.takers.contains { $0.role == role && $0.reach == reach }
        }
        if !lines.isEmpty { grants.append(.init(role, reach, Set(lines.map(\.from)))) }
      }
    }
    return grants
  }
}
