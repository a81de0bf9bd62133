// Files of the disk into the folder, piece by piece.
internal import Glibc
package import Ledger

extension AttachmentFolder {
  private static let pieceBytes = 1 << 16

  /// Keeps the bytes of a file; the file itself stays where it is.
  ///
  /// - Parameter bytesMax: more are refused.
  /// - Throws: `.tooLong`, `.failed` for a file that cannot be read, and what the folder refuses.
  package func keep(
    fileAt path: String, bytesMax: Int64
  ) throws(AttachmentProblem) -> (content: ContentHash, byteCount: Int64) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw .failed(code: errno) }
    defer { close(file) }
    var incoming = try receive(bytesMax: bytesMax)
    var block = [UInt8](repeating: 0, count: Self.pieceBytes)
    while true {
      let count = read(file, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .failed(code: errno) }
      if count == 0 { break }
      try incoming.add(Array(block[..<count]))
    }
    return try incoming.finish()
  }
}

extension AttachmentFolder {
  /// A folder beside the contents for uploads that are still on their way; made where it is missing.
  ///
  /// Contents lie in folders named by two digits, so nothing of them has this name.
  package func incoming() throws(AttachmentProblem) -> String {
    try makeFolder(path)
    let folder = "\(path)/uploads"
    try makeFolder(folder)
    return folder
  }
}
