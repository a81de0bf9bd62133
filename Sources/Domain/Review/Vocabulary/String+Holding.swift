// Looks for words by their bytes: names are short, and this is asked for every row.

extension String {
  /// The characters as a list.
  var scalars: [Unicode.Scalar] { withScalars { Array($0) } }

  /// Hands over the characters, for one look at them.
  func withScalars<Result>(_ body: (UnsafeBufferPointer<Unicode.Scalar>) -> Result) -> Result {
    var text = self
    return text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: bytes.count) { list in
        let count = Self.takeApart(bytes, into: list)
        return body(UnsafeBufferPointer(rebasing: list[..<count]))
      }
    }
  }

  /// Writes the characters of well-formed UTF-8 into a list that has room for them; how many they are.
  private static func takeApart(
    _ bytes: UnsafeBufferPointer<UInt8>, into list: UnsafeMutableBufferPointer<Unicode.Scalar>
  ) -> Int {
    var (place, count) = (0, 0)
    while place < bytes.count {
      var scalar: Unicode.Scalar?
      if bytes[place] & 0xF0 == 0xE0 {
        // Three bytes, as nearly all Chinese characters have.
        let high = UInt16(bytes[place]) << 12 | UInt16(bytes[place + 1] & 0x3F) << 6
        scalar = Unicode.Scalar(high | UInt16(bytes[place + 2] & 0x3F))
        place &+= 3
      } else {
        let (value, behind) = Lexicon.scalar(at: place, in: bytes)
        scalar = Unicode.Scalar(value)
        place = behind
      }
      list.initializeElement(at: count, to: scalar ?? "\u{FFFD}")
      count &+= 1
    }
    return count
  }

  /// Whether this text holds one of the bytes.
  func holds(anyOf isWanted: (UInt8) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      for byte in bytes where isWanted(byte) { return true }
      return false
    } ?? utf8.contains(where: isWanted)
  }

  /// Whether both are the same, byte for byte: `==` goes through tables of Unicode where texts differ.
  func isSame(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let same = utf8.withContiguousStorageIfAvailable { text in
      other.utf8.withContiguousStorageIfAvailable { Self.areSame(UnsafeRawBufferPointer(text), .init($0)) }
    }
    return (same ?? nil) ?? utf8.elementsEqual(other.utf8)
  }

  /// Whether as many bytes are the same, eight at a time.
  private static func areSame(_ bytes: UnsafeRawBufferPointer, _ others: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    while place + 8 <= bytes.count {
      let eight = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      if eight != others.loadUnaligned(fromByteOffset: place, as: UInt64.self) { return false }
      place += 8
    }
    while place < bytes.count, bytes[place] == others[place] { place += 1 }
    return place == bytes.count
  }

  /// What stands before a word; nil where the word is missing.
  func part(before word: String) -> String? {
    let place = utf8.withContiguousStorageIfAvailable { text in
      word.utf8.withContiguousStorageIfAvailable { word in Self.place(of: word, in: text) } ?? nil
    }
    guard let place = place ?? nil else { return nil }
    return String(decoding: utf8.prefix(place), as: UTF8.self)
  }

  /// Whether a word stands somewhere in this text, byte for byte.
  func holds(_ word: String) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { text in
      word.utf8.withContiguousStorageIfAvailable { word in Self.place(of: word, in: text) != nil }
    }
    return (found ?? nil) ?? contains(word)
  }

  /// The text without a word, wherever it stands.
  func without(_ word: String) -> String {
    guard !word.isEmpty, holds(word) else { return self }
    var (text, word) = (self, word)
    return text.withUTF8 { text in
      word.withUTF8 { word in
        String(unsafeUninitializedCapacity: text.count) { kept in
          var (start, count) = (0, 0)
          while start < text.count {
            if start + word.count <= text.count, Self.stands(word, at: start, in: text) {
              start += word.count
            } else {
              kept.initializeElement(at: count, to: text[start])
              count += 1
              start += 1
            }
          }
          return count
        }
      }
    }
  }

  /// Whether this text ends with a word, byte for byte.
  func ends(with word: String) -> Bool {
    let skip = utf8.count - word.utf8.count
    guard skip >= 0 else { return false }
    let same = utf8.withContiguousStorageIfAvailable { text in
      word.utf8.withContiguousStorageIfAvailable { word in
        // Words of one language begin alike: their ends tell them apart sooner.
        var place = word.count - 1
        while place >= 0, text[skip + place] == word[place] { place -= 1 }
        return place < 0
      }
    }
    return (same ?? nil) ?? utf8.dropFirst(skip).elementsEqual(word.utf8)
  }

  /// Whether this text begins with a word, byte for byte.
  func begins(with word: String) -> Bool {
    let same = utf8.withContiguousStorageIfAvailable { text in
      word.utf8.withContiguousStorageIfAvailable { word in
        word.count <= text.count && Self.stands(word, at: 0, in: text)
      }
    }
    return (same ?? nil) ?? utf8.starts(with: word.utf8)
  }

  private static func place(
    of word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let last = word.last, word.count <= text.count else { return word.isEmpty ? 0 : nil }
    // Characters of one script begin alike, so the last byte tells most places apart.
    var end = word.count - 1
    while end < text.count {
      if text[end] == last, stands(word, at: end + 1 - word.count, in: text) { return end + 1 - word.count }
      end += 1
    }
    return nil
  }

  /// Whether a word stands at a place that has room for it.
  private static func stands(
    _ word: UnsafeBufferPointer<UInt8>, at start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var length = 0
    while length < word.count, text[start + length] == word[length] { length += 1 }
    return length == word.count
  }
}
