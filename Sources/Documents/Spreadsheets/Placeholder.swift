package import Tables
package struct SpreadsheetReader { package init(limits: ReadingLimits = .init()) {}; package func read(_ b: [UInt8]) throws(ReadingError) -> Document { throw .unknownFormat } }
