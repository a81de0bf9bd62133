// What carries requests to a responder: the library of today stands behind this.
package import HTTP

/// A way for requests to come in.
package protocol Transport: Sendable {
  /// Listens and answers from now on.
  ///
  /// - Throws: `ServerError` where it cannot listen.
  func start(
    _ responder: any Responder, _ configuration: ServerConfiguration
  ) throws(ServerError) -> any RunningServer
}

/// A server at work.
package protocol RunningServer: Sendable {
  /// With the port that was taken.
  var address: ServerAddress { get }
  /// Requests that are being read or answered.
  var requestsInFlight: Int { get }
  /// Listens no more, lets requests in flight end, and returns when nothing of the server is left.
  func stop() async
}
