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

  /// - Parameters:
  ///   - file: the name for the result; it decides nothing.
  ///   - bytes: the whole file: a document, or records in JSON (one value, or one a line).
  package func run(file: String, bytes: [UInt8]) -> CheckedDocument {
    if RecordFile.looksLikeOne(bytes) {
      do throws(RecordFileFailure) {
        return CheckedDocument(file: file, outcome: .reviewed(reviewed(try RecordFile.read(bytes))))
      } catch {
        return CheckedDocument(file: file, outcome: .noRecord(error))
      }
    }
    switch importing.run(file: file, bytes: bytes).outcome {
    case .unreadable(let error): return CheckedDocument(file: file, outcome: .unreadable(error))
    case .read(let result):
      let findings = Dictionary(grouping: result.findings) { $0.form }
      let forms = result.forms.enumerated().map { index, recognized in
        RecordFile.Entry(
          form: recognized.form, findings: findings[index] ?? [], places: recognized.provenance)
      }
      return CheckedDocument(file: file, outcome: .reviewed(reviewed(forms)))
    }
  }

  private func reviewed(_ entries: [RecordFile.Entry]) -> [ReviewedForm] {
    var neighbours = FormNeighbours()
    for entry in entries { neighbours.add(entry.form) }
    var forms: [ReviewedForm] = []
    forms.reserveCapacity(entries.count)
    var start = 0
    while start < entries.count {
      let some = entries[start..<min(start + Self.formsAtOnce, entries.count)]
      let subjects = some.map { entry in
        var context = ReviewContext()
        context.alikeProjects = neighbours.alike(entry.form)
        return ReviewSubject(
          form: entry.form, rules: rules, context: context, readingFindings: entry.findings)
      }
      for (entry, result) in zip(some, review.run(subjects)) {
        forms.append(
          ReviewedForm(
            form: entry.form, review: result, places: entry.places,
            sheet: ReviewSheet(kind: entry.form.kind, findings: result.findings)))
      }
      start += Self.formsAtOnce
    }
    return forms
  }

  /// Many forms at once are faster, all of a large file would take its memory.
  private static let formsAtOnce = 64
}
