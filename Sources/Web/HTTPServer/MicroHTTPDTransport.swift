// The library libmicrohttpd as a transport: epoll, a pool of threads, connections that rest while a
// handler works.
import CMicroHTTPD
import Glibc
package import HTTP

/// The transport of production.
package struct MicroHTTPDTransport: Transport {
  package init() {}

  /// Takes the address, then starts the library on it.
  package func start(
    _ responder: any Responder, _ configuration: ServerConfiguration
  ) throws(ServerError) -> any RunningServer {
    Self.allowOpenFiles(configuration.connectionsMax + 512)
    let listener = try Self.listen(configuration.address)
    var address = configuration.address
    if case .network(let host, _) = address {
      address = .network(host: host, port: plumbline_http_port(listener))
    }
    let server = MicroHTTPDServer(address: address, responder: responder, configuration: configuration)
    guard server.start(listener: listener) else {
      close(listener)
      throw .cannotListen(configuration.address, code: errno)
    }
    return server
  }

  /// Systems allow 1,024 open files unless they are asked for more.
  private static func allowOpenFiles(_ count: Int) {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    let wanted = min(limit.rlim_max, rlim_t(clamping: count))
    guard limit.rlim_cur < wanted else { return }
    limit.rlim_cur = wanted
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  private static func listen(_ address: ServerAddress) throws(ServerError) -> Int32 {
    var listener: Int32 = -1
    switch address {
    case .network(let host, let port):
      host.withCString { host in
        var wanted = plumbline_listening(host: host, port: port, path: nil)
        listener = plumbline_http_listen(&wanted)
      }
    case .local(let path):
      removeStaleSocket(path)
      path.withCString { path in
        var wanted = plumbline_listening(host: nil, port: 0, path: path)
        listener = plumbline_http_listen(&wanted)
      }
    }
    let code = errno
    if listener >= 0 { return listener }
    guard listener == -1 else { throw .addressUnknown(address) }
    switch code {
    case EADDRINUSE: throw .addressInUse(address)
    case EADDRNOTAVAIL, EAFNOSUPPORT, ENOENT: throw .addressUnknown(address)
    case EACCES, EPERM, EROFS: throw .notPermitted(address)
    default: throw .cannotListen(address, code: code)
    }
  }

  /// A socket that a server which was killed left behind; one where somebody answers stays.
  private static func removeStaleSocket(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return }
    // Without waiting: a server that stands still has a full line of callers, and is there all the same.
    let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
    let probe = socket(AF_UNIX, Int32(kind), 0)
    guard probe >= 0 else { return }
    defer { close(probe) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let answer = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(probe, $0, length) }
    }
    if answer != 0, errno == ECONNREFUSED { unlink(path) }
  }
}
