// The encodings a text or a web page can have, and the names pages give them.

/// An encoding that can be decoded; the raw value is the name the C library's converter knows.
package enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case gb18030 = "GB18030"
  case big5 = "BIG5-HKSCS"
  case windows1252 = "CP1252"
  case shiftJIS = "CP932"
  case eucKorean = "CP949"

  /// The encoding a declaration means (`<meta charset=gb2312>`), as browsers read the names: GB2312 and GBK
  /// are subsets of GB18030, Latin-1 is Windows-1252. A page that says UTF-16 and can be read up to there
  /// is UTF-8.
  ///
  /// Source: the WHATWG Encoding Standard, names and labels. nil for a name that is not known.
  package init?(label: some Sequence<UInt8>) {
    var name: [UInt8] = []
    for byte in label where byte > 0x20 && byte != 0x22 && byte != 0x27 {
      guard name.count < 32 else { return nil }
      name.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    guard let encoding = Self.byLabel[String(decoding: name, as: UTF8.self)] else { return nil }
    self = encoding
  }

  private static let byLabel: [String: TextEncoding] = [
    "utf-8": .utf8, "utf8": .utf8, "unicode-1-1-utf-8": .utf8, "utf-16": .utf8, "utf-16le": .utf8,
    "utf-16be": .utf8, "unicode": .utf8, "gb2312": .gb18030, "gb_2312": .gb18030, "gb_2312-80": .gb18030,
    "gb2312-80": .gb18030, "gbk": .gb18030, "x-gbk": .gb18030, "gb18030": .gb18030, "gb-18030": .gb18030,
    "cp936": .gb18030, "ms936": .gb18030, "windows-936": .gb18030, "chinese": .gb18030, "euc-cn": .gb18030,
    "csgb2312": .gb18030, "iso-ir-58": .gb18030, "big5": .big5, "big5-hkscs": .big5, "big-5": .big5,
    "cn-big5": .big5, "x-x-big5": .big5, "cp950": .big5, "windows-1252": .windows1252, "cp1252": .windows1252,
    "iso-8859-1": .windows1252, "iso8859-1": .windows1252, "latin1": .windows1252, "us-ascii": .windows1252,
    "ascii": .windows1252, "shift_jis": .shiftJIS, "shift-jis": .shiftJIS, "sjis": .shiftJIS,
    "windows-31j": .shiftJIS, "euc-kr": .eucKorean, "ks_c_5601-1987": .eucKorean, "windows-949": .eucKorean,
  ]
}
