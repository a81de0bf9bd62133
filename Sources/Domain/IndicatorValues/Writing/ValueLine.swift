// One line of the batch form of `plumbline value`: value, name and level 2 between tabs.

import JSONText

/// A line of bytes `value<TAB>name<TAB>level2`; name and level 2 may be absent. Bytes that are no UTF-8
/// become U+FFFD.
package struct ValueLine: Sendable, Equatable {
  package var value: String
  package var context: ValueContext

  /// - Parameter bytes: one line without its line feed; a carriage return at its end is dropped.
  package init(_ bytes: ArraySlice<UInt8>) {
    let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
    let fields = line.split(separator: UInt8(ascii: "\t"), maxSplits: 3, omittingEmptySubsequences: false)
    func text(_ index: Int) -> String? {
      guard fields.indices.contains(index), !fields[index].isEmpty else { return nil }
      return String(decoding: fields[index], as: UTF8.self)
    }
    value = text(0) ?? ""
    context = ValueContext(name: text(1), level2: text(2))
  }
}
