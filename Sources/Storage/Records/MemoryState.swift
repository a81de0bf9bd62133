// Everything that the store in memory holds.
internal import FormDrafts
internal import Ledger
internal import Organisations
internal import Quantities

/// Tables as dictionaries by their keys.
struct MemoryState: Sendable {
  var lastNumber: Int64 = 0
  var organisations: [OrganisationID: Stored<Organisation>] = [:]
  var people: [PersonID: Stored<Person>] = [:]
  var assignments: [AssignmentID: Stored<Assignment>] = [:]
  var deputies: [DeputyID: Stored<Deputy>] = [:]
  var credentials: [CredentialKey: Stored<Credential>] = [:]
  var attempts: [String: FailedAttempts] = [:]
  var sessions: [ContentHash: Session] = [:]
  var projects: [ProjectID: Stored<ProjectEntry>] = [:]
  var forms: [FormID: Stored<FormEntry>] = [:]
  var fields: [FormID: [String: DraftField]] = [:]
  var versions: [FormID: [FormVersion]] = [:]
  var decisions: [FormID: [Decision]] = [:]
  var years: [FiscalYear: Stored<BudgetYear>] = [:]
  var deadlines: [DeadlineKey: Stored<Deadline>] = [:]
  var settings: [String: Stored<Setting>] = [:]
  var jobs: [JobID: WaitingJob] = [:]
  var attachments: [AttachmentID: Attachment] = [:]
  var intakes: [IntakeID: Stored<Intake>] = [:]
  var digests: [FormID: FormDigest] = [:]
  var tallies: [TallyKey: TallyValue] = [:]
  var texts: [FormID: FormText] = [:]
  var savedViews: [SavedViewID: Stored<SavedView>] = [:]
  var approvalNumbers: [ApprovalNumber] = []
  var batches: [BatchID: Stored<Batch>] = [:]
  var batchItems: [BatchID: [FormID: BatchItem]] = [:]
  var ledger: [LedgerEntry] = []
  var head = LedgerHead.empty

  struct CredentialKey: Hashable {
    var person: PersonID
    var kind: String
  }

  struct DeadlineKey: Hashable {
    var year: FiscalYear
    var step: String
    var organisation: OrganisationID
  }

  struct TallyKey: Hashable {
    var place: OrganisationPath
    var year: FiscalYear
    var topic: TallyTopic
    var item: String
  }

  struct TallyValue {
    var count: Int64 = 0
    var sum: Int64 = 0
  }

  struct WaitingJob {
    var job: Job
    var leaseEnds: Moment?
  }
}
