// The blanks beyond ASCII in UTF-8: what a reader of a printed form cannot see.

/// Which sequences of bytes are blanks of two and three bytes; the one list for all readers.
package enum BlankBytes {
  /// The second byte, behind C2, of U+0080…00A0: controls and the no-break blank.
  @inlinable
  package static func isNarrow(_ second: UInt8) -> Bool { second >= 0x80 && second <= 0xA0 }

  /// The bytes of U+2000…200B, 200E, 200F, 2028…202F, 205F, 2060, 3000, FEFF.
  @inlinable
  package static func isWide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE2, 0x80):
      (third >= 0x80 && third <= 0x8B) || third == 0x8E || third == 0x8F || (third >= 0xA8 && third <= 0xAF)
    case (0xE2, 0x81): third == 0x9F || third == 0xA0
    case (0xE3, 0x80): third == 0x80
    case (0xEF, 0xBB): third == 0xBF
    default: false
    }
  }
}
