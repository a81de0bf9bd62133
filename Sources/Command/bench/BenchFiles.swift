// The files that are measured: the corpus where it is at hand, a temporary folder for what is invented.
import Glibc
import StorageProbes

/// Reading and listing files.
enum BenchFiles {
  static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let count = max(0, ftell(file))
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = fread(buffer.baseAddress, 1, count, file)
    }
  }

  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { field in
        String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}

/// The given forms of the corpus: folders below `corpus/seeds` with one form in several formats each.
enum SeedFiles {
  /// - Returns: nil where there is no corpus.
  static func onDisk() -> [BenchFormat: [String]]? {
    let root = getenv("PLUMBLINE_SHARED").map { String(cString: $0) } ?? "../shared"
    let seeds = "\(root)/corpus/seeds"
    var files: [BenchFormat: [String]] = [:]
    for folder in BenchFiles.names(in: seeds) {
      for name in BenchFiles.names(in: "\(seeds)/\(folder)") {
        for format in BenchFormat.allCases where name.hasSuffix(".\(format.ending)") {
          files[format, default: []].append("\(seeds)/\(folder)/\(name)")
        }
      }
    }
    return files.isEmpty ? nil : files
  }
}

extension SeedFiles {
  /// Every PDF of the corpus; none where there is no corpus.
  static func pdf() -> [String] {
    let root = getenv("PLUMBLINE_SHARED").map { String(cString: $0) } ?? "../shared"
    return ["seeds", "dev"].flatMap { part -> [String] in
      let part = "\(root)/corpus/\(part)"
      return BenchFiles.names(in: part).flatMap { folder in
        BenchFiles.names(in: "\(part)/\(folder)").filter { $0.hasSuffix(".pdf") }.map {
          "\(part)/\(folder)/\($0)"
        }
      }
    }
  }
}

/// A folder that goes away with its files.
struct TemporaryFolder {
  let path: String

  /// - Returns: nil when the system gives none.
  init?() {
    var template = Array("/tmp/plumbline-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Writes the files, numbered; those that cannot be written are left out.
  func write(_ files: [[UInt8]], format: BenchFormat) -> [String] {
    files.enumerated().compactMap { number, bytes in
      let name = "\(path)/\(bytes.count)-\(number).\(format.ending)"
      guard let file = fopen(name, "wb") else { return nil }
      defer { fclose(file) }
      return fwrite(bytes, 1, bytes.count, file) == bytes.count ? name : nil
    }
  }

  /// Makes a folder in it.
  func subfolder(_ name: String) throws -> String {
    let subfolder = "\(path)/\(name)"
    guard mkdir(subfolder, 0o700) == 0 else { throw ScratchProblem(code: errno) }
    return subfolder
  }

  func remove() {
    for name in BenchFiles.names(in: path) { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
