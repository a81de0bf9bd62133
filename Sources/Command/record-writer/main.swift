// Writes records without end, for tests that kill it: `record-writer FOLDER [SERVER]`.
import Glibc

exit(await RecordWriter.run(Array(CommandLine.arguments.dropFirst())))
