// How many processors this process may use.
import Glibc

extension ServerConfiguration {
  /// At least 1.
  package static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
