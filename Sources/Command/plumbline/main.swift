// The composition root: the words of the command line go in, the exit code comes out.
import CommandLineParsing
import Glibc

exit(Program.run(Array(CommandLine.arguments.dropFirst()), console: .standard).rawValue)
