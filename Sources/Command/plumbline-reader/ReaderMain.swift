// What the reading process does: answers documents, or says what it is.
import DocumentReading
import Glibc
import IsolatedReading
import JSONText
import OfficeConversion
import Operations
import Rosters
import Tables

/// `plumbline-reader`.
enum ReaderMain {
  static let version = "0.1.0"

  /// The readers of formats that need foreign libraries or programs.
  static let foreignReaders: [any ForeignReader] = [OfficeReader()]

  /// - Returns: the exit code.
  static func run(_ words: [String]) -> Int32 {
    switch words.first {
    case nil: return serve()
    case "--version": return say("plumbline-reader \(version)\nnetwork: \(network)\n")
    case "--help", "-h": return say(help)
    default:
      _ = say(help, to: STDERR_FILENO)
      return 64
    }
  }

  private static var network: String {
    ReaderSide.closeNetwork() ? "closed" : "open, the system permits no filter"
  }

  private static let help = """
    Reads documents for plumbline in a process of its own.

    Usage: plumbline-reader [--version | --help]

    Started by plumbline with a pipe at each standard stream; not for use by hand.
    --version tells too whether the process can be kept from the network.

    """

  private static func serve() -> Int32 {
    guard let side = ReaderSide() else { return 71 }
    side.run { question, bytes, options, json in
      let importing = ImportDocument(foreignReaders: foreignReaders, options: options)
      switch question {
      case .forms: importing.run(file: "", bytes: bytes).write(to: &json)
      case .formsAndDocument:
        importing.runHere(file: "", bytes: bytes, options: options).write(to: &json)
      case .tables: TableAnswer.write(tables(of: bytes), to: &json)
      case .cutOut(let part): CutOutAnswer.write(cutOut(part, of: bytes), to: &json)
      }
    }
    return 0
  }

  private static func tables(of bytes: [UInt8]) -> Result<Document, ReadingError> {
    do throws(ReadingError) {
      return .success(try RosterFile.table(bytes))
    } catch {
      return .failure(error)
    }
  }

  private static func cutOut(_ part: PagePart, of bytes: [UInt8]) -> Result<PagePicture, ReadingError> {
    do throws(ReadingError) {
      return .success(try DocumentReader().cutOut(part, of: bytes))
    } catch {
      return .failure(error)
    }
  }

  private static func say(_ text: String, to descriptor: Int32 = STDOUT_FILENO) -> Int32 {
    let bytes = Array(text.utf8)
    return write(descriptor, bytes, bytes.count) == bytes.count ? 0 : 74
  }
}
