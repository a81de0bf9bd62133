// A file that is open for sending; it cannot be exchanged for another one meanwhile.
import Glibc
import Synchronization

/// A descriptor with its length, closed at the end of its life.
package final class OpenFile: Sendable {
  package let length: Int
  private let descriptor: Mutex<Int32?>

  /// - Parameter descriptor: of a regular file; this object closes it.
  package init(descriptor: Int32, length: Int) {
    self.descriptor = Mutex(descriptor)
    self.length = length
  }

  /// Hands the descriptor over: who takes it closes it. Nil when it was taken before.
  package func take() -> Int32? {
    descriptor.withLock { held in
      defer { held = nil }
      return held
    }
  }

  /// All bytes, for answers inside the process; nil when the descriptor was taken or cannot be read.
  package func read() -> [UInt8]? {
    descriptor.withLock { held in
      guard let held else { return nil }
      var bytes = [UInt8](repeating: 0, count: length)
      var count = 0
      while count < length {
        let got = bytes.withUnsafeMutableBytes { buffer in
          pread(held, buffer.baseAddress.map { $0 + count }, length - count, off_t(count))
        }
        guard got > 0 else { return nil }
        count += got
      }
      return bytes
    }
  }

  deinit {
    if let held = descriptor.withLock({ $0 }) { close(held) }
  }
}
