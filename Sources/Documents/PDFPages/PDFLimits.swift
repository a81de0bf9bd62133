// How much of a PDF is looked at.

/// Bounds of one document.
struct PDFLimits {
  var pagesMax = 3_000
  /// Characters of all pages together.
  var glyphsMax = 5_000_000
  /// Objects of all pages and segments of their paths together.
  var objectsMax = 5_000_000
}
