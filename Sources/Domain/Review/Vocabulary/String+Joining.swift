// Makes a text of characters or of parts in one buffer.

extension String {
  /// The text of some characters.
  init(of scalars: ArraySlice<Unicode.Scalar>) {
    self = scalars.withUnsafeBufferPointer { scalars in
      String(unsafeUninitializedCapacity: scalars.reduce(0) { $0 + UTF8.width($1) }) { bytes in
        var count = 0
        for scalar in scalars {
          guard let encoded = UTF8.encode(scalar) else { continue }
          for byte in encoded {
            bytes.initializeElement(at: count, to: byte)
            count += 1
          }
        }
        return count
      }
    }
  }

  /// The text of some characters.
  init(of scalars: [Unicode.Scalar]) { self.init(of: scalars[...]) }

  /// Some parts as one text: what is joined by `+` is copied once a part.
  static func joining(_ parts: String...) -> String {
    String(unsafeUninitializedCapacity: parts.reduce(0) { $0 + $1.utf8.count }) { bytes in
      var count = 0
      for part in parts { count = bytes[count...].initialize(fromContentsOf: part.utf8) }
      return count
    }
  }
}
