// How a server listens, and what it lets clients do to it.

/// Where a server listens.
package enum ServerAddress: Sendable, Equatable {
  /// A numeric address; port 0 takes any that is free.
  case network(host: String, port: UInt16)
  /// A socket in the file system, for a proxy on the same machine.
  case local(path: String)
}

/// The limits of a server. Every one of them ends something that would otherwise never end.
package struct ServerConfiguration: Sendable {
  package var address: ServerAddress
  /// Threads that read, write and run what handlers do at once.
  package var threads: Int
  package var connectionsMax = 4_096
  /// 0 for no limit: behind a proxy all come from one address.
  package var connectionsPerAddressMax = 0
  /// Request line and header fields together.
  package var headBytesMax = 32 << 10
  /// No body is larger, whatever a route says.
  package var bodyBytesMax = 256 << 20
  /// How many bytes of a body wait in memory for a handler that reads slowly.
  package var bodyBytesWaitingMax = 256 << 10
  /// How much of a body that nobody wants is read for the sake of the answer.
  package var bodyBytesDrainedMax = 1 << 20
  /// From the connection, or the request before, to the end of the head.
  package var headTime = Duration.seconds(10)
  /// How long a connection may say nothing between requests.
  package var idleTime = Duration.seconds(30)
  /// What every body and every answer may take, besides its share by `bytesPerSecondMin`.
  package var transferTime = Duration.seconds(20)
  /// Who is slower for long is cut off.
  package var bytesPerSecondMin = 4_096
  /// How long a handler may work, waiting for a slow body not counted.
  package var handlerTime = Duration.seconds(30)
  /// How long a stop waits for requests in flight.
  package var stopTime = Duration.seconds(15)

  package init(address: ServerAddress, threads: Int = ServerConfiguration.processors) {
    self.address = address
    self.threads = max(1, threads)
  }
}
