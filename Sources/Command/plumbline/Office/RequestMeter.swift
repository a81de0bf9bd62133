// Counts requests for `/metrics`, in the text format of Prometheus.
import HTTP
import Synchronization

/// How many requests there were and how long they took, by route, method and status.
final class RequestMeter: Sendable {
  private struct Key: Hashable {
    var route: String
    var method: String
    var status: Int
  }

  private struct Sum {
    var count = 0
    var microseconds = 0
    /// How many took at most so long as each of `bounds`.
    var within = [Int](repeating: 0, count: RequestMeter.bounds.count)
  }

  /// Upper bounds in microseconds with their labels in seconds.
  private static let bounds = [
    (1_000, "0.001"), (5_000, "0.005"), (20_000, "0.02"), (100_000, "0.1"), (500_000, "0.5"),
    (2_000_000, "2"),
  ]

  private let sums = Mutex<[Key: Sum]>([:])

  func count(_ entry: AccessEntry) {
    let key = Key(route: entry.route, method: entry.method.rawValue, status: entry.status.code)
    sums.withLock { sums in
      var sum = sums[key] ?? Sum()
      sum.count += 1
      sum.microseconds += max(0, entry.microseconds)
      for (place, bound) in Self.bounds.enumerated() where entry.microseconds <= bound.0 {
        sum.within[place] += 1
      }
      sums[key] = sum
    }
  }

  /// Everything so far, routes in order.
  var text: String {
    let sums = sums.withLock { $0 }.sorted {
      ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status)
    }
    var lines = [
      "# HELP plumbline_request_seconds How long answers took to make.",
      "# TYPE plumbline_request_seconds histogram",
    ]
    for (key, sum) in sums {
      let labels = "route=\"\(key.route)\",method=\"\(key.method)\",status=\"\(key.status)\""
      for (bound, count) in zip(Self.bounds, sum.within) {
        lines.append("plumbline_request_seconds_bucket{\(labels),le=\"\(bound.1)\"} \(count)")
      }
      lines.append("plumbline_request_seconds_bucket{\(labels),le=\"+Inf\"} \(sum.count)")
      lines.append("plumbline_request_seconds_sum{\(labels)} \(Self.seconds(sum.microseconds))")
      lines.append("plumbline_request_seconds_count{\(labels)} \(sum.count)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func seconds(_ microseconds: Int) -> String {
    let digits = String(microseconds % 1_000_000)
    return "\(microseconds / 1_000_000)." + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }
}
