// Office files that are a picture of a form and nothing else: what a scanner put into Word.
import Archives
package import OfficePackages
package import Tables

extension Document {
  /// A heading and a number, as people write them above a picture; a form has more.
  private static let captionMax = 100

  /// Says so where a package of an office file holds pictures, and besides them no table and hardly a word.
  package mutating func tellPicturesAlone(of package: OfficePackage) {
    guard package.archive.names.contains(where: { $0.contains("/media/") }) else { return }
    var letters = 0
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): letters += paragraph.text.count
      case .table(let table): if table.cells.contains(where: { !$0.text.isEmpty }) { return }
      }
    }
    if letters <= Self.captionMax { findings.append(ReadingWording.picturesAlone) }
  }
}
