// The composition root.
import Glibc

var request = ValueRequest()
var arguments = CommandLine.arguments.dropFirst(2)
while let argument = arguments.popFirst() {
  switch argument {
  case "--name": request.name = arguments.popFirst()
  case "--level2": request.level2 = arguments.popFirst()
  case "--unit": request.unit = arguments.popFirst()
  case "--year": request.year = arguments.popFirst().flatMap { Int($0) }
  case "--json": request.output = .json
  case "--jsonl": request.isBatch = true
  default: request.texts.append(argument)
  }
}
let command = ValueCommand(request: request) { bytes in
  var rest = bytes
  while rest.count > 0 {
    let count = write(1, rest.baseAddress, rest.count)
    if count <= 0 { return false }
    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
  }
  return true
}
_ = command.run { read(0, $0.baseAddress, $0.count) }
