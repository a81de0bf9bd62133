// The recognizer's library, libtesseract: one line of text at a time.
import CTesseract
import Glibc

/// The recognizer of printed text, opened with its models; one thread at a time may use it.
final class TextEngine {
  private let library: plumbline_tesseract
  private let engine: UnsafeMutableRawPointer

  /// What the models call themselves, best first: simplified Chinese with Latin letters and figures.
  private static let languages = ["HanS", "script/HanS", "chi_sim+eng", "chi_sim"]

  /// - Returns: nil where the library or every model is missing.
  init?() {
    // One thread: several readers run beside each other, and the walls count threads.
    setenv("OMP_THREAD_LIMIT", "1", 1)
    var table = plumbline_tesseract()
    let named = getenv("PLUMBLINE_TESSERACT").map { [String(cString: $0)] } ?? []
    guard (named + ["libtesseract.so.5"]).contains(where: { plumbline_tesseract_load($0, &table) == 1 }),
      let engine = table.create()
    else { return nil }
    // What it says about models that it does not find is no news.
    _ = table.set_variable(engine, "debug_file", "/dev/null")
    guard Self.languages.contains(where: { table.open(engine, nil, $0) == 0 }) else {
      table.destroy(engine)
      return nil
    }
    library = table
    self.engine = engine
    // Raw line: the picture is one line of text, nothing is looked for in it.
    table.set_mode(engine, 13)
  }

  deinit {
    library.close(engine)
    library.destroy(engine)
  }

  /// The text of a picture that holds one line.
  ///
  /// - Returns: the text as the model spells it, and how sure it is, 0…100.
  func text(of line: Raster) -> (text: String, confidence: Int) {
    line.pixels.withUnsafeBufferPointer { pixels in
      library.set_image(
        engine, pixels.baseAddress, Int32(line.width), Int32(line.height), 1, Int32(line.width))
    }
    library.set_resolution(engine, Int32(max(70, min(1200, line.pixelsPerPoint * 72))))
    defer { library.clear(engine) }
    guard let text = library.text(engine) else { return ("", 0) }
    defer { library.delete_text(text) }
    return (String(cString: text), Int(max(0, min(100, library.confidence(engine)))))
  }
}
