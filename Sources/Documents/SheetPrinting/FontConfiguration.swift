// What the system knows of its fonts.
import CPango

/// A font in a file.
struct FontFile: Equatable {
  var path: String
  /// Which font of a collection.
  var index: Int
  var family: String
}

/// The configuration of one set of fonts.
///
/// It is changed only while `PrintingFonts` is made; from then on it is read, which Fontconfig allows from
/// all threads at once. So it may be sent.
final class FontConfiguration: @unchecked Sendable {
  let pointer: OpaquePointer

  /// - Returns: nil where no configuration can be loaded.
  init?() {
    guard let loaded = FcInitLoadConfigAndFonts() else { return nil }
    pointer = loaded
  }

  deinit { FcConfigDestroy(pointer) }

  /// Whether a family is installed under this name, in any of its languages.
  func has(_ family: String) -> Bool {
    guard let pattern = FcPatternCreate(), let wanted = FcObjectSetCreate() else { return false }
    defer {
      FcPatternDestroy(pattern)
      FcObjectSetDestroy(wanted)
    }
    FcPatternAddString(pattern, FC_FAMILY, family)
    FcObjectSetAdd(wanted, FC_FILE)
    guard let fonts = FcFontList(pointer, pattern, wanted) else { return false }
    defer { FcFontSetDestroy(fonts) }
    return fonts.pointee.nfont > 0
  }

  /// The font that is nearest to a family.
  func file(_ family: String, isBold: Bool) -> FontFile? {
    guard let pattern = FcPatternCreate() else { return nil }
    defer { FcPatternDestroy(pattern) }
    FcPatternAddString(pattern, FC_FAMILY, family)
    FcPatternAddString(pattern, FC_LANG, "zh-cn")
    FcPatternAddInteger(pattern, FC_WEIGHT, isBold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)
    FcConfigSubstitute(pointer, pattern, FcMatchPattern)
    FcDefaultSubstitute(pattern)
    var result = FcResultMatch
    guard let match = FcFontMatch(pointer, pattern, &result) else { return nil }
    defer { FcPatternDestroy(match) }
    guard let path = text(match, FC_FILE), let name = text(match, FC_FAMILY) else { return nil }
    var index: Int32 = 0
    FcPatternGetInteger(match, FC_INDEX, 0, &index)
    return FontFile(path: path, index: Int(index), family: name)
  }

  /// Adds a file to the fonts of this configuration alone.
  func add(_ path: String) -> Bool {
    FcConfigAppFontAddFile(pointer, path) != 0
  }

  private func text(_ pattern: OpaquePointer, _ object: String) -> String? {
    var value: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(pattern, object, 0, &value) == FcResultMatch, let value else { return nil }
    return String(cString: value)
  }
}
