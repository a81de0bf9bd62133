// The key that all nodes of an installation share.
package import Accounts
package import Records

/// Finds the installation's key, and makes it at the very first start.
package enum OfficeKey {
  private static let setting = "server.key"

  /// - Throws: `.records(.damaged)` for a key that cannot be read.
  package static func load(
    from records: any RecordStore, chance: Chance
  ) async throws(OfficeRefusal) -> ServerKey {
    do throws(RecordError) {
      return try await records.transaction { (records: any RecordTransaction) throws(RecordError) in
        if let stored = try records.setting(Self.setting) {
          guard let key = ServerKey(text: stored.value.value) else { throw .damaged(Self.setting) }
          return key
        }
        var chance = chance
        let key = ServerKey(using: &chance)
        try records.save(Setting(key: Self.setting, value: key.text), expecting: 0)
        return key
      }
    } catch { throw OfficeRefusal(error) }
  }
}
