// The two functions that libFuzzer calls: one before everything, one for every input.
import Glibc

/// The target of this process, chosen once by `FUZZ_TARGET`.
private let chosen = FuzzTarget(rawValue: getenv("FUZZ_TARGET").map { String(cString: $0) } ?? "")

/// Refuses to start without a target; with `FUZZ_SEEDS` it writes the target's seeds into that folder and
/// ends.
@_cdecl("LLVMFuzzerInitialize")
func initializeFuzzing(
  _ count: UnsafeMutablePointer<CInt>?, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  guard let chosen else {
    puts("FUZZ_TARGET must be one of: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))")
    exit(64)
  }
  if let folder = getenv("FUZZ_SEEDS") {
    for (number, seed) in chosen.seeds.enumerated() {
      guard let file = fopen("\(String(cString: folder))/seed\(number)", "wb") else { exit(74) }
      fwrite(seed, 1, seed.count, file)
      fclose(file)
    }
    exit(0)
  }
  return 0
}

/// One input; whatever it holds, the function returns.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  chosen?.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
