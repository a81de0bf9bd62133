// Queues, tallies, searched words and saved views in the store in memory.
internal import Organisations
internal import Quantities

extension MemoryTransaction {
  // MARK: Queues

  func digest(of form: FormID) throws(RecordError) -> FormDigest? { state.digests[form] }

  func queue(
    _ lanes: [QueueLane], from position: QueuePosition?, isBackward: Bool, limit: Int
  ) throws(RecordError) -> [FormDigest] {
    let wanted = state.digests.values.filter { digest in
      let isOn = lanes.contains { lane in
        lane.place.contains(digest.place) && lane.year == digest.year && lane.kind == digest.kind
          && digest.lanes.contains { $0.stage == lane.stage && $0.gravity == lane.gravity }
      }
      guard isOn, let position else { return isOn }
      return isBackward ? digest.position < position : position < digest.position
    }
    let sorted = wanted.sorted { isBackward ? $1.position < $0.position : $0.position < $1.position }
    return Array(sorted.prefix(max(0, limit)))
  }

  func save(_ digest: FormDigest) throws(RecordError) {
    _ = try form(digest.form)
    if let before = state.digests[digest.form] { try countLanes(of: before, times: -1) }
    state.digests[digest.form] = digest
    try countLanes(of: digest, times: 1)
  }

  private func countLanes(of digest: FormDigest, times: Int64) throws(RecordError) {
    for lane in digest.lanes {
      try count(
        .stage, QueueLane.item(digest.kind, lane.stage, lane.gravity), at: digest.place, in: digest.year,
        by: times, sum: times * lane.sum)
    }
  }

  func formsWithoutDigest(after last: FormID?, limit: Int) throws(RecordError) -> [FormID] {
    let wanted = state.forms.keys.filter { form in
      state.digests[form] == nil && last.map { $0 < form } ?? true
    }
    return Array(wanted.sorted().prefix(max(0, limit)))
  }

  // MARK: Tallies

  func tallies(
    of topic: TallyTopic, in year: FiscalYear, at places: [OrganisationPath]
  ) throws(RecordError) -> [Tally] {
    let wanted = Set(places)
    return tallies { $0.topic == topic && $0.year == year && wanted.contains($0.place) }
  }

  func tallies(
    of topic: TallyTopic, in year: FiscalYear, under place: OrganisationPath, items: [String]?
  ) throws(RecordError) -> [Tally] {
    let wanted = items.map { Set($0) }
    return tallies { key in
      key.topic == topic && key.year == year && place.contains(key.place)
        && wanted.map { $0.contains(key.item) } ?? true
    }
  }

  func stageTallies(in year: FiscalYear, at places: [OrganisationPath]) throws(RecordError) -> [Tally] {
    var sums: [OrganisationPath: [String: MemoryState.TallyValue]] = [:]
    for tally in try tallies(of: .stage, in: year, at: places) {
      guard let lane = tally.lane else { continue }
      let item = QueueLane.item(lane.kind, lane.stage, .unjudged)
      sums[tally.place, default: [:]][item, default: MemoryState.TallyValue()].count += tally.count
      sums[tally.place, default: [:]][item, default: MemoryState.TallyValue()].sum += tally.sum
    }
    return sums.sorted { $0.key < $1.key }.flatMap { place, items in
      items.sorted { $0.key < $1.key }.map { item, value in
        Tally(place: place, year: year, topic: .stage, item: item, count: value.count, sum: value.sum)
      }
    }
  }

  func openWork(_ question: OpenWorkQuestion) throws(RecordError) -> OpenWorkPage {
    let lacking =
      try question.lacking.map { kind throws(RecordError) in
        try projectsWithoutForm(of: question.year, kind: kind, under: question.place)
      } ?? [:]
    let digests = state.digests.values.filter {
      $0.year == question.year && question.kinds.contains($0.kind)
    }
    let work = try organisations(under: question.place).map(\.value).filter {
      $0.years.contains(question.year)
    }.map { organisation in
      OpenWork(
        organisation: organisation, lacking: lacking[organisation.id] ?? 0,
        forms: question.stages.map { stage in
          digests.count { $0.place == organisation.path && $0.stage == stage }
        }, rank: question.ranks.first { $0.place.contains(organisation.path) }?.rank ?? 0)
    }.filter { $0.count > 0 }
    let lines = work.sorted { left, right in
      if left.rank != right.rank { return left.rank > right.rank }
      if left.count != right.count { return left.count > right.count }
      return left.organisation.path < right.organisation.path
    }
    return OpenWorkPage(
      lines: Array(lines.prefix(max(0, question.limit ?? lines.count))),
      counts: work.reduce(into: [:]) { $0[$1.rank, default: 0] += 1 })
  }

  private func tallies(where isWanted: (MemoryState.TallyKey) -> Bool) -> [Tally] {
    state.tallies.filter { isWanted($0.key) && $0.value.count != 0 }.map { key, value in
      Tally(
        place: key.place, year: key.year, topic: key.topic, item: key.item, count: value.count,
        sum: value.sum)
    }.sorted { $0.place == $1.place ? $0.item < $1.item : $0.place < $1.place }
  }

  func count(
    _ topic: TallyTopic, _ item: String, at place: OrganisationPath, in year: FiscalYear, by count: Int64,
    sum: Int64
  ) throws(RecordError) {
    let root = state.organisations.values.map(\.value.path).min()?.region ?? place.region
    for place in place.lineage(in: root) {
      let key = MemoryState.TallyKey(place: place, year: year, topic: topic, item: item)
      var value = state.tallies[key] ?? MemoryState.TallyValue()
      value.count &+= count
      value.sum &+= sum
      state.tallies[key] = value
    }
  }

  // MARK: Searching

  func text(of form: FormID) throws(RecordError) -> FormText? { state.texts[form] }

  func save(_ text: FormText) throws(RecordError) {
    try demand(text.form, for: .form, text.form.description)
    state.texts[text.form] = text
  }

  var asksHowManyAreSearched: Bool { false }

  func formsFound(
    by tokens: [String], among count: Int64?, before last: FormID?, limit: Int
  ) throws(RecordError) -> [FormID] {
    if tokens.isEmpty { return [] }
    let wanted = state.texts.values.filter { text in
      last.map { text.form < $0 } ?? true && Set(tokens).isSubset(of: text.tokens)
    }
    return Array(wanted.map(\.form).sorted(by: >).prefix(max(0, limit)))
  }

  // MARK: Saved views

  func savedViews(of person: PersonID) throws(RecordError) -> [Stored<SavedView>] {
    state.savedViews.values.filter { $0.value.person == person }.sorted { $0.value.id < $1.value.id }
  }

  func add(_ view: SavedView) throws(RecordError) {
    try insert(view, as: view.id, into: \.savedViews, .savedView) { view throws(RecordError) in
      if view.name.isEmpty { throw refused(.invalid(.savedView, detail: "name")) }
      try demand(view.person, for: .savedView, view.id.description)
    }
  }

  func remove(_ view: SavedViewID, expecting revision: Int64) throws(RecordError) {
    guard let stored = state.savedViews[view] else { throw .notFound(.savedView, key: view.description) }
    guard stored.revision == revision else {
      throw .stale(.savedView, key: view.description, expected: revision, found: stored.revision)
    }
    state.savedViews[view] = nil
  }
}
