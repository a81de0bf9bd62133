// Element, attribute and namespace names as small numbers: one pointer comparison instead of comparing letters.
package import CXML

/// A table from the parser's interned names to codes of the caller.
///
/// The parser keeps every name once, so equal names have equal addresses; the table looks an address up in a few
/// instructions. Code 0 means a name nobody asked for. The memory belongs to the `XMLPart` that made the table: a copy
/// is a mere pointer (no counting of references in the callbacks) and must not outlive the part.
package struct XMLNames {
  @usableFromInline let slots: UnsafeMutablePointer<Slot>
  @usableFromInline let mask: Int

  @usableFromInline struct Slot {
    @usableFromInline var name: UnsafePointer<xmlChar>?
    @usableFromInline var code: UInt8
  }

  /// Interns the names in the parser's dictionary.
  ///
  /// - Parameter names: pairs of a name and its code (1…255); several names may have one code.
  init(_ names: [(StaticString, UInt8)], dictionary: xmlDictPtr?) {
    var count = 16
    while count < names.count * 4 { count *= 2 }
    mask = count - 1
    slots = .allocate(capacity: count)
    slots.initialize(repeating: Slot(name: nil, code: 0), count: count)
    for (name, code) in names {
      guard let interned = xmlDictLookup(dictionary, name.utf8Start, Int32(clamping: name.utf8CodeUnitCount))
      else { continue }
      var index = Self.hash(interned) & mask
      while slots[index].name != nil { index = (index + 1) & mask }
      slots[index] = Slot(name: interned, code: code)
    }
  }

  /// Frees the table; for its part only.
  func deallocate() {
    slots.deallocate()
  }

  /// The code of an interned name, 0 for every other.
  @inlinable
  package func code(_ name: UnsafePointer<xmlChar>?) -> UInt8 {
    guard let name else { return 0 }
    var index = Self.hash(name) & mask
    while let found = slots[index].name {
      if found == name { return slots[index].code }
      index = (index + 1) & mask
    }
    return 0
  }

  @inlinable
  static func hash(_ name: UnsafePointer<xmlChar>) -> Int {
    let address = UInt(bitPattern: name)
    return Int(truncatingIfNeeded: (address ^ (address >> 7)) & 0x7FFF_FFFF)
  }
}
