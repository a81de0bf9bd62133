// A PostgreSQL server for tests: made in a folder, gone with the process that made it.
internal import Glibc
internal import Synchronization

/// A server of its own with a socket in a folder. It ends when the process ends, however that ends.
package final class ThrowAwayCluster: Sendable {
  /// Where the socket is.
  package let folder: String
  private let programs: String
  private let shell: ChildProgram
  private let databaseCount = Mutex(0)

  /// The server of this process, started when it is first wanted; nil where PostgreSQL is not installed.
  package static let shared = ThrowAwayCluster()

  /// What a test says where there is no server.
  package static let absence = "PostgreSQL is not installed: apt-get install postgresql"

  /// - Parameter isSafe: whether it waits for the disk, as a real one does; tests are quicker without.
  package init?(isSafe: Bool = false) {
    guard let programs = Self.programs() else { return nil }
    let root = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var pattern = Array("\(root)/plumbline-pg-XXXXXX".utf8CString)
    guard mkdtemp(&pattern) != nil else { return nil }
    folder = String(decoding: pattern.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.programs = programs
    guard
      let shell = ChildProgram(["sh", "-c", Self.script, "sh", folder, programs, isSafe ? "on" : "off"])
    else { return nil }
    self.shell = shell
    var said: [UInt8] = []
    while !said.contains(0x0A) {
      let piece = shell.read()
      if piece.isEmpty { return nil }
      said += piece
    }
  }

  /// The server refuses to run as root, so it runs as `postgres` then. The shell waits for the end of its
  /// input, which comes with the end of this process, and starts the server again when it was killed. It
  /// keeps nothing open whose end others wait for, and no signal to this process takes it along.
  private static let script = """
    exec 2>/dev/null
    trap '' INT TERM PIPE
    folder=$1 programs=$2 fsync=$3
    run() {
      if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"
      else
        "$@"
      fi
    }
    # A server that is just being started again has no number yet: so again and again.
    end() {
      : >"$folder/stop"
      while kill -0 $loop; do
        kill -QUIT "$(head -n 1 "$folder/server/postmaster.pid")"
        sleep 0.05
      done
      rm -rf "$folder"
    }
    [ "$(id -u)" = 0 ] && chown postgres "$folder"
    cd "$folder"
    run "$programs/initdb" -D "$folder/server" -E UTF8 --locale=C.UTF-8 -U plumbline -A trust --no-sync \\
      >"$folder/log" 2>&1 || exit 1
    (
      while [ -d "$folder" ] && [ ! -e "$folder/stop" ]; do
        run "$programs/postgres" -D "$folder/server" -k "$folder" -c listen_addresses= -c fsync=$fsync \\
          -c max_connections=300 -c shared_buffers=64MB >>"$folder/log" 2>&1 </dev/null
        sleep 0.1
      done
    ) >/dev/null &
    loop=$!
    turns=0
    until "$programs/pg_isready" -q -h "$folder"; do
      sleep 0.05
      turns=$((turns + 1))
      if [ $turns -gt 1000 ]; then
        end
        exit 1
      fi
    done
    echo ready
    exec >/dev/null
    cat
    end
    """

  /// The folder of the server's programs.
  private static func programs() -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    let versions = (13...20).reversed().map { "/usr/lib/postgresql/\($0)/bin" }
    let folders = versions + path.split(separator: ":").map(String.init)
    return folders.first { folder in
      ["initdb", "postgres", "pg_isready", "createdb"].allSatisfy { access("\(folder)/\($0)", X_OK) == 0 }
    }
  }

  /// Makes an empty database.
  ///
  /// - Parameter options: of `createdb`.
  /// - Returns: its address; nil where the server refuses.
  package func database(options: [String] = []) -> String? {
    let name = databaseCount.withLock { count in
      count += 1
      return "office\(count)"
    }
    let words = ["\(programs)/createdb", "-h", folder, "-U", "plumbline", "-T", "template0"]
    guard ChildProgram.run(words + options + [name]) else { return nil }
    return "postgresql://plumbline@/\(name)?host=\(folder)"
  }

  /// Lets the server look at its tables, as it does by itself after a while: it plans by what it has seen.
  package func analyze() {
    ChildProgram.run([
      "\(programs)/vacuumdb", "-h", folder, "-U", "plumbline", "--all", "--analyze", "--quiet",
    ])
  }

  /// The last lines of the server's log, to tell why a connection was lost.
  package func lastWords(_ count: Int = 20) -> String {
    guard let shown = ChildProgram(["tail", "-n", "\(count)", "\(folder)/log"]) else { return "" }
    defer { shown.wait() }
    return String(decoding: shown.readAll(), as: UTF8.self)
  }

  /// Ends the server, as the end of this object does.
  package func stop() { shell.closeInput() }

  /// Ends the server as a failure of power would. It starts again by itself.
  package func crash() {
    let words = ["sh", "-c", "kill -KILL $(head -n 1 '\(folder)/server/postmaster.pid')"]
    ChildProgram.run(words)
  }
}
