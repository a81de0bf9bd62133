// The fonts that are there for a map of fonts, opened once for any number of printers.
import CPango
import FormSheets
import Programs

/// The installed fonts for each role; made once (some 0.2 s), shared by printers on any thread.
///
/// Example: `let fonts = try PrintingFonts(); let printer = try SheetPrinter(fonts: fonts)`.
package final class PrintingFonts: Sendable {
  /// The map that was asked for.
  package let map: FontMap
  /// What is missing of it, each font once.
  package let notices: [FontNotice]
  let configuration: FontConfiguration
  private let styles: [TextRole: FontStyle]
  private let folder: WorkFolder?

  /// Looks the fonts of a map up.
  ///
  /// - Throws: `.noFonts` where the system has none at all.
  package init(map: FontMap = .official) throws(PrintingError) {
    guard let configuration = FontConfiguration() else { throw .noFonts }
    var notices: [FontNotice] = []
    var styles: [TextRole: FontStyle] = [:]
    var workshop = Workshop(configuration: configuration)
    for role in TextRole.allCases {
      let choice = map[role]
      let installed = choice.families.first { configuration.has($0) }
      let isBold = installed == nil && choice.isSubstituteBold
      let family = installed ?? choice.substitute
      guard let file = configuration.file(family, isBold: isBold) else { throw .noFonts }
      if installed == nil, let wanted = choice.families.first ?? Self.absent(family, configuration) {
        let notice = FontNotice(wanted: wanted, used: file.family)
        if !notices.contains(where: { $0.wanted == wanted }) { notices.append(notice) }
      }
      let working = workshop.family(for: file)
      let families = [working, family, choice.substitute, FontMap.serif, FontMap.sans].compactMap { $0 }
      styles[role] = FontStyle(
        families: families.map(Self.quoted).joined(separator: ","), isBold: isBold,
        size: Double(choice.size) / 10, lineHeight: Double(choice.size * choice.lineHeight) / 1000)
    }
    self.map = map
    self.notices = notices
    self.configuration = configuration
    self.styles = styles
    folder = workshop.folder
  }

  deinit { folder?.remove() }

  func style(_ role: TextRole) -> FontStyle {
    styles[role] ?? FontStyle(families: FontMap.serif, isBold: false, size: 10.5, lineHeight: 13.65)
  }

  private static func absent(_ family: String, _ configuration: FontConfiguration) -> String? {
    configuration.has(family) ? nil : family
  }

  /// Commas part the names of families.
  private static func quoted(_ family: String) -> String {
    String(family.map { $0 == "," ? " " : $0 })
  }
}

/// How texts of a role are set; lengths in points.
struct FontStyle: Sendable {
  /// Names of families in the order in which they are tried for each character.
  var families: String
  var isBold: Bool
  var size: Double
  var lineHeight: Double
}

/// Makes one working font for each file that is used.
private struct Workshop {
  let configuration: FontConfiguration
  private(set) var folder: WorkFolder?
  private var families: [String: String?] = [:]

  init(configuration: FontConfiguration) {
    self.configuration = configuration
  }

  /// - Returns: nil where none can be made; the font is used as it is then.
  mutating func family(for file: FontFile) -> String? {
    let key = "\(file.path)#\(file.index)"
    if let known = families[key] { return known }
    let made = make(file, name: "Plumbline \(families.count + 1)")
    families[key] = .some(made)
    return made
  }

  private mutating func make(_ file: FontFile, name: String) -> String? {
    if folder == nil { folder = WorkFolder("plumbline-fonts") }
    guard let folder, let bytes = WorkingFont.make(file: file.path, index: file.index, family: name),
      folder.write(bytes, as: "\(families.count + 1).otf"),
      configuration.add(folder.path("\(families.count + 1).otf"))
    else { return nil }
    return name
  }
}
