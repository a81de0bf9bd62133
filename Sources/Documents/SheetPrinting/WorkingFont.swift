// A font reduced to the characters that forms are written with, so that each document embeds its glyphs fast.
import CPango

/// Makes small fonts of large ones.
///
/// A font for all of Chinese has 65,000 glyphs in 25 MB, and the drawing library goes through all of them for
/// every document. One with the usual seven thousand gives the same pages in a fourth of the time and a sixth
/// of the bytes. What it lacks is taken from the large font, character by character.
enum WorkingFont {
  /// The tables that only rare scripts, vertical text and screens need.
  private static let needless = ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG"]

  /// - Parameters:
  ///   - file: path of a font or a collection.
  ///   - index: which font of the collection.
  ///   - family: the name of the family that is made; the document still tells the font's own name.
  /// - Returns: a font file; nil where the font cannot be taken apart, or is a named form of a variable one.
  static func make(file: String, index: Int, family: String) -> [UInt8]? {
    guard (0...0xFFFF).contains(index), let blob = hb_blob_create_from_file_or_fail(file) else { return nil }
    defer { hb_blob_destroy(blob) }
    guard let face = hb_face_create(blob, UInt32(index)) else { return nil }
    defer { hb_face_destroy(face) }
    guard hb_face_get_glyph_count(face) > 0, let input = hb_subset_input_create_or_fail() else { return nil }
    defer { hb_subset_input_destroy(input) }
    plumbline_simplify_glyphs(input)
    for table in needless { plumbline_drop_table(input, table) }
    let characters = hb_subset_input_unicode_set(input)
    for range in UsualCharacters.ranges { hb_set_add_range(characters, range.lowerBound, range.upperBound) }
    guard let tables = hb_subset_or_fail(face, input) else { return nil }
    defer { hb_face_destroy(tables) }
    // Only a face of one piece tells its tables.
    let whole = hb_face_reference_blob(tables)
    defer { hb_blob_destroy(whole) }
    guard let reduced = hb_face_create(whole, 0) else { return nil }
    defer { hb_face_destroy(reduced) }
    return renamed(reduced, family: family, ownName: ownName(face) ?? family)
  }

  /// The name by which printers know the font.
  private static func ownName(_ face: OpaquePointer) -> String? {
    var count: UInt32 = 64
    var buffer = [CChar](repeating: 0, count: Int(count))
    guard hb_ot_name_get_utf8(face, 6, nil, &count, &buffer) > 0 else { return nil }
    let name = buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }
    return name.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? String(decoding: name, as: UTF8.self) : nil
  }

  private static func renamed(_ face: OpaquePointer, family: String, ownName: String) -> [UInt8]? {
    guard let builder = hb_face_builder_create() else { return nil }
    defer { hb_face_destroy(builder) }
    var count: UInt32 = 128
    var tags = [hb_tag_t](repeating: 0, count: Int(count))
    hb_face_get_table_tags(face, 0, &count, &tags)
    let nameTag = tag("name")
    for tag in tags.prefix(Int(count)) where tag != nameTag {
      let table = hb_face_reference_table(face, tag)
      hb_face_builder_add_table(builder, tag, table)
      hb_blob_destroy(table)
    }
    let names = nameTable([1: family, 2: "Regular", 4: family, 6: ownName])
    let blob = hb_blob_create(names, UInt32(names.count), HB_MEMORY_MODE_DUPLICATE, nil, nil)
    hb_face_builder_add_table(builder, nameTag, blob)
    hb_blob_destroy(blob)
    let whole = hb_face_reference_blob(builder)
    defer { hb_blob_destroy(whole) }
    var length: UInt32 = 0
    guard let bytes = hb_blob_get_data(whole, &length), length > 0 else { return nil }
    return bytes.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
      [UInt8](UnsafeBufferPointer(start: $0, count: Int(length)))
    }
  }

  private static func tag(_ name: StaticString) -> hb_tag_t {
    (0..<4).reduce(0) { $0 << 8 | hb_tag_t(name.utf8Start[$1]) }
  }

  /// A table of names for Windows in English, after the OpenType specification.
  private static func nameTable(_ names: [UInt16: String]) -> [CChar] {
    var (records, texts): ([UInt16], [UInt8]) = ([], [])
    for (identifier, name) in names.sorted(by: { $0.key < $1.key }) {
      let bytes = name.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      records += [3, 1, 0x409, identifier, UInt16(bytes.count), UInt16(texts.count)]
      texts += bytes
    }
    let head = [0, UInt16(names.count), UInt16(6 + 12 * names.count)] + records
    return (head.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } + texts).map { CChar(bitPattern: $0) }
  }
}
