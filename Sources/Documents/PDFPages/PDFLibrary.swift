// The library that reads PDF: found at run time, used by one thread at a time.
import CPDFium
import Glibc
import Synchronization

/// libpdfium, loaded once for the process.
///
/// The library keeps global state, so that all calls stand behind one lock.
struct PDFLibrary: @unchecked Sendable {
  let functions: plumbline_pdfium

  /// Where it may be: named by the environment, beside the program, in the folder that the set-up fills.
  private static var places: [String] {
    var places: [String] = []
    if let named = getenv("PLUMBLINE_PDFIUM") { places.append(String(cString: named)) }
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard length > 0 else { return places }
    var folder = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for _ in 0..<6 {
      guard let slash = folder.lastIndex(of: "/") else { break }
      folder = String(folder[..<slash])
      places += [
        "\(folder)/libpdfium.so", "\(folder)/lib/libpdfium.so", "\(folder)/.tools/pdfium/libpdfium.so",
      ]
    }
    return places
  }

  private static let lock = Mutex(())

  private static let shared: PDFLibrary? = {
    var table = plumbline_pdfium()
    for place in places where access(place, R_OK) == 0 {
      if plumbline_pdfium_load(place, &table) == 1 {
        table.init_library()
        return PDFLibrary(functions: table)
      }
    }
    return nil
  }()

  /// True where the library can be used.
  static var isPresent: Bool { shared != nil }

  /// Runs the body with the library to itself; nil where there is no library.
  static func using<Product>(_ body: (borrowing PDFLibrary) -> Product) -> Product? {
    guard let shared else { return nil }
    return lock.withLock { _ in body(shared) }
  }
}
