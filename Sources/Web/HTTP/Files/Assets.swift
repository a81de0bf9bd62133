// Styles, scripts and pictures of the program itself, under addresses that change with their contents.

/// Files in memory, packed once. Their addresses hold a hash, so that browsers keep them for ever and a new
/// version is fetched at once.
package struct Assets: Sendable {
  /// One file.
  package struct Asset: Sendable {
    package let name: String
    package let link: Link
    let plain: Response
    let packed: Response?
  }

  /// By address.
  private var byHash: [String: Asset] = [:]
  private var byName: [String: Asset] = [:]

  /// `/assets/<hash>/<name>`.
  package static var path: Path<String, String> { Path("/assets/{hash}/{name}") }

  /// - Parameter files: names with bytes; the name's ending tells the media type.
  package init(_ files: [(name: String, bytes: [UInt8])]) {
    let packer = GzipPacker(level: 9)
    for (name, bytes) in files {
      let hash = ContentHash.of(bytes).hex
      let type = MediaType.of(fileNamed: name)
      var plain = Response(type: type, bytes: bytes)
      plain.headers[.cacheControl] = "public, max-age=31536000, immutable"
      plain.headers[.etag] = HeaderValue(sound: "W/\"\(hash)\"")
      plain.headers.vary(by: .acceptEncoding)
      var packed: Response?
      if type.isText, let small = packer.pack(bytes), small.count < bytes.count {
        packed = plain
        packed?.body = .bytes(small)
        packed?.headers[.contentEncoding] = "gzip"
      }
      let asset = Asset(name: name, link: Self.path(hash, name), plain: plain, packed: packed)
      byHash["\(hash)/\(name)"] = asset
      byName[name] = asset
    }
  }

  /// The address of a file; nil for a name that is not there.
  package func link(_ name: String) -> Link? { byName[name]?.link }

  /// Serves the files.
  package func add<Context>(to router: inout Router<Context>) {
    router.get(Self.path) { request, _, hash, name in
      guard let asset = byHash["\(hash)/\(name)"] else { throw Refusal.notFound }
      return Compression<Context>.unpacks(request) ? asset.packed ?? asset.plain : asset.plain
    }
  }
}
