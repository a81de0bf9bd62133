// `plumbline library`: lists the indicator library, or what words find in it.
import CommandLineParsing
import IndicatorLibrary
import JSONText

/// Runs the command against the library that comes with the program.
struct LibraryCommand {
  var request: LibraryRequest
  var console: Console
  var library = Library.shipped

  func run() -> ExitCode {
    let entries = library.entries(holding: request.words)
    let text = request.isJSON ? json(entries) : list(entries)
    return console.output.write(text) ? .success : .outputFailed
  }

  // MARK: Text for people

  /// By kind, in the library's order; each entry with its place, value and method.
  private func list(_ entries: [LibraryEntry]) -> String {
    guard !entries.isEmpty else { return LibraryListWording.nothing + "\n" }
    var lines: [String] = []
    for kind in library.kinds {
      let own = entries.filter { $0.kind == kind.title }
      guard !own.isEmpty else { continue }
      lines.append(coloured("【\(kind.title)】", "1"))
      for entry in own {
        let places = entry.places.map { PlaceLabels.label(of: $0) }.joined(separator: "、")
        lines.append("  \(coloured(entry.name, "36"))  \(entry.value.text)  [\(places)]")
        lines += wrapped(entry.method)
        lines += wrapped(LibraryListWording.replaces(entry.replaces))
      }
      lines.append("")
    }
    lines.append(LibraryListWording.sum(entries.count, of: library.entries.count))
    return lines.joined(separator: "\n") + "\n"
  }

  private func wrapped(_ text: String) -> [String] {
    DisplayText.wrapped(text, columns: console.columns - 6).map { "      " + $0 }
  }

  private func coloured(_ text: String, _ shade: String) -> String {
    console.isColoured ? "\u{1B}[\(shade)m\(text)\u{1B}[0m" : text
  }

  // MARK: JSON

  /// `{"entries":[…]}`, an object for each entry.
  private func json(_ entries: [LibraryEntry]) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("entries", array: { json in for entry in entries { entry.write(to: &json) } })
    }
    return json.text + "\n"
  }
}
