// A place in the record taken apart at its slashes; byte by byte, since a page asks for some thousands.

/// `/indicators/3/annualValue`: a list, the number of one of its entries, and a column.
struct FieldPointer {
  /// What stands behind the last slash.
  let last: Substring
  /// The first part: the list, or the part of the form.
  let list: Substring
  /// The number of the entry; nil outside of lists.
  let index: Int?
  /// What stands behind the number; empty for an entry that is one text.
  let column: Substring

  init(_ pointer: String) {
    let bytes = pointer.utf8
    var slashes: [String.Index] = []
    slashes.reserveCapacity(4)
    var start = bytes.startIndex
    if bytes.first == 0x2F { start = bytes.index(after: start) }
    var place = start
    while place < bytes.endIndex {
      if bytes[place] == 0x2F { slashes.append(place) }
      place = bytes.index(after: place)
    }
    list = pointer[start..<(slashes.first ?? bytes.endIndex)]
    last = slashes.last.map { pointer[bytes.index(after: $0)...] } ?? pointer[start...]
    guard let first = slashes.first else {
      (index, column) = (nil, "")
      return
    }
    let end = slashes.count > 1 ? slashes[1] : bytes.endIndex
    index = Int(pointer[bytes.index(after: first)..<end])
    column = slashes.count > 1 ? pointer[bytes.index(after: slashes[1])...] : ""
  }
}
