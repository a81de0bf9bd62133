// The digest of the ledger: SM3 (GB/T 32905), as the national rules on cryptography ask.
internal import COpenSSL
internal import Synchronization

/// 32 bytes that stand for a content: two contents with the same one have never been found.
package struct ContentHash: Sendable, Hashable, CustomStringConvertible {
  /// 32 bytes.
  package let bytes: [UInt8]

  /// Before the first entry of a ledger there is nothing.
  package static let zero = ContentHash(unchecked: [UInt8](repeating: 0, count: 32))

  /// Nil unless there are 32 bytes.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Reads 64 hexadecimal digits; nil for anything else.
  package init?(hexadecimal text: some StringProtocol) {
    let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard text.utf8.count == 64, digits.count == 64 else { return nil }
    bytes = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  init(unchecked bytes: [UInt8]) { self.bytes = bytes }

  /// The digest of a content.
  package init(of content: [UInt8]) {
    var digest = SM3()
    digest.add(content)
    self = digest.finish()
  }

  /// 64 lower-case hexadecimal digits.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// A digest that is made piece by piece.
package struct SM3: ~Copyable {
  private let context: OpaquePointer

  /// The function, fetched once for the process. Without it there is no ledger, so its absence is a fault of
  /// the installation that the program must not go on with.
  private static let function: FetchedDigest = FetchedDigest()

  /// True where the cryptography library has SM3; asked at start, so that the sentence is a clear one.
  package static var isAvailable: Bool { function.pointer != nil }

  package init() {
    guard let made = EVP_MD_CTX_new() else { preconditionFailure("no memory for a digest") }
    context = made
    begin()
  }

  deinit { EVP_MD_CTX_free(context) }

  private func begin() {
    precondition(EVP_DigestInit_ex2(context, Self.function.pointer, nil) == 1, "the library has no SM3")
  }

  /// Adds a piece.
  package mutating func add(_ piece: [UInt8]) {
    piece.withUnsafeBytes { add($0) }
  }

  /// Adds a piece of memory.
  package mutating func add(_ piece: UnsafeRawBufferPointer) {
    _ = EVP_DigestUpdate(context, piece.baseAddress, piece.count)
  }

  /// The digest of everything that was added; after it, another content may begin.
  package mutating func finish() -> ContentHash {
    let bytes = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      _ = EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
      count = 32
    }
    begin()
    return ContentHash(unchecked: bytes)
  }
}

/// The library's object for the function; it is never changed, so threads may share it.
private struct FetchedDigest: @unchecked Sendable {
  let pointer: OpaquePointer? = plumbline_sm3()
}
