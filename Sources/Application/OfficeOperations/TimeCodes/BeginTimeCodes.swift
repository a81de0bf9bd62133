// The first step to time codes: a secret for the telephone.
package import Accounts
import Organisations
import Permissions
import Records

/// Makes a secret for one's own time codes. Nothing is kept before `ConfirmTimeCodes` has proved that the
/// telephone has it.
package struct BeginTimeCodes: Sendable {
  /// What authenticators show beside the account.
  package var issuer: String

  package init(issuer: String) { self.issuer = issuer }

  /// A secret that nothing depends on yet.
  package struct Beginning: Sendable {
    /// To be typed, and to be given back with the first code.
    package let secret: TimeCodeSecret
    /// To be shown as a picture that telephones read.
    package let address: String
  }

  /// - Throws: `.fields` where there are time codes already.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Beginning {
    try await office.read { records in
      try signedIn.mayDoOwn(.manageOwnTimeCodes, in: records)
      if try records.credential(of: signedIn.person.id, kind: CredentialKind.timeCodes) != nil {
        throw OfficeRefusal.fields([FieldFault("code", OfficeWording.timeCodesThere)])
      }
    }
    var chance = office.chance
    let secret = TimeCodeSecret(using: &chance)
    return Beginning(
      secret: secret, address: secret.address(issuer: issuer, account: signedIn.person.account.text))
  }
}
