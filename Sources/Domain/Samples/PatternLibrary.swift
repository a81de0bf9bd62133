// All patterns of projects, read once.

/// The patterns that come with the program.
struct PatternLibrary: Sendable {
  /// Of projects, in the order of the text.
  let patterns: [ProjectPattern]
  /// Of whole departments.
  let department: ProjectPattern?

  /// - Throws: the first line that cannot be read.
  init(text: String) throws(PatternFailure) {
    let all = try PatternReader(text).patterns
    patterns = all.filter { $0.units != [PatternWords.departments] }
    department = all.first { $0.units == [PatternWords.departments] }
  }

  private init() {
    patterns = []
    department = nil
  }

  /// A test holds that the text can be read; a text that cannot would leave no patterns.
  static let shipped = (try? PatternLibrary(text: shippedText)) ?? PatternLibrary()

  static let shippedText = String(decoding: PackageResources.projects_txt, as: UTF8.self)

  /// Places of the patterns that a unit can have.
  func places(for unit: String) -> [Int] {
    patterns.indices.filter { patterns[$0].units?.contains(unit) ?? true }
  }
}
