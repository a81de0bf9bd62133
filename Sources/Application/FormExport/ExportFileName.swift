// Names for exported files: readable, safe on every system, never the same twice.
import Forms
package import Model

/// Gives each form the name of its file, such as `2024-某单位-某项目.pdf`.
package struct ExportFileName: Sendable {
  /// Bytes of a name with its number and ending; file systems take 255.
  package static let bytesMax = 200
  /// Bytes of one part.
  private static let partBytesMax = 90

  private var taken: Set<String> = []

  package init() {}

  /// The next free name of a form.
  ///
  /// - Parameter isTaken: whether a file of that name is there already.
  package mutating func name(
    of form: Form, format: ExportFormat, isTaken: (String) -> Bool = { _ in false }
  ) -> String {
    let stem = Self.stem(of: form)
    var number = 1
    while true {
      let name = stem + (number > 1 ? "-\(number)" : "") + "." + format.rawValue
      // file systems of other machines do not tell A from a
      let isFree = !taken.contains(name.lowercased()) && !isTaken(name)
      number += 1
      guard isFree else { continue }
      taken.insert(name.lowercased())
      return name
    }
  }

  /// Year, unit and project; for a department's form its name and what kind of form it is.
  static func stem(of form: Form) -> String {
    let fields = RecordFields(form)
    let unit = fields["/unit/name"] ?? fields["/department/name"]
    let project = fields["/project/name"]
    // A project has several forms in a year; only the first, its target, goes without a name of its kind.
    let kind = form.kind == .projectTarget && project != nil ? nil : ExportWording.kind(form.kind)
    let parts = [fields["/fiscalYear"], unit, project, kind].compactMap { $0 }.map(safe)
      .filter { !$0.isEmpty }
    let stem = cut(parts.joined(separator: "-"), bytesMax - 16)
    return stem.isEmpty ? ExportWording.untitled : stem
  }

  /// A text that is a part of a name on every system: no separators, no signs with a meaning for shells or
  /// file systems, nothing invisible, no dots at the ends.
  static func safe(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || isInvisible(scalar) { continue }
      scalars.append(forbidden.contains(scalar) ? "_" : scalar)
    }
    var view = scalars[...]
    while let first = view.first, first == "." || first == "-" || first == "~" { view.removeFirst() }
    let part = cut(String(view), partBytesMax)
    var end = part.unicodeScalars[...]
    while let last = end.last, last == "." || last == "-" { end.removeLast() }
    let name = String(end)
    return reserved.contains(name.uppercased()) ? name + "_" : name
  }

  private static let forbidden = Set("/\\:*?\"<>|$`'&;!#%{}".unicodeScalars)

  /// Names of devices on Windows.
  private static let reserved: Set<String> = [
    "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
    "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
  ]

  /// Control characters, marks of direction, and what has no assigned meaning.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// The longest beginning of whole characters within so many bytes.
  private static func cut(_ text: String, _ bytesMax: Int) -> String {
    guard text.utf8.count > bytesMax else { return text }
    var kept = ""
    var count = 0
    for character in text {
      count += character.utf8.count
      if count > bytesMax { break }
      kept.append(character)
    }
    return kept
  }
}
