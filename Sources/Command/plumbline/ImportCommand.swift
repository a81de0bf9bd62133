// `plumbline import`: files in, records out, one bad file never keeps the others from being read.
import CommandLineParsing
import DocumentReading
import JSONText
import Operations
import Recognition
import Tables

/// What came out of many files, for the closing line.
struct ImportSum: Sendable, Equatable {
  var files = 0
  var read = 0
  var forms = 0
  var findings = 0
  var unreadable = 0
  var missing = 0
  var passedOver = 0

  /// A path that is not there weighs more than a file that cannot be read.
  var exitCode: ExitCode { missing > 0 ? .notFound : unreadable > 0 ? .unreadable : .success }
}

/// Runs one request.
struct ImportCommand {
  var request: ImportRequest
  var console: Console

  /// What goes to the standard output for one file.
  private enum Output: Sendable {
    case text([UInt8])
    /// A document whose text is too long to be held: it is written piece by piece when its turn comes.
    case document(ImportedDocument)
  }

  /// Documents with more indicators than this are written piece by piece.
  private static let indicatorsHeldMax = 2_000

  /// What one file became: what goes to the two streams, and what it adds to the sum.
  private struct FileResult: Sendable {
    var output = Output.text([])
    var message: String?
    var sum = ImportSum(files: 1)
  }

  func run() -> ExitCode {
    let inputs = InputFiles(paths: request.paths)
    if request.output == .json, inputs.files.count != 1 || inputs.hasFolder || !inputs.missing.isEmpty {
      _ = console.errors.write("plumbline import: \(ImportWording.oneFileOnly)\n")
      return .usage
    }
    var sum = ImportSum(missing: inputs.missing.count, passedOver: inputs.passedOver)
    for path in inputs.missing { tell(ImportWording.notFound(path)) }
    var progress = ProgressLine(on: console.errors, count: inputs.hasFolder ? inputs.files.count : 1)
    let files = inputs.files
    let reading = FileReading(request: request, console: console)
    let work = OrderedWork(count: files.count, workers: request.jobs) { reading.result(of: files[$0]) }
    var isWritten = true
    work.run { index, result in
      progress.hide()
      if let message = result.message { tell(message) }
      sum.add(result.sum)
      isWritten = write(result.output)
      progress.show(done: index + 1)
      return isWritten
    }
    progress.hide()
    // Whoever closed the pipe has seen enough; a full disk is another matter, and both end here.
    guard isWritten else { return console.output.isClosed ? .success : outputFailed() }
    return close(sum, fileCount: files.count, hasFolder: inputs.hasFolder)
  }

  private func write(_ output: Output) -> Bool {
    switch output {
    case .text(let bytes): return console.output.write(bytes)
    case .document(let document):
      let sink = console.output
      var json = JSONWriter(indent: Self.indent(request.output)) { sink.write($0) }
      document.write(to: &json)
      return json.finish()
    }
  }

  /// One result is written for people too, a line a file for machines only.
  private static func indent(_ output: ImportRequest.Output) -> Int? { output == .json ? 2 : nil }

  private func close(_ sum: ImportSum, fileCount: Int, hasFolder: Bool) -> ExitCode {
    guard fileCount > 1 || hasFolder else { return sum.exitCode }
    let line = ImportWording.sum(sum) + "\n"
    guard request.output == .report else {
      _ = console.errors.write(line)
      return sum.exitCode
    }
    return console.output.write(line) || console.output.isClosed ? sum.exitCode : outputFailed()
  }

  private func outputFailed() -> ExitCode {
    tell(ImportWording.outputFailed)
    return .outputFailed
  }

  private func tell(_ sentence: String) {
    _ = console.errors.write("plumbline import: \(DisplayText.harmless(sentence))\n")
  }

  /// Reads one file and makes its finished output; all of it happens on the thread of the work.
  private struct FileReading: Sendable {
    let output: ImportRequest.Output
    let input: ByteSource
    let report: RecordReport
    let limits = ReadingLimits()
    let importing: ImportDocument

    init(request: ImportRequest, console: Console) {
      output = request.output
      input = console.input
      report = RecordReport(columns: console.columns, isColoured: console.isColoured)
      importing = ImportDocument(limits: limits)
    }

    func result(of file: InputFile) -> FileResult {
      switch FileBytes.read(file, from: input, bytesMax: limits.fileBytesMax) {
      case .failed: failed(file)
      case .tooLarge(let limit):
        finished(
          ImportedDocument(
            source: .init(file: file.path, fingerprint: nil, format: nil),
            outcome: .unreadable(.limit(name: .fileBytes, value: limit))))
      case .bytes(let bytes): finished(importing.run(file: file.path, bytes: bytes))
      }
    }

    private func failed(_ file: InputFile) -> FileResult {
      var result = FileResult(message: ImportWording.notFound(file.path))
      result.sum.missing = 1
      return result
    }

    private func finished(_ document: ImportedDocument) -> FileResult {
      var result = FileResult()
      switch document.outcome {
      case .read(let recognized):
        result.sum.read = 1
        result.sum.forms = recognized.forms.count
        result.sum.findings = recognized.findings.count
      case .unreadable(let error):
        result.sum.unreadable = 1
        result.message = ImportWording.unreadable(document.source.file, ReadingWording.sentence(for: error))
      }
      result.output = written(document)
      return result
    }

    private func written(_ document: ImportedDocument) -> Output {
      if output == .report { return .text(Array(report.text(of: document).utf8)) }
      if document.indicatorCount > indicatorsHeldMax { return .document(document) }
      var json = JSONWriter(indent: indent(output), reserving: 1 << 14)
      document.write(to: &json)
      return .text(json.bytes + [UInt8(ascii: "\n")])
    }
  }
}

extension ImportedDocument {
  fileprivate var indicatorCount: Int {
    guard case .read(let result) = outcome else { return 0 }
    return result.forms.reduce(0) { $0 + $1.rows.count }
  }
}

extension ImportSum {
  fileprivate mutating func add(_ other: ImportSum) {
    files += other.files
    read += other.read
    forms += other.forms
    findings += other.findings
    unreadable += other.unreadable
    missing += other.missing
  }
}
