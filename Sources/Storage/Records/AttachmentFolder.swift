// The bytes of attachments: a folder in which each content lies once, under its own hash.
internal import Glibc
package import Ledger

/// Why bytes could not be kept or found.
package enum AttachmentProblem: Error, Sendable, Equatable {
  /// More bytes than are allowed.
  case tooLong(max: Int64)
  case full
  /// The folder cannot be written.
  case readOnly
  case missing(ContentHash)
  /// The bytes are not those of the hash.
  case altered(ContentHash)
  /// The system's number for anything else.
  case failed(code: Int32)

  init(code: Int32) {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: self = .full
    case EROFS, EACCES, EPERM: self = .readOnly
    default: self = .failed(code: code)
    }
  }
}

/// Contents under their hashes: `ab/cd/abcd…`. The same content is kept once, and never changed.
///
/// Calls block on the disk. Several nodes share one folder.
package struct AttachmentFolder: Sendable {
  /// Absolute, without a slash at the end.
  package let path: String

  /// - Parameter path: made when it is first written to.
  package init(path: String) { self.path = path }

  /// Where a content lies, or would lie.
  package func path(of content: ContentHash) -> String {
    let digits = content.description
    return "\(path)/\(digits.prefix(2))/\(digits.dropFirst(2).prefix(2))/\(digits)"
  }

  /// Whether a content is there.
  package func contains(_ content: ContentHash) -> Bool { access(path(of: content), R_OK) == 0 }

  /// Keeps bytes that are there as a whole.
  package func keep(_ bytes: [UInt8]) throws(AttachmentProblem) -> ContentHash {
    var incoming = try receive(bytesMax: Int64.max)
    try incoming.add(bytes)
    return try incoming.finish().content
  }

  /// Begins to take bytes that come in pieces.
  ///
  /// - Parameter bytesMax: more are refused.
  package func receive(bytesMax: Int64) throws(AttachmentProblem) -> IncomingAttachment {
    try makeFolder(path)
    return try IncomingAttachment(folder: self, bytesMax: bytesMax)
  }

  /// The bytes of a content.
  ///
  /// - Throws: `.missing`, `.altered` where the disk holds something else.
  package func bytes(of content: ContentHash) throws(AttachmentProblem) -> [UInt8] {
    let file = open(path(of: content), O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw errno == ENOENT ? .missing(content) : AttachmentProblem(code: errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw AttachmentProblem(code: errno) }
      if count == 0 { break }
      bytes += block[..<count]
    }
    guard ContentHash(of: bytes) == content else { throw .altered(content) }
    return bytes
  }

  /// Makes a folder where it is missing, and sees to it that its name is on the disk.
  func makeFolder(_ path: String) throws(AttachmentProblem) {
    if mkdir(path, 0o700) == 0 {
      try synchronize(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
    } else if errno != EEXIST {
      throw AttachmentProblem(code: errno)
    }
  }

  /// Waits until a folder's names are on the disk.
  func synchronize(_ folder: String) throws(AttachmentProblem) {
    let opened = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw AttachmentProblem(code: errno) }
    defer { close(opened) }
    guard fsync(opened) == 0 else { throw AttachmentProblem(code: errno) }
  }
}

/// Bytes on their way into the folder; what is given up leaves nothing behind.
package struct IncomingAttachment: ~Copyable {
  private let folder: AttachmentFolder
  private let bytesMax: Int64
  private let file: Int32
  private let path: String
  private var digest = SM3()
  private var byteCount: Int64 = 0
  private var isKept = false

  init(folder: AttachmentFolder, bytesMax: Int64) throws(AttachmentProblem) {
    self.folder = folder
    self.bytesMax = bytesMax
    var pattern = Array("\(folder.path)/incoming-XXXXXX".utf8CString)
    file = mkstemp(&pattern)
    path = String(decoding: pattern.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard file >= 0 else { throw AttachmentProblem(code: errno) }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
  }

  deinit {
    close(file)
    if !isKept { unlink(path) }
  }

  /// Writes a piece.
  package mutating func add(_ piece: [UInt8]) throws(AttachmentProblem) {
    guard Int64(piece.count) <= bytesMax - byteCount else { throw .tooLong(max: bytesMax) }
    var written = 0
    while written < piece.count {
      let count = piece.withUnsafeBytes { bytes in
        bytes.baseAddress.map { write(file, $0 + written, bytes.count - written) } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw AttachmentProblem(code: errno) }
      written += count
    }
    digest.add(piece)
    byteCount += Int64(piece.count)
  }

  /// Puts the bytes under their hash; they survive a failure of power from then on.
  package mutating func finish() throws(AttachmentProblem) -> (content: ContentHash, byteCount: Int64) {
    let content = digest.finish()
    let target = folder.path(of: content)
    guard fsync(file) == 0, fchmod(file, 0o400) == 0 else { throw AttachmentProblem(code: errno) }
    let digits = content.description
    let outer = "\(folder.path)/\(digits.prefix(2))"
    let inner = "\(outer)/\(digits.dropFirst(2).prefix(2))"
    try folder.makeFolder(outer)
    try folder.makeFolder(inner)
    guard rename(path, target) == 0 else { throw AttachmentProblem(code: errno) }
    isKept = true
    try folder.synchronize(inner)
    return (content, byteCount)
  }
}
