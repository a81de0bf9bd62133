// Why a server does not start.

/// What stands in the way of listening.
package enum ServerError: Error, Equatable, Sendable {
  /// Another program listens there.
  case addressInUse(ServerAddress)
  /// This machine has no such address, or it is no address at all.
  case addressUnknown(ServerAddress)
  /// Ports below 1024, or a folder that is not ours.
  case notPermitted(ServerAddress)
  /// The system's number of the error, 0 where it gave none.
  case cannotListen(ServerAddress, code: Int32)
}
