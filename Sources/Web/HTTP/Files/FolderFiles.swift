// The files of a folder as responses, and nothing that lies outside of it.
import Glibc

/// Serves the regular files below a folder.
///
/// A path is walked segment by segment from the open folder, following no symbolic link, so that no spelling
/// of
/// a path leads out of it; names that begin with a point are never served.
package actor FolderFiles {
  private let root: Int32

  /// Apart from the threads of tasks.
  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    DiskExecutor.shared.asUnownedSerialExecutor()
  }

  /// - Returns: nil where there is no such folder.
  package init?(folder: String) {
    root = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard root >= 0 else { return nil }
  }

  deinit { close(root) }

  /// The file at the segments of a path, with a tag of its length and time.
  ///
  /// - Throws: `Refusal.notFound` for everything that is no regular file inside.
  package func response(at segments: [String]) throws(Refusal) -> Response {
    guard let name = segments.last, segments.allSatisfy(Self.isName) else { throw .notFound }
    var folder = root
    defer { if folder != root { close(folder) } }
    for segment in segments.dropLast() {
      let next = openat(folder, segment, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if folder != root { close(folder) }
      folder = next
      guard next >= 0 else {
        folder = root
        throw .notFound
      }
    }
    let descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .notFound }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notFound
    }
    let file = OpenFile(descriptor: descriptor, length: Int(status.st_size))
    var response = Response(body: file.length == 0 ? .empty : .file(file))
    response.headers[.contentType] = MediaType.of(fileNamed: name).header
    let time = "\(status.st_mtim.tv_sec)-\(status.st_mtim.tv_nsec)"
    response.headers[.etag] = HeaderValue(sound: "\"\(file.length)-\(time)\"")
    return response
  }

  private static func isName(_ segment: String) -> Bool {
    let bytes = segment.utf8
    return (1...255).contains(bytes.count) && bytes.first != UInt8(ascii: ".")
      && bytes.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") }
  }
}
