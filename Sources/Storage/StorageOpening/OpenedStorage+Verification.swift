// Checks everything that was ever written: the ledger, versions, decisions, and the bytes of attachments.
package import Ledger
package import Records
internal import SQL

extension OpenedStorage {
  private static let attachmentsAtOnce = 200

  /// Holds the whole storage against its hashes.
  ///
  /// - Parameter heads: heads of the ledger that were printed or posted; each must lie on the chain.
  /// - Returns: what was seen, with every fault and its place.
  package func verify(expecting heads: [LedgerHead] = []) async throws(StorageProblem) -> LedgerReport {
    do throws(RecordError) {
      var report = try await records.verify(expecting: heads)
      var last: AttachmentID?
      while report.faults.count < LedgerVerifier.faultsMax {
        let after = last
        let page = try await records.read { records throws(RecordError) in
          try records.attachments(after: after, limit: Self.attachmentsAtOnce)
        }
        report.faults += await Self.faults(of: page, in: attachments)
        guard let end = page.last, page.count == Self.attachmentsAtOnce else { break }
        last = end.id
      }
      return report
    } catch {
      throw .records(error)
    }
  }

  private static func faults(of page: [Attachment], in folder: AttachmentFolder) async -> [LedgerFault] {
    await onOwnThread {
      page.compactMap { attachment in
        do throws(AttachmentProblem) {
          let bytes = try folder.bytes(of: attachment.content)
          if Int64(bytes.count) == attachment.byteCount { return nil }
        } catch {}
        return .alteredAttachment(attachment.content)
      }
    }
  }
}
