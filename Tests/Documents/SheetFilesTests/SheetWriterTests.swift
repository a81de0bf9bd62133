// Sheets as files.
import Testing

@testable import SheetFiles
