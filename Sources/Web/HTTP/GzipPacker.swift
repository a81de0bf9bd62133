// Packs bytes in the gzip format (RFC 1952), with the system's library.
import CZlib
import Synchronization

/// Packs; keeps the library's working memory, a quarter of a megabyte each time, for the next text.
package final class GzipPacker: Sendable {
  private let level: Int32
  private let idle = Mutex<[Stream]>([])
  private static let idleMax = 8

  /// - Parameter level: 1 (quick) to 9 (small).
  package init(level: Int) { self.level = Int32(clamping: min(9, max(1, level))) }

  /// - Returns: nil where the library fails, or for texts beyond two gigabytes; the text is then sent as it
  ///   is.
  package func pack(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count < Int(Int32.max) else { return nil }
    guard let stream = idle.withLock({ $0.popLast() }) ?? Stream(level: level) else { return nil }
    let packed = stream.pack(bytes)
    idle.withLock { if packed != nil, $0.count < Self.idleMax { $0.append(stream) } }
    return packed
  }

  /// Unpacks one gzip text; nil for anything else or beyond the limit.
  package static func unpack(_ bytes: [UInt8], bytesMax: Int) -> [UInt8]? {
    var state = z_stream()
    guard plumbline_gunzip_begin(&state) == Z_OK else { return nil }
    defer { inflateEnd(&state) }
    var input = bytes
    return input.withUnsafeMutableBufferPointer { source -> [UInt8]? in
      state.next_in = source.baseAddress
      state.avail_in = UInt32(clamping: source.count)
      var ended = false
      let out = [UInt8](unsafeUninitializedCapacity: bytesMax) { buffer, count in
        state.next_out = buffer.baseAddress
        state.avail_out = UInt32(clamping: bytesMax)
        ended = inflate(&state, Z_FINISH) == Z_STREAM_END
        count = bytesMax - Int(state.avail_out)
      }
      return ended ? out : nil
    }
  }

  /// One working memory; only its holder uses it.
  private final class Stream: @unchecked Sendable {
    private let state: UnsafeMutablePointer<z_stream>

    init?(level: Int32) {
      state = .allocate(capacity: 1)
      state.initialize(to: z_stream())
      guard plumbline_gzip_begin(state, level) == Z_OK else {
        state.deallocate()
        return nil
      }
    }

    func pack(_ bytes: [UInt8]) -> [UInt8]? {
      guard deflateReset(state) == Z_OK else { return nil }
      let capacity = Int(deflateBound(state, UInt(bytes.count)))
      var isPacked = false
      let packed = bytes.withUnsafeBufferPointer { source in
        [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
          state.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
          state.pointee.avail_in = UInt32(source.count)
          state.pointee.next_out = buffer.baseAddress
          state.pointee.avail_out = UInt32(clamping: capacity)
          isPacked = deflate(state, Z_FINISH) == Z_STREAM_END
          count = capacity - Int(state.pointee.avail_out)
        }
      }
      return isPacked ? packed : nil
    }

    deinit {
      deflateEnd(state)
      state.deallocate()
    }
  }
}
