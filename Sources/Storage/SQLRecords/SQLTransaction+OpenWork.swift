// What organisations still have open, and what a table of places shows, added up by the engine.
internal import Model
internal import Organisations
internal import Quantities
internal import Records
internal import SQL

extension SQLTransaction {
  func stageTallies(in year: FiscalYear, at places: [OrganisationPath]) throws(RecordError) -> [Tally] {
    var found: [Tally] = []
    let all = Set(places).sorted()
    for start in stride(from: 0, to: all.count, by: Self.rowsMax) {
      let some = all[start..<min(all.count, start + Self.rowsMax)].map { "\($0.stored)" as SQLText }
      // The last character of an item is how grave the findings are.
      found += try self.all(
        """
        SELECT place, substr(item, 1, length(item) - 1) || '0', CAST(sum(item_count) AS \(word: .integer)),
          CAST(sum(item_sum) AS \(word: .integer))
        FROM tally WHERE fiscal_year = \(year.year) AND topic = \(TallyTopic.stage.rawValue)
          AND place IN (\(part: .joined(some, by: ", "))) AND item_count <> 0
        GROUP BY 1, 2 ORDER BY 1, 2
        """, Self.tally(.stage, year))
    }
    return found
  }

  func openWork(_ question: OpenWorkQuestion) throws(RecordError) -> OpenWorkPage {
    if question.stages.isEmpty || question.kinds.isEmpty { return OpenWorkPage(lines: [], counts: [:]) }
    let ranks = Set(question.ranks.map(\.rank) + [0]).sorted()
    let counts = ranks.map { rank -> SQLText in
      "CAST(sum(CASE WHEN o.place_rank = \(rank) THEN 1 ELSE 0 END) OVER () AS \(word: .integer))"
    }
    let limit: SQLText = question.limit.map { "LIMIT \(max(0, $0))" } ?? ""
    let forms = question.stages.indices.map { "o.\(part: Self.column($0))" as SQLText }
    // Rows: the organisation, what it lacks, its rank, its forms by stage, organisations by rank.
    let firstCount = 10 + forms.count
    var byRank: [Int: Int] = [:]
    let lines = try all(
      """
      WITH \(part: Self.work(question)), \(part: Self.ranked(question))
      SELECT \(part: Self.organisationColumns), o.lacking, o.place_rank,
        \(part: .joined(forms + counts, by: ", "))
      FROM ranked o
      ORDER BY o.place_rank DESC, \(part: .joined(["o.lacking"] + forms, by: " + ")) DESC, o.path
        \(part: limit)
      """
    ) { (row: Row) throws(SQLError) in
      for (place, rank) in ranks.enumerated() where byRank[rank] == nil {
        byRank[rank] = try row.count(firstCount + place)
      }
      return OpenWork(
        organisation: try Self.organisation(row).value, lacking: try row.count(8),
        forms: try question.stages.indices.map { place throws(SQLError) in try row.count(10 + place) },
        rank: try row.count(9))
    }
    return OpenWorkPage(lines: lines, counts: byRank.filter { $0.value > 0 })
  }

  /// The column of a stage, by its place in the question.
  private static func column(_ place: Int) -> SQLText {
    [
      "forms_0", "forms_1", "forms_2", "forms_3", "forms_4", "forms_5", "forms_6", "forms_7", "forms_8",
      "forms_9", "forms_10", "forms_11",
    ][place]
  }

  /// `work`: what organisations have, added up. Sums are joined with nothing but keys: a server that plans
  /// without knowing the place would compare all of one sum with all of another.
  private static func work(_ question: OpenWorkQuestion) -> SQLText {
    let sums = (["lacking"] + question.stages.indices.map(column)).map { column -> SQLText in
      "CAST(sum(s.\(part: column)) AS \(word: .integer)) AS \(part: column)"
    }
    let parts = [forms(question)] + (question.lacking.map { [lacking($0, question)] } ?? [])
    return """
      work AS (
        SELECT s.organisation, \(part: .joined(sums, by: ", "))
        FROM (\(part: .joined(parts, by: " UNION ALL "))) AS s GROUP BY s.organisation)
      """
  }

  /// The own forms of places, a column for each stage.
  private static func forms(_ question: OpenWorkQuestion) -> SQLText {
    let range = question.place.storedRange
    let columns = question.stages.enumerated().map { place, stage -> SQLText in
      "CASE WHEN t.topic = \(ownTopic(stage)) THEN t.item_count ELSE 0 END AS \(part: column(place))"
    }
    let topics = question.stages.map { "\(ownTopic($0))" as SQLText }
    let kinds = question.kinds.map { "\($0.rawValue)" as SQLText }
    return """
      SELECT o.id AS organisation, 0 AS lacking, \(part: .joined(columns, by: ", "))
      FROM tally t JOIN organisation o ON o.path = t.place
      WHERE t.fiscal_year = \(question.year.year) AND t.topic IN (\(part: .joined(topics, by: ", ")))
        AND t.place >= \(range.first) AND t.place < \(range.end)
        AND t.item IN (\(part: .joined(kinds, by: ", "))) AND t.item_count <> 0
      """
  }

  /// The projects of organisations without a form of a kind.
  private static func lacking(_ kind: FormKind, _ question: OpenWorkQuestion) -> SQLText {
    let year = question.year.year
    let none = Array(repeating: "0" as SQLText, count: question.stages.count)
    return """
      SELECT u.organisation, u.project_count, \(part: .joined(none, by: ", "))
      FROM unbegun u JOIN organisation o ON o.id = u.organisation
      WHERE u.kind IN ('', \(kind.rawValue)) AND u.first_year <= \(year) AND u.last_year >= \(year)
        \(part: isUnder(question.place))
      """
  }

  /// `ranked`: the organisations of the year that have something, each with its rank.
  private static func ranked(_ question: OpenWorkQuestion) -> SQLText {
    let year = question.year.year
    let columns = (["lacking"] + question.stages.indices.map(column)).map { "w.\(part: $0)" as SQLText }
    let cases = question.ranks.map { line -> SQLText in
      let range = line.place.storedRange
      return " WHEN o.path >= \(range.first) AND o.path < \(range.end) THEN \(line.rank)"
    }
    let rank: SQLText = cases.isEmpty ? "0" : "CASE\(part: .joined(cases, by: "")) ELSE 0 END"
    return """
      ranked AS (
        SELECT o.*, \(part: .joined(columns, by: ", ")), \(part: rank) AS place_rank
        FROM work w JOIN organisation o ON o.id = w.organisation
        WHERE o.first_year <= \(year) AND (o.last_year IS NULL OR o.last_year >= \(year))
          AND \(part: .joined(columns, by: " + ")) > 0)
      """
  }
}
