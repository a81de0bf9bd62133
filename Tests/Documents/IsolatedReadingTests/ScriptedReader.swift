// A reader whose documents tell it how to misbehave: a script of the system's shell.
import DocumentReading
import Foundation
import JSONText
import Tables

@testable import IsolatedReading

/// A folder with the script in it.
struct ScriptedReader {
  let folder: URL

  /// Each document is a word with perhaps a path after it; any other is answered with what the process
  /// knows of itself.
  private static let script = #"""
    #!/bin/bash
    echo '{"plumbline-reader":1,"network":"closed"}'
    answer() { printf '{"id":%s,"result":{"said":"%s"}}\n' "$id" "$1"; }
    while read -r line; do
      id=${line#*\"id\":}; id=${id%%,*}
      count=${line#*\"bytes\":}; count=${count%%,*}
      document=$(head -c "$count")
      path=${document#* }
      case "$document" in
        spin) while :; do :; done ;;
        sleep) sleep 1000 ;;
        leave) exit 3 ;;
        silent) exec >&-; sleep 1000 ;;
        garbage) head -c 100000 /dev/urandom; echo ;;
        nonsense) echo '{"id":'"$id"',"result":[]}' ;;
        twice) answer once; answer twice ;;
        other) id=$((id + 1)); answer other ;;
        endless) tr '\0' 'x' < /dev/zero ;;
        brood*) setsid bash -c 'while :; do echo x >> "$0"; sleep 0.02; done' "$path" &
          sleep 1000 ;;
        connect*) if (exec 3<>"/dev/tcp/127.0.0.1/$path") 2> /dev/null; then answer open
          else answer closed; fi ;;
        folder) answer "$(pwd)" ;;
        variables) answer "$(env | cut -d = -f 1 | sort | tr '\n' ' ')" ;;
        descriptors) answer "$(ls /proc/self/fd | wc -l)" ;;
        limits) answer "$(ulimit -c) $(ulimit -v) $(ulimit -n)" ;;
        write) if head -c 3000000 /dev/zero > big 2> /dev/null; then answer written
          else answer refused; fi ;;
        *) answer "$$ $document" ;;
      esac
    done
    """#

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("scripted-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(Self.script.utf8).write(to: folder.appendingPathComponent("reader"))
    chmod(folder.appendingPathComponent("reader").path, 0o755)
  }

  var program: ReaderProgram { ReaderProgram(path: folder.appendingPathComponent("reader").path) }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}

/// Runs a test's body with a pool of scripted readers.
func withScriptedPool(
  _ change: (inout ReaderSettings) -> Void = { _ in }, _ body: (ReaderPool, URL) throws -> Void
) throws {
  let reader = try ScriptedReader()
  defer { reader.remove() }
  var settings = ReaderSettings()
  settings.readersMax = 1
  settings.deadlineSeconds = 2
  change(&settings)
  let pool = ReaderPool(program: reader.program, settings: settings)
  defer { pool.close() }
  try body(pool, reader.folder)
}

extension ReaderPool {
  /// What the scripted reader says to a document.
  func said(to document: String) throws(ReadingError) -> String {
    try read(Array(document.utf8)) { $0["said"]?.text }
  }

  /// The error that a document ends in; nil for an answer.
  func failure(of document: String) -> ReadingError? {
    do throws(ReadingError) {
      _ = try said(to: document)
      return nil
    } catch {
      return error
    }
  }
}
