// Reads a whole file into memory, within a limit.
import Glibc
import Tables

/// The bytes of a file, or why there are none.
enum FileBytes: Sendable {
  case bytes([UInt8])
  /// More bytes than a document may have.
  case tooLarge(limit: Int)
  /// It does not exist, or may not be opened or read; the number of the system's error.
  case failed(errorNumber: Int32)

  /// - Parameter bytesMax: a file with more is not read to its end, so that endless streams end too.
  static func read(_ file: InputFile, from input: ByteSource, bytesMax: Int) -> FileBytes {
    if file.isStandardInput { return read(input, sizeHint: 0, bytesMax: bytesMax) }
    if waitsForWriter(file.place) { return .failed(errorNumber: EINVAL) }
    let descriptor = file.place.withSystemName { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { return .failed(errorNumber: errno) }
    defer { close(descriptor) }
    var status = stat()
    let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    if size > bytesMax { return .tooLarge(limit: bytesMax) }
    return read(ByteSource(descriptor: descriptor), sizeHint: size, bytesMax: bytesMax)
  }

  /// True for a named pipe, whose opening would wait for somebody to write into it. Pipes of the shell,
  /// `<(…)`, have their writer and are named by their descriptor.
  private static func waitsForWriter(_ place: SystemPath) -> Bool {
    guard let status = place.status(), status.st_mode & S_IFMT == S_IFIFO else { return false }
    return !["/dev/fd/", "/dev/stdin", "/proc/"].contains(where: place.text.hasPrefix)
  }

  private static let blockBytes = 1 << 16

  private static func read(_ stream: ByteSource, sizeHint: Int, bytesMax: Int) -> FileBytes {
    var bytes = [UInt8](repeating: 0, count: sizeHint + 1)
    var count = 0
    while true {
      if count == bytes.count { bytes += repeatElement(0, count: max(blockBytes, count)) }
      let got = bytes.withUnsafeMutableBytes {
        stream.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
      }
      if got < 0 { return .failed(errorNumber: errno) }
      if got == 0 { break }
      count += got
      if count > bytesMax { return .tooLarge(limit: bytesMax) }
    }
    bytes.removeLast(bytes.count - count)
    return .bytes(bytes)
  }
}
