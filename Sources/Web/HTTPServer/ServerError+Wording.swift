// What people read when a server does not start: what is the matter, and what to do.

extension ServerError {
  /// One or two sentences for the terminal.
  package var wording: String {
    switch self {
    case .addressInUse(let address): "\(Self.name(address)) 已被别的程序占用。请换一个端口，或先停掉那个程序。"
    case .addressUnknown(let address): "这台机器没有 \(Self.name(address)) 这个地址。请检查设置里的地址。"
    case .notPermitted(let address): "没有权限使用 \(Self.name(address))。请换 1024 以上的端口，或换一个可写的目录。"
    case .cannotListen(let address, let code): "\(Self.name(address)) 打不开，系统的错误号是 \(code)。"
    }
  }

  private static func name(_ address: ServerAddress) -> String {
    switch address {
    case .network(let host, let port): "\(host) 的端口 \(port)"
    case .local(let path): path
    }
  }
}
