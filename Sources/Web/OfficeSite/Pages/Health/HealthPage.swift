// For operators: whether the office works, and its numbers.
import HTTP
import JSONText
import OfficeOperations
import Records

extension OfficePages {
  /// 200 where the store answers, 503 where it does not.
  @Sendable func health(_ request: Request, _ context: OfficeContext) async throws -> Response {
    var isWell = true
    do throws(OfficeRefusal) { _ = try await office.read { try $0.ledgerHead() } } catch { isWell = false }
    var json = JSONWriter()
    json.object { $0.member("status", isWell ? "ok" : "unavailable") }
    var response = Response.json(json.bytes, status: isWell ? .ok : .unavailable)
    response.headers[.cacheControl] = "no-store"
    return response
  }

  /// The text format of Prometheus.
  @Sendable func metrics(_ request: Request, _ context: OfficeContext) async throws -> Response {
    var response = Response.text(settings.metrics())
    response.headers[.cacheControl] = "no-store"
    return response
  }
}
