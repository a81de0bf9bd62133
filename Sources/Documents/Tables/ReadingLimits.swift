// The limits every reader keeps, so that a hostile file ends in a sentence.

/// Upper bounds for one document; the defaults suit published forms with a wide margin.
package struct ReadingLimits: Sendable {
  /// Bytes of the file itself.
  package var fileBytesMax = 64 << 20
  /// Bytes of everything unpacked from an archive, together.
  package var unpackedBytesMax = 256 << 20
  /// Entries of an archive.
  package var entryCountMax = 10_000
  /// Nesting of elements, and of tables in tables.
  package var depthMax = 256
  /// Cells of all tables together, empty ones included where the format draws them; text and pages count
  /// their paragraphs and tables too.
  package var cellCountMax = 2_000_000
  /// Rows of one table that are kept.
  package var rowCountMax = 200_000
  /// Columns of one table that are kept; spans are cut here.
  package var columnCountMax = 1_000

  package init() {}
}
