// Looks for words by their bytes: names are short, and this is asked for every row.

extension String {
  /// The characters as a list.
  var scalars: [Unicode.Scalar] {
    var list: [Unicode.Scalar] = []
    list.reserveCapacity(utf8.count)
    for scalar in unicodeScalars { list.append(scalar) }
    return list
  }

  /// Whether a word stands somewhere in this text, byte for byte.
  func holds(_ word: String) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { text in
      word.utf8.withContiguousStorageIfAvailable { word in Self.find(word, in: text) }
    }
    return (found ?? nil) ?? contains(word)
  }

  /// Whether this text ends with a word, byte for byte.
  func ends(with word: String) -> Bool {
    let skip = utf8.count - word.utf8.count
    return skip >= 0 && utf8.dropFirst(skip).elementsEqual(word.utf8)
  }

  private static func find(_ word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first, word.count <= text.count else { return word.isEmpty }
    var start = 0
    let last = text.count - word.count
    while start <= last {
      if text[start] == first {
        var length = 1
        while length < word.count, text[start + length] == word[length] { length += 1 }
        if length == word.count { return true }
      }
      start += 1
    }
    return false
  }
}
