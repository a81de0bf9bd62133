// What a reading in a process of its own may cost, and how many such processes there are.
import DocumentReading

/// Limits and numbers of the reading processes; the defaults suit published forms with a wide margin.
package struct ReaderSettings: Sendable {
  /// Reading processes at the same time, at least 1.
  package var readersMax = 2
  /// After so many documents a process is replaced, so that nothing of one document lives long.
  package var documentsPerReader = 50
  /// Seconds a document may take, by the clock on the wall.
  package var deadlineSeconds = 90
  /// The same where pictures are read for their text, which takes seconds a page.
  package var pictureDeadlineSeconds = 600
  /// Seconds of processor time a document may take.
  package var processorSeconds = 60
  /// The same where pictures are read for their text.
  package var pictureProcessorSeconds = 540
  /// Seconds that cutting a picture out of a page may take, by the clock and of processor time: somebody
  /// waits.
  package var cutOutSeconds = 15
  /// Bytes of memory a process may address; programs that it starts have as much again.
  package var addressSpaceBytesMax = 3 << 30
  /// Bytes of the largest file that it may write.
  package var temporaryFileBytesMax = 512 << 20
  /// Files that it may hold open.
  package var openFilesMax = 512
  /// Processes and threads of its user.
  package var processesMax = 1024
  /// Bytes of an answer.
  package var answerBytesMax = 128 << 20
  /// Seconds until a fresh process has to have said that it is ready.
  package var startSeconds = 20

  package init() {}

  func deadline(of question: ReaderQuestion, _ options: ReadingOptions) -> Int {
    if case .cutOut = question { return min(cutOutSeconds, deadlineSeconds) }
    return options.readsPictures ? pictureDeadlineSeconds : deadlineSeconds
  }

  func processor(of question: ReaderQuestion, _ options: ReadingOptions) -> Int {
    if case .cutOut = question { return min(cutOutSeconds, processorSeconds) }
    return options.readsPictures ? pictureProcessorSeconds : processorSeconds
  }
}
