// Files that people attached: what is known of them in the store, their bytes in a folder.
package import Ledger
package import Organisations
package import Quantities

/// The number of an attachment.
package typealias AttachmentID = Identifier<Attachment>

/// A file that somebody attached to something.
package struct Attachment: Sendable, Hashable {
  package let id: AttachmentID
  /// What it belongs to, as a path: `form/17`.
  package let subject: String
  /// As the person's machine called it; never a path.
  package let name: String
  package let byteCount: Int64
  /// The SM3 of the bytes, under which the folder keeps them.
  package let content: ContentHash
  package let person: PersonID
  package let moment: Moment

  package init(
    id: AttachmentID, subject: String, name: String, byteCount: Int64, content: ContentHash,
    person: PersonID, moment: Moment
  ) {
    self.id = id
    self.subject = subject
    self.name = name
    self.byteCount = byteCount
    self.content = content
    self.person = person
    self.moment = moment
  }
}

/// Reads attachments.
package protocol AttachmentView {
  /// - Throws: `.notFound`.
  func attachment(_ id: AttachmentID) throws(RecordError) -> Attachment

  /// Those of a subject, by number.
  func attachments(of subject: String) throws(RecordError) -> [Attachment]

  /// All, by number, after `last`, at most `limit`.
  func attachments(after last: AttachmentID?, limit: Int) throws(RecordError) -> [Attachment]
}

/// Changes attachments.
package protocol AttachmentStore {
  /// - Throws: `.unknownReference`.
  func add(_ attachment: Attachment) throws(RecordError)

  /// The bytes stay in the folder, because others may have the same.
  ///
  /// - Throws: `.notFound`.
  func removeAttachment(_ id: AttachmentID) throws(RecordError)
}
