// Finds all words of the review's vocabulary in a text in one pass.

/// A trie over the UTF-8 bytes of every word, so that a text is read once whatever the number of words.
struct Lexicon: Sendable {
  /// A node's edges: a chain of siblings, as most nodes have one or two.
  private struct Node {
    var byte: UInt8
    var firstChild: Int32 = -1
    var sibling: Int32 = -1
    var concepts = ConceptSet()
  }

  private var nodes: [Node] = [Node(byte: 0)]
  /// The node behind each pair of first bytes; words are Chinese or longer than a letter.
  private var roots = [Int32](repeating: -1, count: 1 << 16)

  /// What was found: anywhere, and at the text's very end or beginning.
  struct Reading: Sendable, Equatable {
    var anywhere = ConceptSet()
    var ending = ConceptSet()
    var beginning = ConceptSet()
  }

  init(_ vocabulary: [(Concept, [String])]) {
    for (concept, words) in vocabulary {
      for word in words { insert(Array(word.utf8), concept) }
    }
  }

  private mutating func insert(_ word: [UInt8], _ concept: Concept) {
    guard word.count >= 2 else { return }
    let pair = Int(word[0]) << 8 | Int(word[1])
    var node = roots[pair]
    if node < 0 {
      node = Int32(nodes.count)
      nodes.append(Node(byte: word[1]))
      roots[pair] = node
    }
    for byte in word.dropFirst(2) { node = child(of: node, byte: byte) ?? addChild(to: node, byte: byte) }
    nodes[Int(node)].concepts.insert(concept)
  }

  private mutating func addChild(to node: Int32, byte: UInt8) -> Int32 {
    let added = Int32(nodes.count)
    nodes.append(Node(byte: byte, sibling: nodes[Int(node)].firstChild))
    nodes[Int(node)].firstChild = added
    return added
  }

  private func child(of node: Int32, byte: UInt8) -> Int32? {
    var next = nodes[Int(node)].firstChild
    while next >= 0 {
      if nodes[Int(next)].byte == byte { return next }
      next = nodes[Int(next)].sibling
    }
    return nil
  }

  func read(_ text: String) -> Reading {
    var text = text
    return text.withUTF8 { bytes in
      var reading = Reading()
      for start in 0..<max(0, bytes.count - 1) where bytes[start] & 0xC0 != 0x80 {
        var node = roots[Int(bytes[start]) << 8 | Int(bytes[start + 1])]
        var end = start + 2
        while node >= 0 {
          let concepts = nodes[Int(node)].concepts
          if !concepts.isEmpty {
            reading.anywhere.formUnion(concepts)
            if end == bytes.count { reading.ending.formUnion(concepts) }
            if start == 0 { reading.beginning.formUnion(concepts) }
          }
          guard end < bytes.count, let next = child(of: node, byte: bytes[end]) else { break }
          node = next
          end += 1
        }
      }
      return reading
    }
  }
}
