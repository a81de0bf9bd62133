// The share of a batch that has to be read: a setting of the installation.
import Ledger
import Organisations
import Permissions
import Quantities
import Records
import Workflow

/// Reads the share of a batch that is drawn to be read.
package struct ReadBatchShare: Sendable {
  /// In percent, as it is where nobody has changed it.
  package static let usual = 10
  static let key = "batch/read-share"

  package init() {}

  /// - Returns: the share in percent, and the revision by which it is changed.
  /// - Throws: `.permission`.
  package func run(
    in office: Office, by signedIn: SignedIn
  ) async throws(OfficeRefusal) -> (share: Int, revision: Int64) {
    try await office.read { records in
      try signedIn.mayDo(.changeSettings, at: try records.root().path)
      return (try records.batchShare(), try records.setting(Self.key)?.revision ?? 0)
    }
  }
}

/// Changes the share; batches that were drawn already stay as they are.
package struct ChangeBatchShare: Sendable {
  /// As typed, in percent.
  package var share: String
  package var revision: Int64

  package init(share: String, revision: Int64) {
    self.share = share
    self.revision = revision
  }

  /// - Throws: `.permission`, `.fields`, `.records(.stale)`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      try signedIn.mayDo(.changeSettings, at: try records.root().path)
      guard let share = Int(share.trimmed), (1...100).contains(share) else {
        throw OfficeRefusal.fields([FieldFault("share", ApprovalWording.shareOutOfRange)])
      }
      let before = try records.batchShare()
      try records.save(Setting(key: ReadBatchShare.key, value: String(share)), expecting: revision)
      try records.append(
        signedIn.note(.batchShareChange, ReadBatchShare.key, at: moment, reason: "\(before)→\(share)"))
    }
  }
}

extension RecordView {
  /// The share in force, in percent.
  func batchShare() throws(RecordError) -> Int {
    let share = try setting(ReadBatchShare.key).flatMap { Int($0.value.value) } ?? ReadBatchShare.usual
    return min(max(1, share), 100)
  }
}
