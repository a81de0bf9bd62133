// Why a file is not kept or not given back.
package import Records

/// Why nothing became of a file.
package enum AttachmentRefusal: Error, Sendable, Equatable {
  /// Nothing was chosen, or the file is empty.
  case empty
  /// More bytes than a file may have.
  case tooLong(max: Int64)
  /// The form has as many as it may have.
  case tooMany(max: Int)
  /// The name is blank, too long, or holds characters that no name has.
  case name
  /// The office keeps no attachments.
  case noFolder
  case folder(AttachmentProblem)

  init(_ problem: AttachmentProblem) {
    if case .tooLong(let max) = problem { self = .tooLong(max: max) } else { self = .folder(problem) }
  }

  /// What is wrong, and what to do.
  package var sentence: String {
    switch self {
    case .empty: AttachmentWording.empty
    case .tooLong(let max): AttachmentWording.tooLong(mebibytes: max >> 20)
    case .tooMany(let max): AttachmentWording.tooMany(max)
    case .name: AttachmentWording.name
    case .noFolder, .folder(.readOnly), .folder(.failed): AttachmentWording.notKept
    case .folder(.full): AttachmentWording.full
    case .folder(.missing), .folder(.altered): AttachmentWording.lost
    case .folder(.tooLong(let max)): AttachmentWording.tooLong(mebibytes: max >> 20)
    }
  }
}
