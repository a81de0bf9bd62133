// Printers for several threads: each is used by one at a time and kept for the next.
import SheetPrinting
import Synchronization

/// Lends printers out; a printer knows the labels that it has set before, so it is worth keeping.
final class PrinterPool: Sendable {
  let fonts: PrintingFonts
  private let idle = Mutex<[Lent]>([])

  /// A printer on its way between threads; only one of them has it.
  private struct Lent: @unchecked Sendable {
    let printer: SheetPrinter
  }

  init(fonts: PrintingFonts) {
    self.fonts = fonts
  }

  func printing(
    _ work: (SheetPrinter) throws(PrintingError) -> PrintedSheets
  ) throws(PrintingError) -> PrintedSheets {
    let known = idle.withLock { $0.popLast() }
    let lent = if let known { known } else { Lent(printer: try SheetPrinter(fonts: fonts)) }
    let printed = try work(lent.printer)
    idle.withLock { $0.append(lent) }
    return printed
  }
}
