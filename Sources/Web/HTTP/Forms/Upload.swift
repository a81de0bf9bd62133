// A form with files: the fields in memory, the files on disk, both within limits.

/// How much an upload may bring.
package struct UploadLimits: Sendable {
  package var partsMax = 200
  /// Of one field that is no file.
  package var fieldBytesMax = 1 << 20
  /// Of all fields together.
  package var fieldsBytesMax = 4 << 20
  /// Of one file.
  package var fileBytesMax = 64 << 20

  package init() {}
}

/// A file that was sent, on disk under a name of our own.
package struct UploadedFile: Sendable, Equatable {
  /// The form's field.
  package let field: String
  /// The last part of what the client called it, for people; never used as a path.
  package let clientName: String
  package let contentType: String?
  /// Where it stands until the handler is done.
  package let path: String
  package let bytes: Int
}

/// What was sent.
package struct Upload: Sendable, Equatable {
  package var fields = FormFields()
  package var files: [UploadedFile] = []
}

extension Request {
  /// Reads a form with files while it comes in: file bytes go to disk piece by piece.
  ///
  /// The files are removed when `body` returns or throws; what is to stay is moved away before.
  ///
  /// - Parameters:
  ///   - folder: exists and belongs to this process alone.
  ///   - body: gets the finished upload.
  /// - Throws: `Refusal` for another media type, for too much, for a broken body, and for a disk that takes
  ///   nothing; nothing stays on disk then.
  package func withUpload<Result: Sendable>(
    in folder: String, limits: UploadLimits = UploadLimits(),
    _ body: (Upload) async throws -> Result
  ) async throws -> Result {
    let reader = UploadReader(folder: folder, limits: limits)
    do {
      let upload = try await reader.read(self)
      let result = try await body(upload)
      await reader.removeFiles()
      return result
    } catch {
      await reader.removeFiles()
      throw error
    }
  }
}
