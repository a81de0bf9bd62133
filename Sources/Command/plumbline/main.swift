// The composition root: the words of the command line go in, the exit code comes out.
import CommandLineParsing
import Glibc

let words = SystemWords.ofProcess
var console = Console.standard
console.paths = words.paths
exit(Program.run(words.texts, console: console).rawValue)
