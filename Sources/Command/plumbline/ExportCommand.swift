// `plumbline export`: records and documents in, official forms out.
import CommandLineParsing
import FormExport
import Forms
import Glibc
import IsolatedReading
import Operations

/// What came out of many files, for the closing line and the exit code.
struct ExportSum: Sendable, Equatable {
  var forms = 0
  var files = 0
  var losses = 0
  var differences = 0
  /// Forms that could not be exported.
  var failures = 0
  var unreadable = 0
  var missing = 0
  var unwritten = 0

  var exitCode: ExitCode {
    unwritten > 0
      ? .outputFailed
      : missing > 0
        ? .notFound : unreadable > 0 ? .unreadable : differences + failures > 0 ? .found : .success
  }
}

/// Runs one request.
struct ExportCommand {
  var request: ExportRequest
  var console: Console

  func run() -> ExitCode {
    let inputs = InputFiles(places: console.places(of: request.paths), taking: InputFiles.recordEndings)
    for path in inputs.missing { tell(ImportWording.notFound(path)) }
    let exporting: ExportForms
    do throws(ExportError) {
      exporting = try ExportForms(settings)
    } catch {
      tell(error.sentence)
      return .outputFailed
    }
    for notice in exporting.fontNotices { tell(notice) }
    var folder: ExportFolder?
    if case .folder(let path) = request.output {
      folder = ExportFolder(path, overwrites: request.overwrites)
      guard folder != nil else {
        tell(ExportCommandWording.noFolder(path))
        return .outputFailed
      }
    }
    var readers = ReaderSettings()
    readers.readersMax = request.jobs
    let pool = ReaderPool(settings: readers)
    defer { pool.close() }
    let work = FileExport(
      input: console.input, exporting: exporting,
      reading: ReadForms(isolation: .foreignFormats(in: pool)), isMerged: request.output.isMerged,
      verifies: request.verifies)
    var course = ExportCourse(request: request, console: console, folder: folder)
    course.sum.missing = inputs.missing.count
    let files = inputs.files
    var progress = ProgressLine(on: console.errors, count: files.count)
    OrderedWork(count: files.count, workers: request.jobs) { work.product(of: files[$0]) }
      .run { index, product in
        progress.hide()
        course.take(product, of: files[index].path)
        progress.show(done: index + 1)
        return true
      }
    progress.hide()
    if request.output.isMerged { course.writeAll(by: work) }
    course.close()
    return course.sum.exitCode
  }

  private var settings: ExportSettings {
    ExportSettings(
      format: request.format, layout: request.layout,
      options: FormSheetOptions(isDraft: request.isDraft, monitoredMonths: request.months),
      fonts: request.fonts, created: time(nil))
  }

  private func tell(_ sentence: String) { ExportCommandWording.tell(sentence, console) }
}

/// The course of an export: finished forms come in the order of the input and go to their files.
struct ExportCourse {
  let request: ExportRequest
  let console: Console
  var folder: ExportFolder?
  var sum = ExportSum()
  /// Forms that become one file.
  private var merged: [LaidOutForm] = []

  init(request: ExportRequest, console: Console, folder: ExportFolder?) {
    self.request = request
    self.console = console
    self.folder = folder
  }

  mutating func take(_ product: ExportProduct, of path: String) {
    let shown = path == "-" ? ImportWording.standardInput : path
    if product.isMissing {
      sum.missing += 1
      tell(ImportWording.notFound(shown))
    }
    if let sentence = product.unreadable {
      sum.unreadable += 1
      tell(ImportWording.unreadable(shown, sentence))
    }
    for sentence in product.failures {
      sum.failures += 1
      tell(ImportWording.unreadable(shown, sentence))
    }
    if product.items.isEmpty, product.failures.isEmpty, product.unreadable == nil, !product.isMissing {
      tell(ImportWording.unreadable(shown, ImportWording.noForm))
    }
    for item in product.items {
      sum.forms += 1
      tell(losses: item.laidOut.losses, of: shown, in: item.laidOut.layout)
      guard let file = item.file else {
        merged.append(item.laidOut)
        continue
      }
      guard let path = folder?.write(file.bytes, of: item.laidOut.printed, format: request.format) else {
        sum.unwritten += 1
        continue
      }
      sum.files += 1
      if !console.output.write(DisplayText.harmless(path) + "\n"), !console.output.isClosed {
        sum.unwritten += 1
      }
      tell(file.notices, item.differences, of: path)
    }
  }

  /// Writes the one file that takes all forms.
  mutating func writeAll(by work: FileExport) {
    guard !merged.isEmpty else { return }
    do throws(ExportError) {
      let file = try work.exporting.write(merged)
      var path = ImportWording.standardOutput
      if case .file(let named) = request.output {
        path = named
        if !ExportFolder.write(file.bytes, to: named) { sum.unwritten += 1 }
      } else if !console.output.write(file.bytes), !console.output.isClosed {
        sum.unwritten += 1
      }
      sum.files += 1
      let differences =
        request.verifies
        ? work.exporting.differences(in: file, from: merged, reading: work.reading) : []
      tell(file.notices, differences, of: path)
    } catch {
      sum.failures += 1
      tell(error.sentence)
    }
  }

  /// The closing line, where there was more than one form or anything to tell.
  func close() {
    if sum.unwritten > 0 { tell(ImportWording.outputFailed) }
    if sum.forms != 1 || sum.exitCode != .success || request.verifies {
      _ = console.errors.write(ExportCommandWording.sum(sum, verifies: request.verifies) + "\n")
    }
  }

  private mutating func tell(losses: [FieldLoss], of path: String, in layout: FormLayout) {
    guard !losses.isEmpty else { return }
    sum.losses += losses.count
    tell(ExportCommandWording.losses(losses, of: path, in: layout))
  }

  private mutating func tell(_ notices: [String], _ differences: [RecordDifference], of path: String) {
    sum.differences += differences.count
    for notice in notices { tell(ImportWording.unreadable(path, notice)) }
    for difference in differences { tell(ImportWording.unreadable(path, difference.sentence)) }
  }

  private func tell(_ sentence: String) { ExportCommandWording.tell(sentence, console) }
}
