// Writes records as official forms, or as bare data: layout, sheet, file.
package import Forms
import JSONText
package import Model
package import SheetFiles
package import SheetPrinting

/// What an export is asked for.
package struct ExportSettings: Sendable {
  package var format: ExportFormat
  /// Nil takes for each form the layout that holds most of it.
  package var layout: FormLayout?
  package var options: FormSheetOptions
  package var fonts: ExportFonts
  /// When files say that they were made: seconds since 1970 in universal time.
  package var created: Int

  package init(
    format: ExportFormat, layout: FormLayout? = nil, options: FormSheetOptions = .init(),
    fonts: ExportFonts = .init(), created: Int
  ) {
    self.format = format
    self.layout = layout
    self.options = options
    self.fonts = fonts
    self.created = created
  }
}

/// Why a form or file cannot be exported.
package enum ExportError: Error, Sendable, Equatable {
  /// The layout that was asked for does not print this form; the layouts that do.
  case unfitLayout(FormLayout, fitting: [FormLayout])
  case notPrinted(PrintingError)
  case notWritten(SheetFileError)

  package static func == (left: Self, right: Self) -> Bool { left.sentence == right.sentence }
}

/// A written file.
package struct ExportedFile: Sendable, Equatable {
  package var bytes: [UInt8]
  /// What the format could not show as it stands in the record, as sentences.
  package var notices: [String]
}

/// Exports forms; may be used by any number of threads at once.
package struct ExportForms: Sendable {
  package let settings: ExportSettings
  private let printers: PrinterPool?

  /// Opens the fonts where the format needs them.
  package init(_ settings: ExportSettings) throws(ExportError) {
    self.settings = settings
    guard settings.format == .pdf else {
      printers = nil
      return
    }
    do throws(PrintingError) {
      printers = PrinterPool(fonts: try PrintingFonts(map: settings.fonts.printed))
    } catch { throw .notPrinted(error) }
  }

  private init(_ settings: ExportSettings, printers: PrinterPool?) {
    self.settings = settings
    self.printers = printers
  }

  /// The same with other settings; fonts and printers that are open are used again where they fit.
  package func changed(to settings: ExportSettings) throws(ExportError) -> ExportForms {
    let canPrint = printers != nil && settings.fonts == self.settings.fonts
    guard settings.format != .pdf || canPrint else { return try ExportForms(settings) }
    return ExportForms(settings, printers: canPrint ? printers : nil)
  }

  /// The fonts of official papers that are not installed, each told once, as sentences.
  package var fontNotices: [String] { printers?.fonts.notices.map(\.sentence) ?? [] }

  /// Lays a form out for the format; bare data is the record itself, without any loss.
  package func layOut(_ form: Form) throws(ExportError) -> LaidOutForm {
    guard settings.format.showsForm else { return LaidOutForm(unprinted: form) }
    guard let layout = settings.layout else {
      return FormLayout.layOutByChoice(form, options: settings.options)
    }
    guard layout.fits(form) else {
      throw .unfitLayout(layout, fitting: FormLayout.layouts(for: form))
    }
    return layout.layOut(form, options: settings.options)
  }

  /// Writes one file of one form or several, each beginning a page of its own.
  package func write(_ forms: [LaidOutForm]) throws(ExportError) -> ExportedFile {
    let sheets = forms.map(\.sheet)
    let writer = SheetWriter(created: settings.created, fonts: settings.fonts.office)
    do throws(SheetFileError) {
      switch settings.format {
      case .html: return ExportedFile(try writer.html(sheets))
      case .docx: return ExportedFile(try writer.word(sheets))
      case .xlsx: return ExportedFile(try writer.workbook(sheets))
      case .json: return ExportedFile(bytes: Self.json(forms.map(\.printed)), notices: [])
      case .csv: return ExportedFile(bytes: RecordTable(forms.map(\.printed)).bytes, notices: [])
      case .pdf: break
      }
    } catch { throw .notWritten(error) }
    guard let printers else { throw .notPrinted(.noFonts) }
    do throws(PrintingError) {
      let properties = PDFProperties(created: PrintingMoment(secondsSince1970: settings.created))
      let printed = try printers.printing { printer throws(PrintingError) in
        try printer.pdf(sheets, properties)
      }
      return ExportedFile(bytes: printed.bytes, notices: printed.notices.map(\.sentence))
    } catch { throw .notPrinted(error) }
  }

  /// One form as an object, several as `{"forms":[…]}`; what an import takes.
  private static func json(_ forms: [Form]) -> [UInt8] {
    var json = JSONWriter(indent: 2, reserving: 1 << 14)
    json.object { json in
      if forms.count == 1 {
        forms[0].writeMembers(to: &json)
      } else {
        json.key("forms")
        json.array { json in
          for form in forms { json.object { json in form.writeMembers(to: &json) } }
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}

extension ExportedFile {
  init(_ file: SheetFile) {
    self.init(bytes: file.bytes, notices: file.notices.map(\.message))
  }
}
