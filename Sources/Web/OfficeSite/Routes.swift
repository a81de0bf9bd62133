// The addresses of the office, each written once: the router reads by them and pages print them.
import HTTP
import Organisations
import Records

/// The paths of the office.
enum Routes {
  static let home = FixedPath("/")
  static let signIn = FixedPath("/sign-in")
  static let timeCode = FixedPath("/sign-in/time-code")
  static let signOut = FixedPath("/sign-out")
  static let setUp = Path<String>("/set-up/{token}")
  static let setPassword = Path<String, String>("/set-password/{person}/{token}")
  static let health = FixedPath("/health")
  static let metrics = FixedPath("/metrics")

  // One's own account.
  static let ownPassword = FixedPath("/account/password")
  static let sessions = FixedPath("/account/sessions")
  static let ownTimeCodes = FixedPath("/account/time-codes")
  static let beginTimeCodes = FixedPath("/account/time-codes/begin")
  static let confirmTimeCodes = FixedPath("/account/time-codes/confirm")
  static let endTimeCodes = FixedPath("/account/time-codes/end")
  static let ownDeputies = FixedPath("/account/deputies")
  static let endOwnDeputy = Path<DeputyID>("/account/deputies/{deputy}/end")

  // What one is told.
  static let notices = FixedPath("/account/notices")
  static let mailChoice = FixedPath("/account/notices/mail")
  static let reminders = FixedPath("/reminders")

  // Organisations.
  static let organisations = FixedPath("/organisations")
  static let addOrganisation = FixedPath("/organisations/add")
  static let organisation = Path<OrganisationID>("/organisations/{organisation}")

  // People.
  static let people = FixedPath("/people")
  static let addPerson = FixedPath("/people/add")
  static let person = Path<PersonID>("/people/{person}")
  static let changePerson = Path<PersonID>("/people/{person}/change")
  static let passwordLink = Path<PersonID>("/people/{person}/password-link")
  static let confirmPasswordLink = Path<PersonID>("/people/{person}/password-link/confirm")
  static let unlock = Path<PersonID>("/people/{person}/unlock")
  static let endSessionsOf = Path<PersonID>("/people/{person}/end-sessions")
  static let resetTimeCodes = Path<PersonID>("/people/{person}/reset-time-codes")
  static let giveRight = Path<PersonID>("/people/{person}/rights/give")
  static let right = Path<PersonID, AssignmentID>("/people/{person}/rights/{assignment}")
  static let appointDeputy = Path<PersonID>("/people/{person}/deputies/appoint")
  static let endDeputy = Path<PersonID, DeputyID>("/people/{person}/deputies/{deputy}/end")

  // Imports.
  static let importOrganisations = FixedPath("/organisations/import")
  static let importOrganisationsConfirmed = FixedPath("/organisations/import/confirm")
  static let importOrganisationsTemplate = FixedPath("/organisations/import/template")
  static let importPeople = FixedPath("/people/import")
  static let importPeopleConfirmed = FixedPath("/people/import/confirm")
  static let importPeopleTemplate = FixedPath("/people/import/template")
  static let importRights = FixedPath("/people/import-rights")
  static let importRightsConfirmed = FixedPath("/people/import-rights/confirm")
  static let importRightsTemplate = FixedPath("/people/import-rights/template")

  // Projects and forms.
  static let projects = FixedPath("/projects")
  static let addProject = FixedPath("/projects/add")
  static let project = Path<ProjectID>("/projects/{project}")
  static let addForm = FixedPath("/forms/add")
  static let intake = FixedPath("/forms/intake")
  static let form = Path<FormID>("/forms/{form}")
  static let formHistory = Path<FormID>("/forms/{form}/history")
  static let formStep = Path<FormID>("/forms/{form}/history/step")
  static let formComparison = Path<FormID>("/forms/{form}/history/comparison")
  static let attachments = Path<FormID>("/forms/{form}/attachments")
  static let attachment = Path<FormID, AttachmentID>("/forms/{form}/attachments/{attachment}")
  static let removeAttachment = Path<FormID, AttachmentID>("/forms/{form}/attachments/{attachment}/remove")

