// The forms of a queue, page by page.
import Model
import Organisations
import Permissions
import Quantities
package import Records
package import Workflow

/// Reads a page of a queue: the most urgent first.
///
/// Batches over *all filtered* go through the pages of the same filter, each behind the last form of the one
/// before, whatever became of the forms meanwhile.
package struct ReadQueue: Sendable {
  package var filter: QueueFilter
  /// The form behind which the page begins, or before which it ends; nil for the first page.
  package var position: QueuePosition?
  /// True for the page before a position.
  package var isBackward: Bool
  /// At most so many.
  package var limit: Int
  /// True leaves out forms in which nothing was found, for pages that show them together; they are counted.
  package var leavesOutClean = false

  package init(
    _ filter: QueueFilter = QueueFilter(), from position: QueuePosition? = nil, isBackward: Bool = false,
    limit: Int = 50
  ) {
    self.filter = filter
    self.position = position
    self.isBackward = isBackward
    self.limit = min(max(1, limit), Self.limitMax)
  }

  /// Lines of one page at most.
  package static let limitMax = 500
  /// Pages that are looked through for one page of what a clerk's own place has.
  private static let looksMax = 20

  /// A page of a queue.
  package struct QueuePage: Sendable {
    package let lines: [QueueLine]
    /// Where the next page begins; nil where this is the last.
    package let next: QueuePosition?
    /// Where the page before ends; nil where this is the first.
    package let previous: QueuePosition?
    /// Forms of the filter's years and place at every stage that the reader may see, whatever kinds, stages
    /// and group the filter says.
    package let counts: QueueCounts
    /// The stages that the filter means: its own, or those at which forms wait for the reader.
    package let stages: Set<Stage>

    /// Everything that the filter means, on all pages.
    package func total(of filter: QueueFilter) -> QueueCounts.Count {
      counts.count(
        stages: stages, kinds: filter.kinds.isEmpty ? nil : filter.kinds, group: filter.group)
    }
  }

  /// - Throws: `.permission`, `.records(.notFound)` for a place that lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> QueuePage {
    try await office.read { records in
      let scopes = try signedIn.scopes(of: .readQueue).narrowed(to: filter.place)
      return try page(of: scopes, in: records)
    }
  }

  func page(of scopes: [QueueScope], in records: any RecordView) throws(RecordError) -> QueuePage {
    let stages = filter.stages.isEmpty ? scopes.waiting : filter.stages
    let tallies = try records.stageTallies(of: scopes, in: filter.years)
    let wanted = filter.group.gravities.subtracting(leavesOutClean ? [.clean] : [])
    let lanes = tallies.lanes.filter { lane in
      (filter.kinds.isEmpty || filter.kinds.contains(lane.kind))
        && (Stage(rawValue: lane.stageInForce ?? lane.stage).map(stages.contains) ?? false)
        && wanted.contains(lane.gravity)
    }
    // A part that sees a form as it stands comes before one that is shown its version in force.
    let sights = scopes.filter { !$0.seesInForce } + scopes.filter(\.seesInForce)
    var found: [FormDigest] = []
    var last = position
    var isAtEnd = false
    for _ in 0..<Self.looksMax where found.count <= limit && !isAtEnd {
      let some = try records.queue(lanes, from: last, isBackward: isBackward, limit: limit + 1)
      found += some.compactMap { digest in sights.lazy.compactMap { $0.sight(of: digest) }.first }
      last = some.last?.position ?? last
      isAtEnd = some.count <= limit
    }
    let isMore = found.count > limit
    found = Array(found.prefix(limit))
    if isBackward { found.reverse() }
    var names = QueueNames()
    let lines = try found.map { digest throws(RecordError) in try names.line(of: digest, in: records) }
    let isBehind = isBackward || isMore
    let isBefore = isBackward ? isMore : position != nil
    return QueuePage(
      lines: lines, next: isBehind ? found.last?.position : nil,
      previous: isBefore ? found.first?.position ?? position : nil, counts: tallies.counts, stages: stages)
  }
}

/// What is counted in the scopes of a reader, and the lanes that have a form at all.
struct StageTallies {
  var counts = QueueCounts()
  var lanes: [QueueLane] = []
}

extension RecordView {
  /// The tallies of stages that the scopes see.
  ///
  /// - Parameter years: empty for all.
  func stageTallies(of scopes: [QueueScope], in years: Set<FiscalYear>) throws(RecordError) -> StageTallies {
    let years = years.isEmpty ? try budgetYears().map(\.value.year) : years.sorted()
    var found = StageTallies()
    for year in years {
      for scope in scopes where !scope.stages.isEmpty {
        let all =
          scope.isOwnOnly
          ? try tallies(of: .stage, in: year, under: scope.place, items: nil)
          : try tallies(of: .stage, in: year, at: [scope.place])
        for tally in all {
          guard let lane = tally.lane, let stage = scope.stage(of: lane) else { continue }
          if tally.place == scope.place {
            found.counts.add(tally, at: stage)
            if !found.lanes.contains(lane) { found.lanes.append(lane) }
          } else if tally.place.parent == scope.place {
            // What lies below is counted above too, and is not the clerk's.
            found.counts.add(tally, at: stage, times: -1)
          }
        }
      }
    }
    return found
  }
}
