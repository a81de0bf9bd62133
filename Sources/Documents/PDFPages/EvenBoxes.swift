// Gives characters boxes of one height where a font does not say how high its lines are.
import CPDFium

/// Fonts state how far they reach above and below the line; where that is missing or nonsense the library's
/// boxes hug each character, and a comma stands lower than the words beside it, as a line of its own.
struct EvenBoxes {
  private let pdf: plumbline_pdfium
  private let text: UnsafeMutableRawPointer
  private var lastObject: UnsafeMutableRawPointer?
  /// How much the last object enlarges its font; nil where it turns it.
  private var zoom: Double?
  /// The type sizes at which a wide character was found to be as wide as the type is high.
  private var knownSizes: Set<Int> = []

  /// Of the type's height above and below the line, as in the fonts of Chinese texts.
  private static let above = 0.88
  private static let below = 0.12

  init(_ pdf: plumbline_pdfium, _ text: UnsafeMutableRawPointer) {
    self.pdf = pdf
    self.text = text
  }

  /// The box as high as the type where it hugs the character; as it is otherwise.
  mutating func evened(
    _ box: plumbline_pdf_box, of scalar: Unicode.Scalar, at index: Int32, in object: UnsafeMutableRawPointer?
  ) -> plumbline_pdf_box {
    guard let object else { return box }
    if object != lastObject {
      lastObject = object
      zoom = upright(object)
    }
    guard let zoom else { return box }
    let size = pdf.font_size(text, index) * zoom
    guard size > 1, size < 400, Double(box.top - box.bottom) < 0.95 * size else { return box }
    // A form that the page enlarges says nothing of it here; the width of a wide character does.
    let key = Int(size * 8)
    let isWide = scalar.value >= 0x2E80
    if isWide, abs(Double(box.right - box.left) / size - 1) < 0.2 { knownSizes.insert(key) }
    var (x, y) = (0.0, 0.0)
    guard knownSizes.contains(key), Double(box.top - box.bottom) < (isWide ? 0.95 : 0.8) * size,
      pdf.character_origin(text, index, &x, &y) != 0
    else { return box }
    var even = box
    even.top = max(box.top, Float(y + Self.above * size))
    even.bottom = min(box.bottom, Float(y - Self.below * size))
    return even
  }

  /// By how much an object enlarges its font.
  private func upright(_ object: UnsafeMutableRawPointer) -> Double? {
    var matrix = plumbline_pdf_matrix()
    guard pdf.object_matrix(object, &matrix) != 0, abs(matrix.b) + abs(matrix.c) < 0.01 * abs(matrix.d),
      matrix.d > 0
    else { return nil }
    return Double(matrix.d)
  }
}
