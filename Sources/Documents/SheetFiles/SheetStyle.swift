// How texts look by the part that they play: size, font, alignment that goes without saying.
internal import FormSheets
internal import HTML

/// A style of written files: one for each role, and one for the gap that keeps two tables apart.
enum SheetStyle: Int, CaseIterable {
  case title, subtitle, head, label, body, note, gap

  init(_ role: TextRole) {
    self =
      switch role {
      case .title: .title
      case .subtitle: .subtitle
      case .head: .head
      case .label: .label
      case .body: .body
      case .note: .note
      }
  }

  /// The size of letters, in half points.
  var halfPoints: Int {
    switch self {
    case .title: 36
    case .subtitle: 24
    case .head, .label, .body: 21
    case .note: 18
    case .gap: 2
    }
  }

  /// The space above and below a line outside of tables, in twips.
  var spacing: (before: Int, after: Int) {
    switch self {
    case .title: (0, 80)
    case .subtitle: (0, 60)
    case .head, .label, .body: (0, 40)
    case .note: (60, 0)
    case .gap: (0, 0)
    }
  }

  /// The style's identifier in the parts of a document.
  var identifier: StaticString {
    switch self {
    case .title: "SheetTitle"
    case .subtitle: "SheetSubtitle"
    case .head: "SheetHead"
    case .label: "SheetLabel"
    case .body: "SheetBody"
    case .note: "SheetNote"
    case .gap: "SheetGap"
    }
  }
}

/// The fonts of office files by role; readers without them take what `OfficeFont` names instead.
package struct SheetFonts: Sendable, Equatable {
  /// The form's title (小标宋).
  package var title: String
  /// Heads of columns and labels (黑体).
  package var head: String
  /// What people wrote (仿宋).
  package var body: String
  /// Letters and digits of Latin script.
  package var latin: String

  /// - Parameters: names as the machines of a bureau have them; nil for the usual ones (方正小标宋简体, 黑体,
  ///   仿宋_GB2312).
  package init(
    title: String? = nil, head: String? = nil, body: String? = nil, latin: String = "Times New Roman"
  ) {
    self.title = title ?? OfficeFontVocabulary.title
    self.head = head ?? OfficeFontVocabulary.head
    self.body = body ?? OfficeFontVocabulary.body
    self.latin = latin
  }

  func name(_ style: SheetStyle) -> String {
    switch style {
    case .title: title
    case .head: head
    case .subtitle, .label, .body, .note, .gap: body
    }
  }

  /// The same with names as files take them.
  var sound: SheetFonts {
    func sound(_ name: String) -> String {
      let permitted = PermittedText(name).text
      return SoundSheets.cut(permitted, toUTF16: SheetFileLimits.fontNameMax) ?? permitted
    }
    return SheetFonts(title: sound(title), head: sound(head), body: sound(body), latin: sound(latin))
  }
}
