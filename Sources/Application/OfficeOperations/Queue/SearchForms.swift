// Forms found by words of their names, goals, indicators, findings and opinions.
import Model
package import Organisations
import Permissions
package import Quantities
package import Records
import Workflow

/// Looks forms up by words.
package struct SearchForms: Sendable {
  package var question: String
  /// Nil for all years.
  package var year: FiscalYear?
  /// The place and everything below it; nil for everything within reach.
  package var place: OrganisationPath?
  /// The last form of the page before; nil for the first page.
  package var before: FormID?
  /// At most so many.
  package var limit: Int

  package init(
    _ question: String, year: FiscalYear? = nil, place: OrganisationPath? = nil, before: FormID? = nil,
    limit: Int = 20
  ) {
    self.question = question
    self.year = year
    self.place = place
    self.before = before
    self.limit = min(max(1, limit), Self.limitMax)
  }

  private static let limitMax = 100
  /// Pages that are looked through for one page of forms that really say the words.
  private static let looksMax = 8
  /// Characters of a question at most.
  package static let questionCharactersMax = 100

  /// A form that was found.
  package struct Hit: Sendable, Hashable {
    package let line: QueueLine
    /// Where the words stand, at most a few, the names first.
    package let places: [Excerpt]
  }

  /// A piece of text around a word that was found.
  package struct Excerpt: Sendable, Hashable {
    package let part: SearchedPart
    package let before: String
    package let word: String
    package let behind: String
  }

  /// A page of forms, the latest first.
  package struct HitPage: Sendable {
    package let hits: [Hit]
    /// Where the next page begins; nil where this is the last.
    package let next: FormID?
    /// False where nothing of the question can be looked up, such as a single character.
    package let isAskable: Bool
  }

  /// - Throws: `.permission`, `.records(.notFound)` for a place that lies elsewhere.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) -> HitPage {
    try await office.read { records in
      let scopes = try signedIn.scopes(of: .search).narrowed(to: place)
      let question = String(question.prefix(Self.questionCharactersMax))
      let wanted = SearchTokens.wanted(by: question)
      guard !wanted.isEmpty else { return HitPage(hits: [], next: nil, isAskable: false) }
      return try page(of: scopes, wanted, SearchTokens.runs(of: question), in: records, by: signedIn)
    }
  }

  private func page(
    of scopes: [QueueScope], _ wanted: [String], _ runs: [SearchTokens.Run], in records: any RecordView,
    by signedIn: SignedIn
  ) throws -> HitPage {
    var hits: [Hit] = []
    var names = QueueNames()
    var last = before
    var isAtEnd = false
    let lookups = try scopes.filter { !$0.stages.isEmpty }.map { scope throws(RecordError) in
      try lookup(of: scope, wanted, in: records)
    }
    for _ in 0..<Self.looksMax where hits.count <= limit && !isAtEnd {
      let some = try ids(of: lookups, before: last, in: records)
      for id in some where hits.count <= limit {
        last = id
        if let hit = try hit(id, runs, &names, in: records, by: signedIn) { hits.append(hit) }
      }
      isAtEnd = some.count <= limit
    }
    let isMore = hits.count > limit
    hits = Array(hits.prefix(limit))
    return HitPage(
      hits: hits, next: isMore ? hits.last?.line.form : isAtEnd ? nil : last, isAskable: true)
  }

  /// What is looked up in one scope, look after look.
  private struct Lookup {
    var tokens: [String]
    /// How many forms have the place and the year; nil where that is not known, or nobody wants to know.
    var count: Int64?
  }

  private func lookup(
    of scope: QueueScope, _ wanted: [String], in records: any RecordView
  ) throws(RecordError) -> Lookup {
    var lookup = Lookup(tokens: wanted)
    // What nearly every form has narrows nothing and costs much; whoever may not see a form is not told of it
    // anyway.
    let isOfAll = scope.isOwnOnly ? false : try records.isAboveAll(scope.place)
    if !isOfAll {
      lookup.tokens.append(
        scope.isOwnOnly ? OfficeToken.own(scope.place) : OfficeToken.place(scope.place))
      if records.asksHowManyAreSearched { lookup.count = try formCount(under: scope.place, in: records) }
    }
    if let year { lookup.tokens.append(OfficeToken.year(year)) }
    if !scope.stages.contains(.returned) { lookup.tokens.append(OfficeToken.readers) }
    return lookup
  }

  /// What all lookups have, the latest first.
  private func ids(
    of lookups: [Lookup], before last: FormID?, in records: any RecordView
  ) throws(RecordError) -> [FormID] {
    var found: Set<FormID> = []
    for lookup in lookups {
      found.formUnion(
        try records.formsFound(by: lookup.tokens, among: lookup.count, before: last, limit: limit + 1))
    }
    return Array(found.sorted(by: >).prefix(limit + 1))
  }

  /// The forms of a place and of everything below it, in the year that is asked for or in all.
  private func formCount(
    under place: OrganisationPath, in records: any RecordView
  ) throws(RecordError) -> Int64 {
    var count: Int64 = 0
    let years = if let year { [year] } else { try records.budgetYears().map(\.value.year) }
    for year in years {
      for tally in try records.tallies(of: .stage, in: year, at: [place]) { count += tally.count }
    }
    return count
  }

  /// A form that says all the words in what its reader may see; nil for one that does not.
  private func hit(
    _ id: FormID, _ runs: [SearchTokens.Run], _ names: inout QueueNames, in records: any RecordView,
    by signedIn: SignedIn
  ) throws -> Hit? {
    guard let digest = try records.digest(of: id),
      let ground = try? records.ground(id, for: .readForms, by: signedIn),
      let part = try? ground.part(for: .readForms, by: signedIn)
    else { return nil }
    let sight = FormSight(of: ground, as: part.role)
    let line = try names.line(of: try records.digest(digest, of: ground, seenAs: sight), in: records)
    var texts: [(part: SearchedPart, text: String)] = [(.name, line.organisation.label)]
    if line.organisation.shortName != nil { texts.append((.name, line.organisation.name)) }
    if let project = line.project {
      texts += [(.name, project.name), (.name, project.code ?? ""), (.name, project.category)]
    }
    let version = ground.shownVersion(to: signedIn) ?? ground.entry.latestVersion
    if version > 0 {
      texts += try records.version(version, of: id).form().searchedTexts
      if ground.isInReach(of: .readQueue, by: signedIn) {
        texts += (try records.text(of: id)?.findings ?? "").split(separator: "\n").map {
          (.finding, String($0))
        }
      }
      texts += sight.decisions.filter { !$0.reason.isEmpty }.map { (.opinion, $0.reason) }
    }
    var places: [Excerpt] = []
    for run in runs where run.isWide ? run.scalars.count > 1 : true {
      guard let place = texts.lazy.compactMap({ Excerpt(of: run, in: $0.text, part: $0.part) }).first else {
        return nil
      }
      if places.count < Self.excerptsMax, !places.contains(place) { places.append(place) }
    }
    return Hit(line: line, places: places)
  }

  private static let excerptsMax = 3
}

