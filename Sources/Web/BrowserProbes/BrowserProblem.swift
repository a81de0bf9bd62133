// What goes wrong between a test and a browser.

/// Why a browser did not do what it was asked.
package enum BrowserProblem: Error, Sendable, Equatable {
  /// Chromium or its driver is not installed.
  case notInstalled
  /// The driver did not start, or is gone.
  case driverGone
  /// What the driver said makes no sense.
  case badAnswer
  /// The test was told to end.
  case cancelled
  /// No page came of a click on this selector.
  case tooSlow(String)
  /// The driver refused: its word for what is wrong, such as `no such element`, and its sentence.
  case refused(code: String, sentence: String)
}
