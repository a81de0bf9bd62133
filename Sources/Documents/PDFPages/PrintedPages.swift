// Reads pages as poppler's programs print them, without the programs.
package import Tables

/// Reads what the programs wrote as if they had just run: for fuzzing, which cannot start a program for each
/// input.
package struct PrintedPages {
  private let limits: ReadingLimits

  package init(limits: ReadingLimits) {
    self.limits = limits
  }

  /// - Parameter bytes: the words with their boxes (`pdftotext -bbox`), then after zero bytes the drawing
  ///   of each page (`pdftocairo -svg`).
  /// - Throws: `.limit` where the pages hold more cells than may be read.
  package func read(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    let parts = bytes.split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
    var pages = WordBoxes.pages(in: parts[0])
    for (index, drawing) in parts.dropFirst().enumerated() where pages.indices.contains(index) {
      SVGLines(drawing).add(to: &pages[index])
    }
    var assembly = DocumentAssembly(limits: limits)
    for page in PageFurniture.removed(from: pages.map { PageLayout($0) }) { try assembly.add(page) }
    return assembly.finish()
  }
}
