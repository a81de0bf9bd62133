// `plumbline import`: files in, records out, one bad file never keeps the others from being read.
import CommandLineParsing
import DocumentReading
import IsolatedReading
import Operations
import Recognition
import Tables

/// Runs one request.
struct ImportCommand {
  var request: ImportRequest
  var console: Console

  func run() -> ExitCode {
    let inputs = InputFiles(
      places: console.places(of: request.paths),
      taking: request.reading.readsPictures
        ? InputFiles.endings.union(InputFiles.pictureEndings) : InputFiles.endings)
    if request.output == .json, inputs.files.count != 1 || inputs.hasFolder || !inputs.missing.isEmpty {
      _ = console.errors.write("plumbline import: \(ImportWording.oneFileOnly)\n")
      return .usage
    }
    var state: ImportState?
    if let path = request.stateFile {
      do throws(ImportState.Failure) {
        state = try ImportState(path: path, readsPictures: request.reading.readsPictures)
      } catch {
        switch error {
        case .inUse: tell(ImportWording.stateInUse(path))
        case .foreign: tell(ImportWording.stateForeign(path))
        case .unusable: tell(ImportWording.stateUnusable(path))
        }
        return .outputFailed
      }
    }
    var table: FindingsFile?
    if let path = request.findingsFile {
      table = FindingsFile(path: path)
      guard table != nil else {
        tell(ImportWording.tableUnusable(path))
        return .outputFailed
      }
    }
    for path in inputs.missing { tell(ImportWording.notFound(path)) }
    let code = Interruption.listening { read(inputs, state: state, table: table) }
    Interruption.end()
    return code
  }

  private func read(_ inputs: InputFiles, state: ImportState?, table: FindingsFile?) -> ExitCode {
    var settings = ReaderSettings()
    settings.readersMax = request.jobs
    let pool = ReaderPool(settings: settings)
    defer { pool.close() }
    let files = inputs.files
    let reading = FileImport(
      output: request.output, input: console.input,
      report: RecordReport(columns: console.columns, isColoured: console.isColoured),
      importing: ImportDocument(
        options: request.reading,
        isolation: request.isIsolated ? .everything(in: pool) : .foreignFormats(in: pool)),
      state: state, claims: inputs.hasFolder || state != nil ? ContentClaims() : nil)
    var course = ImportCourse(reading: reading, state: state, table: table, console: console)
    course.sum = ImportSum(missing: inputs.missing.count, passedOver: inputs.passedOver)
    var progress = ProgressLine(on: console.errors, count: inputs.hasFolder ? files.count : 1)
    let work = OrderedWork(count: files.count, workers: request.jobs) {
      reading.product(of: files[$0], index: $0)
    }
    var isInterrupted = false
    work.run { index, product in
      progress.hide()
      let goesOn = course.take(product, of: files[index])
      progress.show(done: index + 1)
      isInterrupted = Interruption.isAsked && index + 1 < files.count
      return goesOn && !isInterrupted
    }
    progress.hide()
    if pool.hasOpenNetwork { tell(ImportWording.openNetwork) }
    // Whoever closed the pipe has seen enough; a full disk is another matter, and both end here.
    guard course.isWritten else { return console.output.isClosed ? .success : outputFailed() }
    if let failure = course.failure(request) {
      tell(failure)
      return .outputFailed
    }
    if isInterrupted {
      tell(ImportWording.interrupted(course.sum.files, of: files.count, hasState: state != nil))
      return course.sum.exitCode
    }
    return close(course, fileCount: files.count, hasFolder: inputs.hasFolder)
  }

  private func close(_ course: ImportCourse, fileCount: Int, hasFolder: Bool) -> ExitCode {
    let sum = course.sum
    guard fileCount > 1 || hasFolder else { return sum.exitCode }
    let summary = hasFolder ? course.summary.text(columns: console.columns) : ""
    let text = summary + ImportWording.sum(sum) + "\n"
    guard request.output == .report else {
      _ = console.errors.write(text)
      return sum.exitCode
    }
    return console.output.write(text) || console.output.isClosed ? sum.exitCode : outputFailed()
  }

  private func outputFailed() -> ExitCode {
    tell(ImportWording.outputFailed)
    return .outputFailed
  }

  private func tell(_ sentence: String) { console.tell(sentence) }
}

extension Console {
  /// A sentence on the standard error.
  func tell(_ sentence: String) {
    _ = errors.write("plumbline import: \(DisplayText.harmless(sentence))\n")
  }
}
