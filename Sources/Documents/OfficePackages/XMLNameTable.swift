// Names as small numbers: a name is looked up by its bytes once a tag, in a few instructions.

/// A growing table of names. Names of up to 16 bytes are compared as two machine words.
struct XMLNameTable: ~Copyable {
  /// What is known of a name.
  struct Entry {
    var first: UInt64
    var second: UInt64
    var length: Int32
    /// Where the bytes begin in the store.
    var start: Int32
    /// The caller's code of the local name, and of the namespace as far as `generation` is the current one.
    var code: UInt8 = 0
    var namespace: UInt8 = 0
    var generation: UInt32 = 0
  }

  private(set) var entries: UnsafeMutablePointer<Entry>
  private(set) var count = 0
  private var slots: UnsafeMutablePointer<Int32>
  private var bits: Int
  private var store: [UInt8] = []

  /// More distinct names than any document has.
  private static let countMax = 20_000

  init(capacity: Int = 128) {
    bits = 8
    while 1 << bits < capacity * 2 { bits += 1 }
    slots = .allocate(capacity: 1 << bits)
    slots.initialize(repeating: -1, count: 1 << bits)
    entries = .allocate(capacity: 1 << bits)
    store.reserveCapacity(1024)
  }

  deinit {
    slots.deallocate()
    entries.deallocate()
  }

  /// The two words of a name. At least eight readable bytes must follow its beginning.
  @inline(__always)
  static func words(_ name: UnsafePointer<UInt8>, _ length: Int) -> (UInt64, UInt64) {
    let raw = UnsafeRawPointer(name)
    let first = raw.loadUnaligned(as: UInt64.self)
    if length < 8 { return (first & ((1 << UInt64(8 * length)) &- 1), 0) }
    return (first, raw.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self))
  }

  /// The number of a name, given one where it is met for the first time; nil when the table is full.
  @inline(__always)
  mutating func index(of name: UnsafePointer<UInt8>, length: Int) -> Int? {
    let (first, second) = Self.words(name, length)
    var slot = Self.slot(first, second, length, bits)
    while true {
      let index = Int(slots[slot])
      if index < 0 { return insert(name, length, first, second, at: slot) }
      if isSame(index, name, length, first, second) { return index }
      slot = (slot + 1) & ((1 << bits) - 1)
    }
  }

  /// Whether a name is the one with that number.
  @inline(__always)
  func isSame(
    _ index: Int, _ name: UnsafePointer<UInt8>, _ length: Int, _ first: UInt64, _ second: UInt64
  ) -> Bool {
    let entry = entries[index]
    guard entry.first == first, entry.second == second, Int(entry.length) == length else { return false }
    return length <= 16 || isStored(at: Int(entry.start), name, length)
  }

  /// The bytes of a name.
  func bytes(_ index: Int) -> ArraySlice<UInt8> {
    let start = Int(entries[index].start)
    return store[start..<start + Int(entries[index].length)]
  }

  private func isStored(at start: Int, _ name: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    for offset in 0..<length where store[start + offset] != name[offset] { return false }
    return true
  }

  @inline(__always)
  private static func slot(_ first: UInt64, _ second: UInt64, _ length: Int, _ bits: Int) -> Int {
    let mixed = (first ^ (second &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(length)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> UInt64(64 - bits))
  }

  private mutating func insert(
    _ name: UnsafePointer<UInt8>, _ length: Int, _ first: UInt64, _ second: UInt64, at slot: Int
  ) -> Int? {
    guard count < Self.countMax, store.count + length < Int(Int32.max) else { return nil }
    let entry = Entry(first: first, second: second, length: Int32(length), start: Int32(store.count))
    (entries + count).initialize(to: entry)
    store.append(contentsOf: UnsafeBufferPointer(start: name, count: length))
    slots[slot] = Int32(count)
    count += 1
    if count * 2 > 1 << bits { grow() }
    return count - 1
  }

  private mutating func grow() {
    bits += 1
    slots.deallocate()
    slots = .allocate(capacity: 1 << bits)
    slots.initialize(repeating: -1, count: 1 << bits)
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: 1 << bits)
    larger.moveInitialize(from: entries, count: count)
    entries.deallocate()
    entries = larger
    for index in 0..<count {
      let entry = entries[index]
      var slot = Self.slot(entry.first, entry.second, Int(entry.length), bits)
      while slots[slot] >= 0 { slot = (slot + 1) & ((1 << bits) - 1) }
      slots[slot] = Int32(index)
    }
  }
}
