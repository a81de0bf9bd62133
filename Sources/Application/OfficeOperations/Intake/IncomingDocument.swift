// A document on its way into the office: piece by piece onto the disk, within a limit.
import Dispatch
package import Ledger
package import Records

/// Takes the bytes of one document as they arrive. It runs on a thread that may wait for the disk, never on
/// those that serve requests; what is given up leaves nothing behind.
package actor IncomingDocument {
  private var incoming: IncomingAttachment?
  private let folder: AttachmentFolder
  private let bytesMax: Int64
  private var problem: AttachmentProblem?

  private static let lane = DiskThread()

  /// The thread of the disk.
  package nonisolated var unownedExecutor: UnownedSerialExecutor { Self.lane.asUnownedSerialExecutor() }

  /// Bytes of a document at most: what the reader takes.
  package static let bytesMax: Int64 = 64 << 20

  /// - Throws: `.unforeseen` in an office that keeps no files.
  package init(in office: Office, bytesMax: Int64 = IncomingDocument.bytesMax) throws(OfficeRefusal) {
    guard let folder = office.attachments else { throw .unforeseen }
    self.folder = folder
    self.bytesMax = bytesMax
  }

  /// Takes a piece. After a problem the rest is let go by, so that the other files of an upload are reached.
  package func add(_ piece: [UInt8]) {
    guard problem == nil else { return }
    do throws(AttachmentProblem) {
      if incoming == nil { incoming = try folder.receive(bytesMax: bytesMax) }
      try incoming?.add(piece)
    } catch {
      problem = error
      incoming = nil
    }
  }

  /// The bytes lie on the disk from then on.
  package func finish() throws(AttachmentProblem) -> KeptBytes {
    if let problem { throw problem }
    if incoming == nil { incoming = try folder.receive(bytesMax: bytesMax) }
    guard let kept = try incoming?.finish() else { throw .failed(code: 0) }
    incoming = nil
    return KeptBytes(content: kept.content, byteCount: kept.byteCount)
  }
}

/// Bytes that lie in the folder of attachments.
package struct KeptBytes: Sendable, Hashable {
  package let content: ContentHash
  package let byteCount: Int64
}

/// One thread for actors that wait for the disk.
private final class DiskThread: SerialExecutor {
  private let queue = DispatchQueue(label: "plumbline.incoming")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedSerialExecutor()
    queue.async { job.runSynchronously(on: executor) }
  }
}
