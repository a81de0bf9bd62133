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

  func read(_ text: String) -> Reading {
    var text = text
    return text.withUTF8 { bytes in
      roots.withUnsafeBufferPointer { roots in
        nodes.withUnsafeBufferPointer { nodes in
          var reading = Reading()
          var start = 0
          while start < bytes.count {
            let (first, behind) = Self.scalar(at: start, in: bytes)
            if first < 0x1_0000, roots[Int(first)] >= 0 {
              follow(Int(roots[Int(first)]), start, behind, nodes, bytes, &reading)
            }
            start = behind
          }
          return reading
        }
      }
    }
  }

  /// Notes the words that begin with a node's character.
  private func follow(
    _ root: Int, _ start: Int, _ behind: Int, _ nodes: UnsafeBufferPointer<Node>,
    _ bytes: UnsafeBufferPointer<UInt8>, _ reading: inout Reading
  ) {
    var node = root
    var end = behind
    while true {
      let own = nodes[node]
      if own.endsWord {
        let concepts = concepts[node]
        reading.anywhere.formUnion(concepts)
        if end == bytes.count { reading.ending.formUnion(concepts) }
        if start == 0 { reading.beginning.formUnion(concepts) }
      }
      guard end < bytes.count, own.firstChild >= 0 else { return }
      let (scalar, after) = Self.scalar(at: end, in: bytes)
      var next = Int(own.firstChild)
      while next >= 0, nodes[next].scalar != scalar { next = Int(nodes[next].sibling) }
      guard next >= 0 else { return }
      (node, end) = (next, after)
    }
  }

  /// The character at a place of well-formed UTF-8, and where the next one begins.
  @inline(__always)
  static func scalar(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (UInt32, Int) {
    let first = UInt32(bytes[place])
    func low(_ offset: Int) -> UInt32 { UInt32(bytes[place + offset] & 0x3F) }
    if first < 0x80 { return (first, place + 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | low(1), place + 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | low(1) << 6 | low(2), place + 3) }
    return ((first & 0x07) << 18 | low(1) << 12 | low(2) << 6 | low(3), place + 4)
  }
}
