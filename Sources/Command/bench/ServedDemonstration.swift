// The office with a demonstration, served by its own program for the time of a measurement.
import Glibc
import StorageProbes

/// `plumbline demo` at work on a free port.
struct ServedDemonstration {
  let port: UInt16
  private let office: ChildProgram
  private let data: String

  /// Starts it with its records in a folder.
  ///
  /// - Returns: nil where the program is not beside this one, or does not start.
  init?(in folder: TemporaryFolder) {
    let program = CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = (program + ["plumbline"]).joined(separator: "/")
    data = "\(folder.path)/county"
    guard mkdir(data, 0o700) == 0,
      let child = ChildProgram([
        // Each sign-in of the load comes from an address of its own, as if through a proxy.
        "sh", "-c", "PLUMBLINE_TRUSTED_PROXIES=127.0.0.1 exec \"$@\" 2>/dev/null", "sh", path, "demo",
        "--data",
        data, "--listen", "127.0.0.1:0",
      ])
    else { return nil }
    var said: [UInt8] = []
    while !said.contains(0x0A) {
      let piece = child.read()
      if piece.isEmpty { return nil }
      said += piece
    }
    let place = String(decoding: said, as: UTF8.self).split(separator: "\n").first?.split(separator: ":").last
    guard let port = place.flatMap({ UInt16($0.dropLast()) }) else { return nil }
    self.port = port
    office = child
  }

  /// Ends it and removes its records.
  func stop() {
    kill(office.process, SIGTERM)
    office.wait()
    ChildProgram.run(["rm", "-rf", "--", data])
  }
}
