// Counters that are shared between the copies of a body.
import Synchronization

/// How many bytes may still be read.
final class ByteBudget: Sendable {
  private let bytesMax: Int
  private let spent = Atomic<Int>(0)

  init(_ bytesMax: Int) { self.bytesMax = bytesMax }

  func spend(_ count: Int) throws(Refusal) {
    let total = spent.wrappingAdd(count, ordering: .relaxed).newValue
    if total > bytesMax { throw .bodyTooLarge(bytesMax: bytesMax) }
  }
}

/// Pieces that are handed out once each.
final class PieceQueue: Sendable {
  private let pieces: [[UInt8]]
  private let position = Atomic<Int>(0)

  init(_ pieces: [[UInt8]]) { self.pieces = pieces }

  func next() -> [UInt8]? {
    let index = position.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < pieces.count ? pieces[index] : nil
  }
}