  // Queues, search, overview.
  static let queue = FixedPath("/queue")
  static let queueViews = FixedPath("/queue/views")
  static let removeQueueView = Path<SavedViewID>("/queue/views/{view}/remove")
  static let search = FixedPath("/search")
  static let overview = FixedPath("/overview")
  static let overviewTable = FixedPath("/overview/table")

  // Settings.
  static let years = FixedPath("/years")
  static let closeYear = Path<Int>("/years/{year}/close")
  static let deadline = Path<Int>("/years/{year}/deadline")
  static let removeDeadline = Path<Int>("/years/{year}/deadline/remove")
  static let extendDeadline = Path<Int>("/years/{year}/extend")
  static let accountRules = FixedPath("/account-rules")
  static let mail = FixedPath("/mail")
  static let testMail = FixedPath("/mail/test")
  static let ruleSets = FixedPath("/rule-sets")
  static let ruleSet = Path<String>("/rule-sets/{identifier}")

  // Documents that are read into drafts.
  static let intakeDocument = Path<IntakeID>("/forms/intake/{intake}")
  static let intakeState = Path<IntakeID>("/forms/intake/{intake}/state")
  static let intakeOriginal = Path<IntakeID>("/forms/intake/{intake}/original")
  static let intakeCutOut = Path<IntakeID>("/forms/intake/{intake}/cut-out")
  static let answerField = Path<IntakeID>("/forms/intake/{intake}/answer")
  static let takeIntoDraft = Path<IntakeID>("/forms/intake/{intake}/draft")
  static let discardIntake = Path<IntakeID>("/forms/intake/{intake}/discard")
  static let readIntakeAgain = Path<IntakeID>("/forms/intake/{intake}/again")

  // The page of a form.
  static let formFields = Path<FormID>("/forms/{form}/fields")
  static let formSuggestions = Path<FormID>("/forms/{form}/suggestions")
  static let printForm = Path<FormID>("/forms/{form}/print")
  static let formFile = Path<FormID, String>("/forms/{form}/file/{format}")
  static let submitForm = Path<FormID>("/forms/{form}/submit")

  // Approvals.
  static let approvals = FixedPath("/approvals")
  static let beginBatch = FixedPath("/approvals/batches")
  static let beginPrinting = FixedPath("/approvals/prints")
  static let phrases = FixedPath("/approvals/phrases")
  static let batchShare = FixedPath("/approvals/share")
  static let batch = Path<BatchID>("/approvals/batches/{batch}")
  static let batchState = Path<BatchID>("/approvals/batches/{batch}/state")
  static let confirmBatch = Path<BatchID>("/approvals/batches/{batch}/confirm")
  static let stopBatch = Path<BatchID>("/approvals/batches/{batch}/stop")
  static let batchFile = Path<BatchID>("/approvals/batches/{batch}/file")
  static let drawnForm = Path<BatchID, FormID>("/approvals/batches/{batch}/forms/{form}")
  static let approval = Path<FormID>("/approvals/forms/{form}")
  static let approvalStep = Path<FormID>("/approvals/forms/{form}/step")
  static let approvalPaper = Path<FormID, String>("/approvals/forms/{form}/paper/{format}")
  static let adjustmentPaper = Path<FormID, String>("/approvals/forms/{form}/adjustment/{format}")

  // The reviewers' desk.
  static let reviews = FixedPath("/review")
  static let review = Path<FormID>("/review/{form}")
  static let reviewGlance = Path<FormID>("/review/{form}/glance")

  // The ledger.
  static let ledger = FixedPath("/ledger")
  static let verifyLedger = FixedPath("/ledger/verify")
  static let exportLedger = FixedPath("/ledger/export")
  static let ledgerHead = FixedPath("/ledger/head")
}

extension Identifier: PathValue {
  /// Digits without a leading zero.
  package init?(segment: String) { self.init(segment) }

  /// The number.
  package var segment: String { description }
}
