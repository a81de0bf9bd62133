// Statements: values are bound, never written.
import SQL
import Testing

@Suite struct SQLTextTests {
  @Test func `values become arguments in their order`() {
    let text: SQLText = "SELECT a FROM t WHERE b = \(7) AND c = \("x") AND d = \([1, 2] as [UInt8])"
    #expect(text.rendered(for: .sqlite) == "SELECT a FROM t WHERE b = ?1 AND c = ?2 AND d = ?3")
    #expect(text.rendered(for: .postgreSQL) == "SELECT a FROM t WHERE b = $1 AND c = $2 AND d = $3")
    #expect(text.arguments == [.integer(7), .text("x"), .bytes([1, 2])])
  }

  @Test(arguments: ["'; DROP TABLE person; --", "\\", "\"", "?1", "$1", "\u{0}", "名"])
  func `what somebody typed never becomes part of the statement`(_ typed: String) {
    let text: SQLText = "SELECT \(typed)"
    #expect(text.rendered(for: .sqlite) == "SELECT ?1")
    #expect(text.description == "SELECT ?1")
    #expect(text.arguments == [.text(typed)])
  }

  @Test func `nothing is bound as nothing and a truth as 0 or 1`() {
    let number: Int64? = nil
    let words: String? = nil
    let count: Int? = 3
    let bytes: [UInt8]? = nil
    let text: SQLText = "\(number) \(words) \(count) \(bytes) \(true) \(false)"
    #expect(text.arguments == [.null, .null, .integer(3), .null, .integer(1), .integer(0)])
  }

  @Test func `parts keep their arguments`() {
    let part: SQLText = "b = \(2)"
    let text: SQLText = "a = \(1) AND \(part: part) AND \(part: .joined(["\(3)", "\(4)"], by: ", "))"
    #expect(text.rendered(for: .sqlite) == "a = ?1 AND b = ?2 AND ?3, ?4")
    #expect((part + " OR c").rendered(for: .postgreSQL) == "b = $1 OR c")
    #expect(text.arguments == [.integer(1), .integer(2), .integer(3), .integer(4)])
  }

  @Test func `dialects spell their own words`() {
    let text: SQLText = "CREATE TABLE \(name: "t") (a \(word: .bytes))\(word: .endOfTable)"
    #expect(text.rendered(for: .sqlite) == "CREATE TABLE t (a BLOB) STRICT")
    #expect(text.rendered(for: .postgreSQL) == "CREATE TABLE t (a BYTEA)")
  }
}

@Suite struct RowTests {
  private let row = Row([.integer(1), .text("x"), .bytes([9]), .null, .integer(2)])

  @Test func `columns give what they hold`() throws {
    #expect(try row.whole(0) == 1)
    #expect(try row.truth(0))
    #expect(try row.text(1) == "x")
    #expect(try row.bytes(2) == [9])
    #expect(try row.wholeIfAny(3) == nil)
    #expect(try row.textIfAny(3) == nil)
    #expect(try row.bytesIfAny(3) == nil)
    #expect(try row.wholeIfAny(4) == 2)
  }

  @Test func `another kind of value is an error with its column`() {
    #expect(throws: SQLError.unexpectedValue(column: 1)) { try row.whole(1) }
    #expect(throws: SQLError.unexpectedValue(column: 0)) { try row.text(0) }
    #expect(throws: SQLError.unexpectedValue(column: 3)) { try row.bytes(3) }
    #expect(throws: SQLError.unexpectedValue(column: 4)) { try row.truth(4) }
    #expect(throws: SQLError.unexpectedValue(column: 5)) { try row.whole(5) }
    #expect(throws: SQLError.unexpectedValue(column: 1)) { try row.wholeIfAny(1) }
  }
}

@Suite struct StatementCacheTests {
  @Test func `the statement unused for longest makes room`() {
    var cache = StatementCache<Int>(capacity: 2)
    #expect(cache.keep(1, for: "a") == nil)
    #expect(cache.keep(2, for: "b") == nil)
    #expect(cache.take("a") == 1)
    #expect(cache.take("a") == nil)
    #expect(cache.keep(1, for: "a") == nil)
    #expect(cache.keep(3, for: "c") == 2)
    #expect(cache.keep(4, for: "c") == 3)
    #expect(cache.takeAll().sorted() == [1, 4])
  }
}
