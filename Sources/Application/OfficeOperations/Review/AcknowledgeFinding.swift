// A finding is let be.
import Permissions
package import Records

/// Notes that a finding was seen and is not asked about, or that it is again.
package struct AcknowledgeFinding: Sendable {
  package var form: FormID
  /// `DraftFinding.key`.
  package var finding: String
  package var isSeen: Bool

  package init(form: FormID, finding: String, isSeen: Bool) {
    self.form = form
    self.finding = finding
    self.isSeen = isSeen
  }

  private static let keyBytesMax = 300
  private static let countMax = 500

  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere, `.fields`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      try ReviewTaking(form: form, signedIn: signedIn, moment: moment).write(.objectToCells, in: records) {
        work, _ throws in
        if !isSeen {
          work.acknowledged.remove(finding)
        } else if finding.utf8.count <= Self.keyBytesMax, work.acknowledged.count < Self.countMax {
          work.acknowledged.insert(finding)
        }
      }
    }
  }
}
