// Which handler answers which path: read as the map of a site.

/// The routes of a site. Words go before holes; a hole whose value does not fit lets others try.
package struct Router<Context: RequestContext>: Sendable {
  /// Answers a request whose path fits.
  package typealias Handler = @Sendable (Request, Context) async throws -> Response
  /// A handler with the values of its path, or nil where they do not fit.
  typealias Match = @Sendable ([String]) -> Handler?

  /// A handler with what is known before it runs.
  struct Route: Sendable {
    let template: String
    let bodyBytesMax: Int
    let match: Match
  }

  /// What a path leads to.
  enum Found: Sendable {
    case route(Route, Handler)
    /// There is such a path, for other methods.
    case otherMethods([Method])
    case nothing
  }

  /// A segment's place in the tree of paths.
  private struct Node: Sendable {
    var words: [String: Int] = [:]
    var hole: Int?
    /// In the order in which they were written.
    var routes: [(method: Method, route: Route)] = []
  }

  private var nodes = [Node()]

  /// Every template with its method, in the order of the map.
  package private(set) var listing: [(method: Method, template: String)] = []

  package init() {}

  /// How large a body may be where the route says nothing: a form, not an upload.
  package static var bodyBytesMax: Int { Request.formBytesMax }

  /// Adds a route.
  ///
  /// - Parameter bodyBytesMax: the largest body that it takes.
  package mutating func on<each Value: PathValue>(
    _ method: Method, _ path: Path<repeat each Value>, bodyBytesMax: Int = Router.bodyBytesMax,
    _ handler: @escaping @Sendable (Request, Context, repeat each Value) async throws -> Response
  ) {
    let route = Route(template: path.template, bodyBytesMax: bodyBytesMax) { segments in
      guard let values = path.values(of: segments) else { return nil }
      return { request, context in try await handler(request, context, repeat each values) }
    }
    insert(route, method: method, pieces: path.pieces.map(\.word))
  }

  /// Adds a route for GET, which answers HEAD too.
  package mutating func get<each Value: PathValue>(
    _ path: Path<repeat each Value>,
    _ handler: @escaping @Sendable (Request, Context, repeat each Value) async throws -> Response
  ) { on(.get, path, bodyBytesMax: 0, handler) }

  /// Adds a route for POST.
  package mutating func post<each Value: PathValue>(
    _ path: Path<repeat each Value>, bodyBytesMax: Int = Router.bodyBytesMax,
    _ handler: @escaping @Sendable (Request, Context, repeat each Value) async throws -> Response
  ) { on(.post, path, bodyBytesMax: bodyBytesMax, handler) }

  /// Adds a route for everything below a path: the handler gets the segments behind it.
  package mutating func getBelow(
    _ path: FixedPath, _ handler: @escaping @Sendable (Request, Context, [String]) async throws -> Response
  ) {
    let depth = path.pieces.count
    let route = Route(template: path.template + "/{...}", bodyBytesMax: 0) { segments in
      let rest = Array(segments.dropFirst(depth))
      return { request, context in try await handler(request, context, rest) }
    }
    listing.append((.get, route.template))
    below.append((path.pieces.compactMap(\.word), route))
  }

  /// Routes for everything below, longest first.
  private var below: [(words: [String], route: Route)] = [] {
    didSet { below.sort { $0.words.count > $1.words.count } }
  }

  /// nil stands for a hole.
  private mutating func insert(_ route: Route, method: Method, pieces: [String?]) {
    var node = 0
    for piece in pieces {
      if let next = piece.map({ nodes[node].words[$0] }) ?? nodes[node].hole {
        node = next
        continue
      }
      nodes.append(Node())
      if let piece { nodes[node].words[piece] = nodes.count - 1 } else { nodes[node].hole = nodes.count - 1 }
      node = nodes.count - 1
    }
    nodes[node].routes.append((method, route))
    listing.append((method, route.template))
  }

  /// What answers this method at this path.
  func find(_ method: Method, _ segments: [String]) -> Found {
    let wanted = method == .head ? .get : method
    var others: [Method] = []
    if let found = find(wanted, segments, from: 0, at: 0, &others) { return found }
    for (words, route) in below where segments.count > words.count && segments.starts(with: words) {
      guard wanted == .get else { return .otherMethods([.get, .head]) }
      if let handler = route.match(segments) { return .route(route, handler) }
    }
    if others.isEmpty { return .nothing }
    if others.contains(.get) { others.append(.head) }
    return .otherMethods(others)
  }

  private func find(
    _ method: Method, _ segments: [String], from start: Int, at node: Int, _ others: inout [Method]
  ) -> Found? {
    guard start < segments.count else {
      for (other, route) in nodes[node].routes {
        guard let handler = route.match(segments) else { continue }
        if other == method { return .route(route, handler) }
        if !others.contains(other) { others.append(other) }
      }
      return nil
    }
    if let next = nodes[node].words[segments[start]],
      let found = find(method, segments, from: start + 1, at: next, &others)
    {
      return found
    }
    guard let next = nodes[node].hole else { return nil }
    return find(method, segments, from: start + 1, at: next, &others)
  }
}
