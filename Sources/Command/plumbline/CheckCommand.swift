// `plumbline check`: files in, findings out, ordered by what they weigh.
import CommandLineParsing
import DocumentReading
import Findings
import IsolatedReading
import JSONText
import Operations
import Review
import RuleSets
import Tables

/// What came out of many files, for the closing lines and the exit code.
struct CheckSum: Sendable, Equatable {
  var files = 0
  var forms = 0
  var sums = 0
  var unreadable = 0
  var missing = 0
  /// Findings by severity, before anything is hidden.
  var errors = 0
  var warnings = 0
  var hints = 0
  /// Findings by rule.
  var byRule: [String: Int] = [:]
  /// Rules that had nothing to go by.
  var unchecked = UncheckedRules()

  var exitCode: ExitCode {
    missing > 0 ? .notFound : unreadable > 0 ? .unreadable : errors > 0 ? .found : .success
  }

  mutating func add(_ other: CheckSum) {
    files += other.files
    forms += other.forms
    sums += other.sums
    unreadable += other.unreadable
    missing += other.missing
    errors += other.errors
    warnings += other.warnings
    hints += other.hints
    byRule.merge(other.byRule, uniquingKeysWith: +)
    unchecked.add(other.unchecked)
  }
}

/// Runs one request.
struct CheckCommand {
  var request: CheckRequest
  var console: Console

  private struct FileResult: Sendable {
    var output: [UInt8] = []
    var message: String?
    var sum = CheckSum(files: 1)
    var document: CheckedDocument?
  }

  func run() -> ExitCode {
    switch RuleSetChoice.load(request.ruleSet) {
    case .loaded(let ruleSet): return run(under: ruleSet)
    case .refused(let code, let sentences):
      for sentence in sentences { tell(sentence) }
      return code
    }
  }

  private func run(under ruleSet: RuleSet) -> ExitCode {
    let inputs = InputFiles(places: console.places(of: request.paths), taking: InputFiles.recordEndings)
    var sum = CheckSum(missing: inputs.missing.count)
    for path in inputs.missing { tell(ImportWording.notFound(path)) }
    let files = inputs.files
    var page: CheckPage?
    if let path = request.page {
      page = CheckPage(path: path)
      guard page != nil else {
        tell(ImportWording.pageUnusable(path))
        return .outputFailed
      }
    }
    var progress = ProgressLine(on: console.errors, count: inputs.hasFolder ? files.count : 1)
    var settings = ReaderSettings()
    settings.readersMax = request.jobs
    let pool = ReaderPool(settings: settings)
    defer { pool.close() }
    let checking = FileChecking(request: request, ruleSet: ruleSet, console: console, pool: pool)
    var lastYear: LastYearForms?
    if let path = request.lastYear {
      guard let forms = forms(of: path, by: checking) else { return .notFound }
      lastYear = forms
    }
    // Reading is what takes long: it shows its progress.
    var surroundings = CheckSurroundings(rules: ruleSet, lastYear: lastYear)
    let read = readAll(files, by: checking, into: &surroundings) { progress.show(done: $0) }
    progress.hide()
    let around = surroundings
    let work = OrderedWork(count: files.count, workers: request.jobs) {
      checking.result(of: read[$0], among: around)
    }
    var isWritten = start(fileCount: files.count)
    if isWritten {
      work.run { index, result in
        if let message = result.message { tell(message) }
        sum.add(result.sum)
        if let document = result.document { page?.add(document, failure: result.message) }
        isWritten = separator(index) && console.output.write(result.output)
        return isWritten
      }
    }
    page?.finish(sum)
    guard isWritten, page?.isIntact ?? true, close(sum, fileCount: files.count) else {
      guard !console.output.isClosed else { return .success }
      tell(ImportWording.outputFailed)
      return .outputFailed
    }
    return sum.exitCode
  }

  /// All files of the run, read before the first is reviewed: forms are held against one another.
  private func readAll(
    _ files: [InputFile], by checking: FileChecking, into surroundings: inout CheckSurroundings,
    progress: (_ done: Int) -> Void
  ) -> [FileChecking.ReadFile] {
    var read: [FileChecking.ReadFile] = []
    read.reserveCapacity(files.count)
    OrderedWork(count: files.count, workers: request.jobs) { checking.read(files[$0]) }.run { index, file in
      if case .document(let document) = file { surroundings.add(document) }
      read.append(file)
      progress(index + 1)
      return true
    }
    surroundings.close()
    return read
  }

