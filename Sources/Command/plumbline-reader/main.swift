// The composition root of the isolated side: all readers in one process that may fall.
import Glibc

exit(ReaderMain.run(Array(CommandLine.arguments.dropFirst())))
