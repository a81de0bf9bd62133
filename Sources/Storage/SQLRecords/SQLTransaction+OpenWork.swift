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
      "CAST(sum(CASE WHEN w.place_rank = \(rank) THEN 1 ELSE 0 END) OVER () AS \(word: .integer))"
    }
    let limit: SQLText = question.limit.map { " LIMIT \(max(0, $0))" } ?? ""
    let forms = question.stages.indices.map { "w.\(part: Self.column($0))" as SQLText }
    // Rows: the organisation, what it lacks, its rank, its forms by stage, organisations by rank.
    let firstCount = 10 + forms.count
    var byRank: [Int: Int] = [:]
    let lines = try all(
      """
      WITH \(part: Self.forms(question)), \(part: Self.lacking(question)), \(part: Self.work(question))
      SELECT \(part: Self.organisationColumns), w.lacking, w.place_rank,
        \(part: .joined(forms + counts, by: ", "))
      FROM work w JOIN organisation o ON o.id = w.id
      ORDER BY w.place_rank DESC, \(part: .joined(["w.lacking"] + forms, by: " + ")) DESC, o.path\(part: limit)
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

  /// `forms`: the own forms of places, a column for each stage.
  private static func forms(_ question: OpenWorkQuestion) -> SQLText {
    let range = question.place.storedRange
    let columns = question.stages.enumerated().map { place, stage -> SQLText in
      """
      CAST(sum(CASE WHEN topic = \(ownTopic(stage)) THEN item_count ELSE 0 END) AS \(word: .integer))
        AS \(part: column(place))
      """
    }
    let topics = question.stages.map { "\(ownTopic($0))" as SQLText }
    let kinds = question.kinds.map { "\($0.rawValue)" as SQLText }
    return """
      forms AS (
        SELECT place, \(part: .joined(columns, by: ", ")) FROM tally
        WHERE fiscal_year = \(question.year.year) AND topic IN (\(part: .joined(topics, by: ", ")))
          AND place >= \(range.first) AND place < \(range.end)
          AND item IN (\(part: .joined(kinds, by: ", "))) AND item_count <> 0
        GROUP BY place)
      """
  }

  /// `lacks`: how many projects of organisations have no form.
  private static func lacking(_ question: OpenWorkQuestion) -> SQLText {
    guard let kind = question.lacking else {
      return "lacks AS (SELECT id AS organisation, 0 AS lacking FROM organisation WHERE false)"
    }
    let year = question.year.year
    return """
      lacks AS (
        SELECT organisation, CAST(sum(project_count) AS \(word: .integer)) AS lacking FROM unbegun
        WHERE kind IN ('', \(kind.rawValue)) AND first_year <= \(year) AND last_year >= \(year)
          AND organisation IN (
            SELECT o.id FROM organisation o WHERE true\(part: isUnder(question.place)))
        GROUP BY organisation HAVING sum(project_count) > 0)
      """
  }

  /// `work`: the organisations of the year that have something, each with its rank.
  private static func work(_ question: OpenWorkQuestion) -> SQLText {
    let year = question.year.year
    let columns = question.stages.indices.map { column($0) }
    let cases = question.ranks.map { line -> SQLText in
      let range = line.place.storedRange
      return " WHEN o.path >= \(range.first) AND o.path < \(range.end) THEN \(line.rank)"
    }
    let rank: SQLText = cases.isEmpty ? "0" : "CASE\(part: .joined(cases, by: "")) ELSE 0 END"
    let told = columns.map { "COALESCE(f.\(part: $0), 0) AS \(part: $0)" as SQLText }
    let open = columns.map { "COALESCE(f.\(part: $0), 0)" as SQLText }
    return """
      work AS (
        SELECT o.id, \(part: rank) AS place_rank, COALESCE(l.lacking, 0) AS lacking,
          \(part: .joined(told, by: ", "))
        FROM organisation o LEFT JOIN forms f ON f.place = o.path LEFT JOIN lacks l ON l.organisation = o.id
        WHERE o.first_year <= \(year) AND (o.last_year IS NULL OR o.last_year >= \(year))
          \(part: isUnder(question.place))
          AND COALESCE(l.lacking, 0) + \(part: .joined(open, by: " + ")) > 0)
      """
  }
}