extension RecordView {
  /// A digest as those see it who are shown the version in force while a later one is on its way.
  fileprivate func digest(
    _ digest: FormDigest, of ground: FormGround, seenAs sight: FormSight
  ) throws(RecordError) -> FormDigest {
    guard sight.course.stage != ground.course.stage else { return digest }
    var digest = digest
    digest.stage = sight.course.stage.rawValue
    digest.amount = try version(sight.versionMax, of: ground.entry.id).form().amountAsked
    digest.findings = nil
    return digest
  }

  /// True for the region with which the installation was set up: nothing lies outside of it.
  fileprivate func isAboveAll(_ place: OrganisationPath) throws(RecordError) -> Bool {
    guard place.code.level == 0 else { return false }
    for length in RegionCode.lengths where length < place.region.digits.utf8.count {
      guard let above = RegionCode(place.region.digits.prefix(length)) else { continue }
      if try !organisations(at: OrganisationPath(region: above)).isEmpty { return false }
    }
    return true
  }
}

extension SearchForms.Excerpt {
  /// Characters around the word.
  private static let aroundMax = 18

  /// The piece of a text around the first place where a run stands; nil where it does not.
  init?(of run: SearchTokens.Run, in text: String, part: SearchedPart) {
    let scalars = Array(text.unicodeScalars)
    let folded = scalars.map { SearchTokens.folded($0)?.scalar }
    let count = run.scalars.count
    guard count > 0, folded.count >= count else { return nil }
    let start = (0...folded.count - count).first { start in
      // Most places differ in the first character.
      folded[start] == run.scalars[0] && (0..<count).allSatisfy { folded[start + $0] == run.scalars[$0] }
    }
    guard let start else { return nil }
    func piece(_ range: Range<Int>) -> String {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[range])
      return String(text)
    }
    let first = max(0, start - Self.aroundMax)
    let end = min(scalars.count, start + count + Self.aroundMax)
    self.init(
      part: part, before: (first > 0 ? "…" : "") + piece(first..<start), word: piece(start..<start + count),
      behind: piece(start + count..<end) + (end < scalars.count ? "…" : ""))
  }
}
