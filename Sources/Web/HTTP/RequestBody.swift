// The body of a request, taken piece by piece, so that no upload has to fit in memory.

/// Bytes that are still coming in.
package struct RequestBody: Sendable {
  /// Gives the next piece, nil at the end; throws when the client is gone or too slow.
  package typealias Source = @Sendable () async throws -> [UInt8]?

  /// What the head promised; nil for a body in chunks, whose length nobody knows.
  package let length: Int?
  private let source: Source
  /// What may be read; a longer body throws `Refusal.bodyTooLarge`.
  private let budget: ByteBudget?

  /// - Parameter source: called by one reader at a time.
  package init(length: Int?, source: @escaping Source) {
    self.length = length
    self.source = source
    budget = nil
  }

  private init(length: Int?, source: @escaping Source, budget: ByteBudget?) {
    self.length = length
    self.source = source
    self.budget = budget
  }

  package static let empty = RequestBody(length: 0) { nil }

  /// A body that is in memory already.
  package init(_ bytes: [UInt8]) {
    let pieces = PieceQueue(bytes.isEmpty ? [] : [bytes])
    self.init(length: bytes.count) { pieces.next() }
  }

  /// A body that comes in these pieces, of a length that was not told.
  package init(pieces: [[UInt8]]) {
    let queue = PieceQueue(pieces)
    self.init(length: nil) { queue.next() }
  }

  /// The same body, of which so much may be read.
  package func limited(to bytesMax: Int) -> RequestBody {
    RequestBody(length: length, source: source, budget: ByteBudget(bytesMax))
  }

  /// The same body with pieces before it that were taken already.
  func preceded(by pieces: [[UInt8]]) -> RequestBody {
    let queue = PieceQueue(pieces)
    return RequestBody(length: length) { [self] in
      if let piece = queue.next() { return piece }
      return try await next()
    }
  }

  /// The next piece, nil at the end.
  package func next() async throws -> [UInt8]? {
    guard let piece = try await source() else { return nil }
    if let budget { try budget.spend(piece.count) }
    return piece
  }

  /// All that is left, as one array.
  /// - Throws: `Refusal.bodyTooLarge` where it is more than the limit.
  package func collect(bytesMax: Int) async throws -> [UInt8] {
    if let length, length > bytesMax { throw Refusal.bodyTooLarge(bytesMax: bytesMax) }
    var bytes: [UInt8] = []
    while let piece = try await next() {
      guard bytes.count + piece.count <= bytesMax else { throw Refusal.bodyTooLarge(bytesMax: bytesMax) }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
    }
    return bytes
  }
}
