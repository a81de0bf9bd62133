// The benchmark: `bench` measures everything, `bench --once FILE` reads one file and says what it cost.
import Glibc

exit(await Bench(arguments: CommandLine.arguments).run())
