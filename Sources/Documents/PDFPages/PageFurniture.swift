// What stands on every page beside the text: page numbers, running heads and feet.

enum PageFurniture {
  /// The pages without it.
  static func removed(from pages: [PageLayout]) -> [PageLayout] {
    let repeated = repeatedTexts(pages)
    return pages.map { page in
      var kept = page
      let usual = page.usualSize
      let count = page.elements.count
      kept.elements = page.elements.enumerated().filter { index, element in
        guard case .line(let line) = element, isAtEdge(line, page, fromEnd: min(index, count - 1 - index))
        else { return true }
        if isPageNumber(line.text) { return false }
        // A title stands on every page of some files: it is set larger than the rest.
        return line.size > usual * 1.2 || !repeated.contains(key(line.text))
      }
      .map(\.element)
      return kept
    }
  }

  /// The outer twelfth of the page, above and below; on short pages the outermost lines may stand further in.
  private static func isAtEdge(_ line: TextLine, _ page: PageLayout, fromEnd: Int) -> Bool {
    if line.box.bottom < page.height * 0.085 || line.box.top > page.height * 0.9 { return true }
    guard fromEnd < 2 else { return false }
    return line.box.bottom < min(90, page.height * 0.16)
      || line.box.top > page.height - min(90, page.height * 0.16)
  }

  /// Lines at the edges that two or more pages share, whatever numbers they hold.
  private static func repeatedTexts(_ pages: [PageLayout]) -> Set<String> {
    guard pages.count > 1 else { return [] }
    var counts: [String: Int] = [:]
    for page in pages {
      var seen: Set<String> = []
      let count = page.elements.count
      for (index, element) in page.elements.enumerated() {
        guard case .line(let line) = element, isAtEdge(line, page, fromEnd: min(index, count - 1 - index))
        else { continue }
        let key = key(line.text)
        if !key.isEmpty, seen.insert(key).inserted { counts[key, default: 0] += 1 }
      }
    }
    return Set(counts.filter { $0.value * 2 > pages.count && $0.value > 1 }.keys)
  }

  private static func key(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { !$0.properties.isWhitespace && !("0"..."9").contains($0) }))
  }

  /// `3`, `- 3 -`, `第 3 页`, `3/12`, `第3页 共12页`, `Page 3 of 12`.
  private static func isPageNumber(_ text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    var digits = false
    var rest = ""
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      if ("0"..."9").contains(scalar) { digits = true } else { rest.unicodeScalars.append(scalar) }
    }
    return digits && PageWords.around.contains(rest)
  }
}
