// How long a project runs.
import Model

extension ReviewSubject {
  /// The number of years from start to end, both counted; nil where one of them is not printed or is no year.
  package var periodYears: Int? {
    guard let project = projectTarget?.project, let start = project.startYear, let end = project.endYear,
      Self.calendar.contains(start), Self.calendar.contains(end)
    else { return nil }
    return end - start + 1
  }

  private static let calendar = 1...9_999

  /// True where the printed end year says that there is no end (2099).
  package var isOpenEnded: Bool { projectTarget?.project.endYear == 2099 }
}
