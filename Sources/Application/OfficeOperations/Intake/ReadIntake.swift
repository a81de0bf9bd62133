// An intake opened: how far it is, what was read, field by field, and what was said about it.
package import Findings
import JSONText
import Ledger
package import Model
import Operations
import Organisations
import Quantities
import Recognition
package import Records
package import Review
import RuleSets
package import Tables

/// A document with what was read from it.
package struct OpenedIntake: Sendable {
  package let intake: Intake
  package let progress: IntakeState
  package let details: IntakeDetails
  /// The paragraphs and tables of the original; nil until it was read.
  package let document: Document?
  /// In the order of the document.
  package let forms: [IntakeForm]
  /// What reading found that belongs to no form.
  package let findings: [Finding]
}

/// One form of a document.
package struct IntakeForm: Sendable {
  /// From 0.
  package let number: Int
  /// As it was read.
  package let form: Form
  /// As it would become a draft now: corrections made, doubtful numbers that nobody confirmed left out.
  package let taken: Form
  /// Every field that holds something, in the order of the record.
  package let fields: [IntakeField]
  /// What reading found, and what the review says of it as it would be taken.
  package let findings: [Finding]
  package let review: [ReviewFinding]
  /// The draft that it became.
  package let draft: FormID?

  /// Fields that want to be confirmed, answered or not.
  package var doubtful: [IntakeField] { fields.filter(\.isDoubtful) }
  /// Those that nobody has answered.
  package var open: [IntakeField] { fields.filter { $0.isDoubtful && $0.answer == nil } }
}

/// A field as it was read, where it stood, and what somebody said about it.
package struct IntakeField: Sendable, Hashable {
  /// The path in the record: `indicators/3/annualValue`.
  package let path: String
  /// As it was read.
  package let text: String
  /// Percent, 0…100.
  package let confidence: Int
  /// Where it stands in the original; nil where no one place can be named.
  package let place: Place?
  /// True where a person has to look: read without being sure, or a number from a picture.
  package let isDoubtful: Bool
  package let answer: IntakeAnswer?
  /// What `CutOutField` shows of it; nil where there is no picture of its place.
  package let part: PagePart?

  /// As it would be taken.
  package var takenText: String? {
    switch answer {
    case .corrected(let text): text
    case .confirmed: self.text
    case nil: isLeftOut ? nil : self.text
    }
  }

  /// True for a doubtful number that nobody has answered: it is never taken by default.
  package var isLeftOut: Bool {
    isDoubtful && answer == nil && text.unicodeScalars.contains(where: Self.isNumeral)
  }

  /// Digits of any kind, and the Chinese ones.
  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }

  /// Readings of text are doubted below; those of pictures below the second, and all their numbers.
  static let sureMin = 75
  static let pictureSureMin = 80
}

/// Opens an intake.
package struct ReadIntake: Sendable {
  package var id: IntakeID

  package init(id: IntakeID) { self.id = id }

  /// - Throws: `.permission`, `.records(.notFound)` also for one that lies elsewhere, `.unforeseen` where
  ///   what was read is lost.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> OpenedIntake {
    let (intake, region, reading, choices) = try await office.read { records in
      let intake = try records.intake(id, by: signedIn).value
      let region = try records.organisation(intake.organisation).value.path.region
      return (
        intake, region, try records.attachments(of: intake.readingSubject).last,
        try records.settings().compactMap(RuleChoice.init)
      )
    }
    let usual = FiscalYear(office.today.year)
    let rules = { (form: Form) -> RuleSet in
      guard let year = form.json["fiscalYear"]?.whole.flatMap({ FiscalYear($0) }) ?? usual else {
        return .national
      }
      return PlaceRules(at: region, year: year, kind: form.kind, among: choices).rules
    }
    guard intake.progress == .read, let reading else { return OpenedIntake(intake, rules: rules) }
    return OpenedIntake(
      intake, read: try await Self.document(reading, of: intake, in: office), rules: rules)
  }

  /// What was read, from the folder.
  static func document(
    _ reading: Attachment, of intake: Intake, in office: Office
  ) async throws(OfficeRefusal) -> ReadDocument {
    guard let folder = office.attachments else { throw .unforeseen }
    let name = intake.name
    let read = await office.disk.run { () -> ReadDocument? in
      guard let bytes = try? folder.bytes(of: reading.content), let json = try? JSONReader.read(bytes) else {
        return nil
      }
      return ReadDocument(json, file: name)
    }
    guard let read else { throw .unforeseen }
    return read
  }
}

/// How far an intake is, for pages that wait.
package struct ReadIntakeState: Sendable {
  package var id: IntakeID

  package init(id: IntakeID) { self.id = id }

  /// - Throws: `.permission`, `.records(.notFound)` also for one that lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> Intake {
    try await office.read { try $0.intake(id, by: signedIn).value }
  }
}

extension OpenedIntake {
  /// - Parameter rules: those that the draft of a form will be reviewed by.
  init(_ intake: Intake, read: ReadDocument? = nil, rules: (Form) -> RuleSet) {
    self.intake = intake
    progress = intake.progress
    details = intake.found
    document = read?.document
    guard case .read(let result) = read?.imported.outcome else {
      forms = []
      findings = []
      return
    }
    let details = intake.found
    let findings = Dictionary(grouping: result.findings) { $0.form }
    let document = document
    forms = result.forms.enumerated().map { number, form in
      IntakeForm(number, form, findings[number] ?? [], details, document, rules)
    }
    self.findings = findings[nil] ?? []
  }
}

extension IntakeForm {
  init(
    _ number: Int, _ recognized: RecognizedForm, _ findings: [Finding], _ details: IntakeDetails,
    _ document: Document?, _ rules: (Form) -> RuleSet
  ) {
    self.number = number
    form = recognized.form
    self.findings = findings
    draft = details.drafts[number]
    let json = recognized.form.json
    let answers = details.answers[number] ?? [:]
    var fields: [IntakeField] = []
    recognized.forEachField { reading in
      let parts = reading.path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard let text = json.value(at: parts[...])?.shown else { return }
      let isPicture = recognized.toConfirm[reading.path] != nil
      let isUnsure = reading.confidence < (isPicture ? IntakeField.pictureSureMin : IntakeField.sureMin)
      let isDoubtful = isUnsure || isPicture && text.unicodeScalars.contains(where: IntakeField.isNumeral)
      fields.append(
        IntakeField(
          path: reading.path, text: text, confidence: reading.confidence, place: reading.place,
          isDoubtful: isDoubtful, answer: answers[reading.path], part: document?.part(at: reading.place)))
    }
    self.fields = fields
    taken = Self.taken(recognized.form, fields)
    review =
      FormReview().run(
        ReviewSubject(form: taken, rules: rules(taken), context: .init(), readingFindings: findings)
      ).findings
  }

  private static func taken(_ form: Form, _ fields: [IntakeField]) -> Form {
    var form = form
    for field in fields where field.takenText != field.text {
      if let changed = try? form.setting(field.path, to: field.takenText ?? "") { form = changed }
    }
    return form
  }
}
