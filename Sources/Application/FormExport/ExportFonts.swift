// The fonts that a bureau wants its forms in, for print and for office files alike.
import FormSheets
import SheetFiles
import SheetPrinting

/// Names of fonts; nil takes those of official papers (小标宋, 黑体, 仿宋).
package struct ExportFonts: Sendable, Equatable {
  package var title: String?
  /// Heads of columns.
  package var head: String?
  /// Everything else.
  package var body: String?

  package init(title: String? = nil, head: String? = nil, body: String? = nil) {
    self.title = title
    self.head = head
    self.body = body
  }

  /// For print: the named font is looked for before the official ones.
  var printed: FontMap {
    var map = FontMap.official
    for role in TextRole.allCases {
      guard let name = name(of: role) else { continue }
      map.choices[role]?.families.insert(name, at: 0)
    }
    return map
  }

  /// For office files, which name fonts and leave finding them to the reader.
  var office: SheetFonts { SheetFonts(title: title, head: head, body: body) }

  private func name(of role: TextRole) -> String? {
    switch role {
    case .title: title
    case .head: head
    case .subtitle, .label, .body, .note: body
    }
  }
}
