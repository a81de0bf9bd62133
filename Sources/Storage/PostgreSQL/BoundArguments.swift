// The arguments of a statement as the client library wants them.
internal import SQL

/// Arguments in one piece of memory: whole numbers and bytes in binary, text as it is.
struct BoundArguments {
  private var memory: [UInt8] = []
  private var starts: [Int?] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []
  /// The server's numbers for the types: bigint, text, bytea; 0 leaves the type of an empty value open.
  private(set) var types: [UInt32] = []
  /// A letter for each type.
  private(set) var kinds = ""

  var count: Int { starts.count }

  init(_ arguments: [SQLValue]) throws(SQLError) {
    guard arguments.count <= 0xFFFF else { throw .other(code: "arguments", message: "too many arguments") }
    for argument in arguments {
      switch argument {
      case .null: add(nil, format: 0, type: 0, kind: "n")
      case .integer(let number):
        add(withUnsafeBytes(of: number.bigEndian, Array.init), format: 1, type: 20, kind: "i")
      case .text(let text):
        let bytes = Array(text.utf8)
        if bytes.contains(0) { throw .textHoldsZero }
        add(bytes + [0], format: 0, type: 25, kind: "t")
      case .bytes(let bytes): add(bytes, format: 1, type: 17, kind: "b")
      }
    }
  }

  private mutating func add(_ bytes: [UInt8]?, format: Int32, type: UInt32, kind: String) {
    starts.append(bytes == nil ? nil : memory.count)
    lengths.append(Int32(clamping: bytes?.count ?? 0))
    formats.append(format)
    types.append(type)
    kinds += kind
    // A byte of distance keeps the address of no bytes at all apart from nil.
    if let bytes { memory += bytes + [0] }
  }

  /// Calls `work` with the arrays of the library.
  func withPointers<Answer>(
    _ work: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Answer
  ) -> Answer {
    memory.withUnsafeBytes { memory in
      let values = starts.map { start in
        start.flatMap { start in
          memory.baseAddress.map { ($0 + start).assumingMemoryBound(to: CChar.self) }
        }
      }
      return values.withUnsafeBufferPointer { values in
        lengths.withUnsafeBufferPointer { lengths in
          formats.withUnsafeBufferPointer { formats in
            work(values.baseAddress, lengths.baseAddress, formats.baseAddress)
          }
        }
      }
    }
  }
}
