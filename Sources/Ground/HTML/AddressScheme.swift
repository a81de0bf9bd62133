// Which addresses may stand in a page.

/// Tells addresses that lead somewhere from those that run a program.
enum AddressScheme {
  private static let harmless: [StaticString] = ["http", "https", "mailto", "tel"]

  /// Whether an address has no scheme (it is relative to the page) or a harmless one.
  ///
  /// Read as browsers do (WHATWG URL, 4.4): tabs and line ends anywhere and controls and blanks at the
  /// beginning do not count, capitals do not matter.
  static func isHarmless(_ address: String) -> Bool {
    var scheme: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case 0x3A: return harmless.contains { $0.withUTF8Buffer { $0.elementsEqual(scheme) } }
      case 0x2F, 0x3F, 0x23, 0x5C: return true
      case 0x00...0x20, 0x7F: continue
      case 0x41...0x5A: scheme.append(byte | 0x20)
      default: scheme.append(byte)
      }
    }
    return true
  }
}
