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
    let inputs = InputFiles(paths: request.paths, taking: InputFiles.endings.union(["json", "jsonl"]))
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
    let work = OrderedWork(count: files.count, workers: request.jobs) { checking.result(of: files[$0]) }
    var isWritten = start(fileCount: files.count)
    if isWritten {
      work.run { index, result in
        progress.hide()
        if let message = result.message { tell(message) }
        sum.add(result.sum)
        if let document = result.document { page?.add(document, failure: result.message) }
        isWritten = separator(index) && console.output.write(result.output)
        progress.show(done: index + 1)
        return isWritten
      }
    }
    progress.hide()
    page?.finish(sum)
    guard isWritten, page?.isIntact ?? true, close(sum, fileCount: files.count) else {
      guard !console.output.isClosed else { return .success }
      tell(ImportWording.outputFailed)
      return .outputFailed
    }
    return sum.exitCode
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
    case .json: fileCount == 1 ? true : console.output.write("]\n")
    case .csv: true
    case .report: console.output.write(CheckReport.closing(sum, isColoured: console.isColoured))
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

    func result(of file: InputFile) -> FileResult {
      switch FileBytes.read(file, from: input, bytesMax: limits.fileBytesMax) {
      case .failed:
        var result = FileResult(message: ImportWording.notFound(file.path))
        result.sum.missing = 1
        return result
      case .tooLarge(let limit):
        return finished(
          CheckedDocument(
            file: file.path, outcome: .unreadable(.limit(name: .fileBytes, value: limit))))
      case .bytes(let bytes): return finished(checking.run(file: file.path, bytes: bytes))
      }
    }

    private func finished(_ document: CheckedDocument) -> FileResult {
      var result = FileResult()
      switch document.outcome {
      case .reviewed: break
      case .unreadable(let error):
        result.sum.unreadable = 1
        result.message = ImportWording.unreadable(document.file, ReadingWording.sentence(for: error))
      case .noRecord(let failure):
        result.sum.unreadable = 1
        result.message = ImportWording.unreadable(document.file, failure.sentence)
      }
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
