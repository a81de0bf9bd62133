// Finds all words of the review's vocabulary in a text in one pass.

/// A trie over the characters of every word, so that a text is read once whatever the number of words.
struct Lexicon: Sendable {
  /// A node's edges: a chain of siblings, as most nodes have one or two.
  private struct Node {
    var scalar: UInt32
    var firstChild: Int32 = -1
    var sibling: Int32 = -1
    var endsWord = false
  }

  private var nodes: [Node] = []
  /// What the word that ends at a node stands for.
  private var concepts: [ConceptSet] = []
  /// The node of each first character of the basic plane; words begin with no other.
  private var roots = [Int32](repeating: -1, count: 1 << 16)
  /// The characters that are words themselves, as bits.
  private var letters = [UInt64](repeating: 0, count: 1 << 10)
  /// The first two characters of every word, as bits at their slots; others may share a slot.
  private var pairs = [UInt64](repeating: 0, count: 1 << 10)

  /// What was found: anywhere, and at the text's very end or beginning.
  struct Reading: Sendable, Equatable {
    var anywhere = ConceptSet()
    var ending = ConceptSet()
    var beginning = ConceptSet()
  }

  init(_ vocabulary: [(Concept, [String])]) {
    for (concept, words) in vocabulary {
      for word in words { insert(word.unicodeScalars.map(\.value), concept) }
    }
  }

  private mutating func insert(_ word: [UInt32], _ concept: Concept) {
    guard let first = word.first, first < 0x1_0000 else { return }
    var node = roots[Int(first)]
    if node < 0 {
      node = Int32(nodes.count)
      nodes.append(Node(scalar: first))
      concepts.append(ConceptSet())
      roots[Int(first)] = node
    }
    if word.count > 1 {
      let pair = Self.slot(of: first, word[1])
      pairs[pair >> 6] |= 1 << UInt64(pair & 63)
    } else {
      letters[Int(first >> 6)] |= 1 << UInt64(first & 63)
    }
    for scalar in word.dropFirst() { node = child(of: node, scalar) ?? addChild(to: node, scalar) }
    nodes[Int(node)].endsWord = true
    concepts[Int(node)].insert(concept)
  }

  private mutating func addChild(to node: Int32, _ scalar: UInt32) -> Int32 {
    let added = Int32(nodes.count)
    nodes.append(Node(scalar: scalar, sibling: nodes[Int(node)].firstChild))
    nodes[Int(node)].firstChild = added
    concepts.append(ConceptSet())
    return added
  }

  private func child(of node: Int32, _ scalar: UInt32) -> Int32? {
    var next = nodes[Int(node)].firstChild
    while next >= 0 {
      if nodes[Int(next)].scalar == scalar { return next }
      next = nodes[Int(next)].sibling
    }
    return nil
  }

  func read(_ text: UnsafeBufferPointer<Unicode.Scalar>) -> Reading {
    var reading = Reading()
    nodes.withUnsafeBufferPointer { nodes in
      letters.withUnsafeBufferPointer { letters in
        pairs.withUnsafeBufferPointer { pairs in
          var scalar = text.first?.value ?? 0
          for start in text.indices {
            let next = start + 1 < text.count ? text[start + 1].value : 0
            if Self.holds(Int(scalar & 0xFFFF), letters) { noteLetter(scalar, start, text.count, &reading) }
            // Most characters that begin a word stand before another than its second.
            if Self.holds(Self.slot(of: scalar, next), pairs) { follow(start, nodes, text, &reading) }
            scalar = next
          }
        }
      }
    }
    return reading
  }

  /// Whether a bit is set among 65,536.
  @inline(__always)
  private static func holds(_ place: Int, _ bits: UnsafeBufferPointer<UInt64>) -> Bool {
    bits[place &>> 6] &>> UInt64(place & 63) & 1 == 1
  }

  /// Notes a character that is a word itself.
  private func noteLetter(_ scalar: UInt32, _ start: Int, _ count: Int, _ reading: inout Reading) {
    if scalar < 0x1_0000 { note(Int(roots[Int(scalar)]), start, start + 1, count, &reading) }
  }

  /// Notes the words of two characters and more that begin at a place.
  private func follow(
    _ start: Int, _ nodes: UnsafeBufferPointer<Node>, _ text: UnsafeBufferPointer<Unicode.Scalar>,
    _ reading: inout Reading
  ) {
    guard text[start].value < 0x1_0000 else { return }
    var node = Int(roots[Int(text[start].value)])
    guard node >= 0 else { return }
    var end = start + 1
    while end < text.count {
      let scalar = text[end].value
      var next = Int(nodes[node].firstChild)
      while next >= 0, nodes[next].scalar != scalar { next = Int(nodes[next].sibling) }
      guard next >= 0 else { return }
      (node, end) = (next, end + 1)
      if nodes[node].endsWord { note(node, start, end, text.count, &reading) }
    }
  }

  /// Notes a word that ends at a node.
  private func note(_ node: Int, _ start: Int, _ end: Int, _ count: Int, _ reading: inout Reading) {
    let concepts = concepts[node]
    reading.anywhere.formUnion(concepts)
    if end == count { reading.ending.formUnion(concepts) }
    if start == 0 { reading.beginning.formUnion(concepts) }
  }

  /// Where two characters stand among 65,536 bits.
  @inline(__always)
  private static func slot(of first: UInt32, _ second: UInt32) -> Int {
    Int((first &* 0x9E37_79B1 ^ second &* 0x85EB_CA6B) >> 16)
  }

  /// The character at a place of well-formed UTF-8, and where the next one begins.
  @inline(__always)
  static func scalar(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (UInt32, Int) {
    let first = UInt32(bytes[place])
    func low(_ offset: Int) -> UInt32 { UInt32(bytes[place + offset] & 0x3F) }
    // Chinese characters have three bytes.
    if first & 0xF0 == 0xE0 { return ((first & 0x0F) << 12 | low(1) << 6 | low(2), place &+ 3) }
    if first < 0x80 { return (first, place &+ 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | low(1), place &+ 2) }
    return ((first & 0x07) << 18 | low(1) << 12 | low(2) << 6 | low(3), place &+ 4)
  }
}