  /// Last year's forms; nil where nothing stands at the path.
  private func forms(of path: String, by checking: FileChecking) -> LastYearForms? {
    let inputs = InputFiles(places: console.places(of: [path]), taking: InputFiles.recordEndings)
    for path in inputs.missing { tell(ImportWording.notFound(path)) }
    guard inputs.missing.isEmpty else { return nil }
    var forms = LastYearForms()
    var isThere = true
    let files = inputs.files
    OrderedWork(count: files.count, workers: request.jobs) { checking.read(files[$0]) }.run { index, file in
      switch file {
      case .missing(let path):
        tell(ImportWording.notFound(path))
        isThere = false
      case .document(let document):
        let reviewed = document.failure.map { CheckedDocument(file: document.file, outcome: $0) }
        if let sentence = reviewed.flatMap({ FileChecking.failure(of: $0) }) { tell(sentence) }
        for form in document.forms { forms.add(form) }
      }
      return true
    }
    return isThere ? forms : nil
  }

  /// Several files in JSON are a list of objects; a table has one head.
  private func start(fileCount: Int) -> Bool {
    switch request.output {
    case .report: true
    case .json: fileCount == 1 ? true : console.output.write("[")
    case .csv: console.output.write(FindingTable.head)
    }
  }

  private func separator(_ index: Int) -> Bool {
    request.output == .json && index > 0 ? console.output.write(",\n") : true
  }

  private func close(_ sum: CheckSum, fileCount: Int) -> Bool {
    switch request.output {
    case .json: return fileCount == 1 ? true : console.output.write("]\n")
    case .csv:
      // The table holds findings alone.
      if let sentence = sum.unchecked.sentence { tell(sentence) }
      return true
    case .report: return console.output.write(CheckReport.closing(sum, isColoured: console.isColoured))
    }
  }

  private func tell(_ sentence: String) {
    _ = console.errors.write("plumbline check: \(DisplayText.harmless(sentence))\n")
  }

  /// Checks one file and makes its finished output; all of it happens on the thread of the work.
  private struct FileChecking: Sendable {
    let request: CheckRequest
    let input: ByteSource
    let report: CheckReport
    let limits = ReadingLimits()
    let checking: CheckDocument

    init(request: CheckRequest, ruleSet: RuleSet, console: Console, pool: ReaderPool) {
      self.request = request
      input = console.input
      report = CheckReport(
        columns: console.columns, isColoured: console.isColoured, severity: request.severity)
      checking = CheckDocument(rules: ruleSet, limits: limits, isolation: .foreignFormats(in: pool))
    }

    /// A file of the run.
    enum ReadFile: Sendable {
      case document(UnreviewedDocument)
      /// Nothing stands at the path.
      case missing(String)
    }

    func read(_ file: InputFile) -> ReadFile {
      switch FileBytes.read(file, from: input, bytesMax: limits.fileBytesMax) {
      case .failed: .missing(file.path)
      case .tooLarge(let limit): .document(UnreviewedDocument(file: file.path, bytesMax: limit))
      case .bytes(let bytes): .document(checking.read(file: file.path, bytes: bytes))
      }
    }

    func result(of file: ReadFile, among surroundings: CheckSurroundings) -> FileResult {
      switch file {
      case .missing(let path):
        var result = FileResult(message: ImportWording.notFound(path))
        result.sum.missing = 1
        return result
      case .document(let document): return finished(checking.review(document, among: surroundings))
      }
    }

    /// Why a file could not be read, in a sentence; nil where it could.
    static func failure(of document: CheckedDocument) -> String? {
      switch document.outcome {
      case .reviewed: nil
      case .unreadable(let error):
        ImportWording.unreadable(document.file, ReadingWording.sentence(for: error))
      case .noRecord(let failure): ImportWording.unreadable(document.file, failure.sentence)
      }
    }

    private func finished(_ document: CheckedDocument) -> FileResult {
      var result = FileResult()
      result.message = Self.failure(of: document)
      if result.message != nil { result.sum.unreadable = 1 }
      result.sum.count(document.reviewed)
      let shown = shown(document)
      result.output = written(shown)
      if request.page != nil { result.document = shown }
      return result
    }

    /// Without the findings that weigh less than what was asked for.
    private func shown(_ document: CheckedDocument) -> CheckedDocument {
      guard case .reviewed(var forms) = document.outcome else { return document }
      for index in forms.indices {
        forms[index].review.findings.removeAll { ($0.severity ?? .info) < request.severity }
      }
      return CheckedDocument(file: document.file, outcome: .reviewed(forms))
    }

    private func written(_ shown: CheckedDocument) -> [UInt8] {
      switch request.output {
      case .report: return Array(report.text(of: shown).utf8)
      case .csv: return Array(FindingTable.lines(of: shown).utf8)
      case .json:
        var json = JSONWriter(indent: 2, reserving: 1 << 14)
        shown.write(to: &json)
        return json.bytes + [UInt8(ascii: "\n")]
      }
    }
  }
}

extension CheckSum {
  fileprivate mutating func count(_ reviewed: [ReviewedForm]) {
    forms = reviewed.count
    unchecked.add(reviewed)
    for form in reviewed {
      sums += form.review.sums.count
      for finding in form.review.findings {
        byRule[finding.rule, default: 0] += 1
        switch finding.severity {
        case .error: errors += 1
        case .warning: warnings += 1
        case .info, nil: hints += 1
        }
      }
    }
  }
}
