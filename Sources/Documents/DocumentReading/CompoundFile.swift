// The directory of an OLE compound file: old Word and Excel files, and new ones under a password.

/// The names of a compound file's streams, enough to tell what it is. Source: MS-CFB 2.2 to 2.6.
struct CompoundFile {
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private let bytes: [UInt8]
  private let sectorShift: Int
  private var streams: [(name: String, start: UInt32)] = []
  /// True where the directory was read up to its own end.
  private var isWhole = false

  private static let chainEnd: UInt32 = 0xFFFF_FFFE

  /// Directory sectors that are looked at; the streams of interest come early.
  private static let sectorsMax = 256

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let shift = Int(ZipListing.number(bytes, at: 30, size: 2))
    sectorShift = shift == 12 ? 12 : 9
    readDirectory()
  }

  var format: FileFormat {
    let names = streams.map(\.name)
    if names.contains("EncryptedPackage") || names.contains("EncryptionInfo") { return .encrypted }
    if let word = streams.first(where: { $0.name == "WordDocument" }) {
      return isEncryptedWord(word.start) ? .encrypted : .legacyWord
    }
    if let book = streams.first(where: { $0.name == "Workbook" || $0.name == "Book" }) {
      return isEncryptedWorkbook(book.start) ? .encrypted : .legacyWorkbook
    }
    if names.contains("PowerPoint Document") { return .known(name: FormatNameWording.presentation) }
    if names.contains("__properties_version1.0") { return .known(name: FormatNameWording.mail) }
    return isWhole && names.contains("Root Entry") ? .known(name: FormatNameWording.compound) : .damaged
  }

  private mutating func readDirectory() {
    var sector = ZipListing.number(bytes, at: 48, size: 4)
    for _ in 0..<Self.sectorsMax {
      guard let start = offset(of: sector) else { return }
      for entry in stride(from: start, to: min(start + 1 << sectorShift, bytes.count - 127), by: 128) {
        let length = Int(ZipListing.number(bytes, at: entry + 64, size: 2))
        guard length >= 4, length <= 64, length % 2 == 0 else { continue }
        var name = ""
        for unit in 0..<(length / 2 - 1) {
          let value = ZipListing.number(bytes, at: entry + unit * 2, size: 2)
          if let scalar = Unicode.Scalar(value) { name.unicodeScalars.append(scalar) }
        }
        streams.append((name, ZipListing.number(bytes, at: entry + 116, size: 4)))
      }
      guard let next = sectorAfter(sector) else { return }
      isWhole = next == Self.chainEnd
      sector = next
    }
  }

  /// The next sector of a chain, from the allocation table; only tables named in the header are followed.
  private func sectorAfter(_ sector: UInt32) -> UInt32? {
    let entriesPerTable = UInt32(1 << (sectorShift - 2))
    let table = Int(sector / entriesPerTable)
    guard table < 109, let start = offset(of: ZipListing.number(bytes, at: 76 + table * 4, size: 4)) else {
      return nil
    }
    return ZipListing.number(bytes, at: start + Int(sector % entriesPerTable) * 4, size: 4)
  }

  private func offset(of sector: UInt32) -> Int? {
    guard sector < 0xFFFF_FFF0 else { return nil }
    let offset = (Int(sector) + 1) << sectorShift
    return offset + 128 <= bytes.count ? offset : nil
  }

  /// The encryption bit of the file information block (MS-DOC 2.5.2).
  private func isEncryptedWord(_ start: UInt32) -> Bool {
    guard let offset = offset(of: start), ZipListing.number(bytes, at: offset, size: 2) == 0xA5EC else {
      return false
    }
    return ZipListing.number(bytes, at: offset + 10, size: 2) & 0x0100 != 0
  }

  /// A FILEPASS record among the first ones (MS-XLS 2.4.117).
  private func isEncryptedWorkbook(_ start: UInt32) -> Bool {
    guard var offset = offset(of: start), ZipListing.number(bytes, at: offset, size: 2) == 0x0809 else {
      return false
    }
    for _ in 0..<8 {
      if ZipListing.number(bytes, at: offset, size: 2) == 0x002F { return true }
      offset += 4 + Int(ZipListing.number(bytes, at: offset + 2, size: 2))
    }
    return false
  }
}
