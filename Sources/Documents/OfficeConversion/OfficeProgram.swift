// LibreOffice without a window, with a profile of its own for this process.
import Programs
import Synchronization
import Tables

/// One installation of LibreOffice.
struct OfficeProgram: Sendable {
  private let program: ChildProgram

  /// - Returns: nil where none is installed.
  init?() {
    guard
      let program = ChildProgram(
        variable: "PLUMBLINE_SOFFICE",
        places: [
          "/usr/lib/libreoffice/program/soffice.bin", "/opt/libreoffice/program/soffice.bin",
          "/usr/lib64/libreoffice/program/soffice.bin", "soffice",
        ])
    else { return nil }
    self.program = program
  }

  /// The code with which LibreOffice asks to be started again, as after making a profile.
  private static let startAgain: Int32 = 81

  /// Converts one file into a folder.
  /// - Parameter source: the filter that opens it; nil for one that LibreOffice chooses.
  func convert(
    _ file: String, from source: String?, to filter: String, folder: String, seconds: Int
  ) throws(ReadingError) -> ChildProgram.Ending {
    let words =
      (source.map { ["--infilter=\($0)"] } ?? []) + [
        "--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
        "-env:UserInstallation=file://\(try Self.profile())", "--convert-to", filter, "--outdir", folder,
        file,
      ]
    var ending = ChildProgram.Ending.notStarted
    for _ in 0..<3 {
      ending = program.run(words, seconds: seconds)
      guard ending == .failed(code: Self.startAgain) else { return ending }
    }
    return ending
  }

  private static let known = Mutex<String?>(nil)

  /// The profile of this process, made with its settings when it is first asked for.
  private static func profile() throws(ReadingError) -> String {
    if let path = known.withLock({ $0 }) { return path }
    guard let folder = WorkFolder("profile"), folder.makeFolder("user"),
      folder.write(Array(OfficeProfile.settings.utf8), as: "user/registrymodifications.xcu")
    else { throw .damaged(detail: "no temporary folder") }
    known.withLock { $0 = folder.path }
    return folder.path
  }
}
