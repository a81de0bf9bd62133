// Reads a file, a document or records, and reviews every form in it.
package import Findings
package import JSONText
package import Model
import Recognition
package import Review
package import RuleSets
package import Tables

/// What became of one checked file.
package struct CheckedDocument: Sendable {
  /// The name as given.
  package var file: String
  package var outcome: Outcome

  package init(file: String, outcome: Outcome) {
    self.file = file
    self.outcome = outcome
  }

  /// Reviewed, or not readable as document or record.
  package enum Outcome: Sendable {
    case reviewed([ReviewedForm])
    case unreadable(ReadingError)
    /// A text in JSON that holds no records.
    case noRecord(RecordFileFailure)
  }
}

/// Why a JSON file holds no records.
package enum RecordFileFailure: Error, Sendable, Equatable {
  case notJSON(JSONFailure)
  /// The file has no list of forms and is no form.
  case noForms
  /// One of the forms (from 1) is not in the record format.
  case wrongForm(number: Int, RecordFailure)
}

/// One form and what the review says about it.
package struct ReviewedForm: Sendable {
  package var form: Form
  package var review: ReviewResult
  /// Where the fields stand in the document; empty for records.
  package var places: [String: Place]
  /// The review sheet that the findings propose; nil for forms that promise nothing.
  package var sheet: ReviewSheet?
  /// Rules that had nothing to go by.
  package var unchecked: Set<UncheckedRules.Reason> = []
}

/// A file that has been read and not yet reviewed.
package struct UnreviewedDocument: Sendable {
  /// The name as given.
  package let file: String
  let outcome: Outcome

  init(file: String, outcome: Outcome) {
    self.file = file
    self.outcome = outcome
  }

  /// A file that has more bytes than are read.
  package init(file: String, bytesMax: Int) {
    self.init(file: file, outcome: .unreadable(.limit(name: .fileBytes, value: bytesMax)))
  }

  enum Outcome: Sendable {
    case read([RecordFile.Entry])
    case unreadable(ReadingError)
    case noRecord(RecordFileFailure)
  }

  /// The forms of the file; none where it could not be read.
  package var forms: [Form] { entries.map(\.form) }

  var entries: [RecordFile.Entry] {
    if case .read(let entries) = outcome { return entries }
    return []
  }

  /// Why it could not be read, as the check's outcome; nil where it could.
  package var failure: CheckedDocument.Outcome? {
    switch outcome {
    case .read: nil
    case .unreadable(let error): .unreadable(error)
    case .noRecord(let failure): .noRecord(failure)
    }
  }
}

/// Reviews the forms of a file; documents are imported first.
package struct CheckDocument: Sendable {
  private let importing: ImportDocument
  private let rules: RuleSet
  private let review = FormReview()

  /// - Parameter isolation: where documents are read; records are read here.
  package init(
    rules: RuleSet = .national, limits: ReadingLimits = .init(),
    isolation: ImportDocument.Isolation = .inProcess
  ) {
    importing = ImportDocument(limits: limits, isolation: isolation)
    self.rules = rules
  }

  /// Reads and reviews one file by itself.
  ///
  /// - Parameters:
  ///   - file: the name for the result; it decides nothing.
  ///   - bytes: the whole file: a document, or records in JSON (one value, or one a line).
  package func run(file: String, bytes: [UInt8]) -> CheckedDocument {
    let document = read(file: file, bytes: bytes)
    var surroundings = CheckSurroundings(rules: rules)
    surroundings.add(document)
    surroundings.close()
    return review(document, among: surroundings)
  }

  /// Reads a file; its review may wait until the others of a run are read.
  package func read(file: String, bytes: [UInt8]) -> UnreviewedDocument {
    if RecordFile.looksLikeOne(bytes) {
      do throws(RecordFileFailure) {
        return UnreviewedDocument(file: file, outcome: .read(try RecordFile.read(bytes)))
      } catch {
        return UnreviewedDocument(file: file, outcome: .noRecord(error))
      }
    }
    switch importing.run(file: file, bytes: bytes).outcome {
    case .unreadable(let error): return UnreviewedDocument(file: file, outcome: .unreadable(error))
    case .read(let result):
      let findings = Dictionary(grouping: result.findings) { $0.form }
      let forms = result.forms.enumerated().map { index, recognized in
        RecordFile.Entry(
          form: recognized.form, findings: findings[index] ?? [], places: recognized.provenance)
      }
      return UnreviewedDocument(file: file, outcome: .read(forms))
    }
  }

  /// Reviews the forms of a file beside the others of its run and last year's.
  package func review(_ document: UnreviewedDocument, among surroundings: CheckSurroundings)
    -> CheckedDocument
  {
    CheckedDocument(
      file: document.file,
      outcome: document.failure ?? .reviewed(reviewed(document.entries, surroundings)))
  }

  private func reviewed(
    _ entries: [RecordFile.Entry], _ surroundings: CheckSurroundings
  ) -> [ReviewedForm] {
    var forms: [ReviewedForm] = []
    forms.reserveCapacity(entries.count)
    var start = 0
    while start < entries.count {
      let some = entries[start..<min(start + Self.formsAtOnce, entries.count)]
      let subjects = some.map { entry in
        ReviewSubject(
          form: entry.form, rules: rules, context: surroundings.context(of: entry.form),
          readingFindings: entry.findings)
      }
      for ((entry, subject), result) in zip(zip(some, subjects), review.run(subjects)) {
        forms.append(
          ReviewedForm(
            form: entry.form, review: result, places: entry.places,
            // a blank form has earned no points
            sheet: subject.isBlank
              ? nil
              : ReviewSheet(kind: entry.form.kind, findings: result.findings, rules: subject.rules),
            unchecked: UncheckedRules.reasons(for: subject, hasLastYear: surroundings.hasLastYear)))
      }
      start += Self.formsAtOnce
    }
    return forms
  }

  /// Many forms at once are faster, all of a large file would take its memory.
  private static let formsAtOnce = 64
}
