// Digests for forms that were made before there were any.
import Organisations
import Quantities
import Records

/// Writes the digests that are missing, a few in a transaction; every node may do so at once, and where none
/// is missing it costs a look. It asks no right: it tells nobody anything and changes no form.
package struct FillDigests: Sendable {
  package init() {}

  /// Forms of one transaction.
  private static let formsAtOnce = 50

  /// - Parameter progress: told how many digests were written so far.
  /// - Returns: how many were written.
  @discardableResult
  package func run(
    in office: Office, progress: @Sendable (_ done: Int) -> Void = { _ in }
  ) async throws(OfficeRefusal) -> Int {
    let memory = office.memory.forWriting
    var done = 0
    var last: FormID?
    while !Task.isCancelled {
      let after = last
      let some = try await office.change { records in
        let forms = try records.formsWithoutDigest(after: after, limit: Self.formsAtOnce)
        for form in forms { try records.fillDigest(of: form, memory: memory) }
        return forms
      }
      guard let end = some.last else { return done }
      done += some.count
      last = end
      progress(done)
    }
    return done
  }
}
