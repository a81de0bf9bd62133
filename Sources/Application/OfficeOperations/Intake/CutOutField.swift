// How a field of a document looks where it was read: the cell cut out of the page's picture.
import Operations
import Quantities
import Recognition
package import Records
package import Tables

/// Cuts a field out of the original, for the eyes of whoever confirms it.
package struct CutOutField: Sendable {
  package var id: IntakeID
  /// From 0.
  package var form: Int
  package var path: String

  package init(id: IntakeID, form: Int, path: String) {
    self.id = id
    self.form = form
    self.path = path
  }

  /// - Returns: nil where the field has no place on a page, and where nothing could be cut out in time.
  /// - Throws: `.permission`, `.records(.notFound)` also for one that lies elsewhere, `.unforeseen` where
  ///   what was read is lost.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> PagePicture? {
    let (intake, original, reading) = try await office.read { records in
      let intake = try records.intake(id, by: signedIn).value
      return (
        intake, try records.attachments(of: intake.subject).first,
        try records.attachments(of: intake.readingSubject).last
      )
    }
    guard intake.progress == .read, let original, let reading, let desk = office.reading,
      let folder = office.attachments
    else { return nil }
    let read = try await ReadIntake.document(reading, of: intake, in: office)
    guard let part = read.part(of: path, form: form) else { return nil }
    return try? await desk.cutOut(part) { try? folder.bytes(of: original.content) }
  }
}

extension ReadDocument {
  /// Where a field can be cut out.
  fileprivate func part(of path: String, form number: Int) -> PagePart? {
    guard case .read(let result) = imported.outcome, result.forms.indices.contains(number) else { return nil }
    var part: PagePart?
    result.forms[number].forEachField { reading in
      if reading.path == path { part = document?.part(at: reading.place) }
    }
    return part
  }
}
