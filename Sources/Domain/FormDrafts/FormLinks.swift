// What of a form serves what: beside the record, by the keys of its rows and the numbers of projects.
package import JSONText
package import Model

/// Entries of a department's form that serve a row of another list: an indicator measures a task, a project
/// carries it out, a task leads to a sub-goal.
package enum LinkedList: String, Sendable, Hashable, CaseIterable {
  case indicators
  /// Projects of the office, named by their numbers.
  case projects
  case tasks

  /// The list whose rows are served.
  package var target: DraftList {
    switch self {
    case .indicators, .projects: .tasks
    case .tasks: .subgoals
    }
  }

  /// The field that says which row an entry serves: `links/indicators/k3`.
  package func path(_ entry: RowKey) -> String { "\(FormLinks.part)/\(rawValue)/\(entry)" }

  /// The same for a project.
  package static func path(project: Int64) -> String {
    "\(FormLinks.part)/\(projects.rawValue)/\(FormLinks.projectMark)\(project)"
  }
}

/// The field of a link taken apart.
package struct LinkPath: Sendable, Hashable {
  package let list: LinkedList
  /// The row that serves, or `p` with a project's number.
  package let entry: RowKey

  /// Nil for the path of anything else, and for kinds of form without links.
  package init?(_ path: String, kind: FormKind) {
    guard kind == .departmentTarget, path.utf8.starts(with: "\(FormLinks.part)/".utf8) else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, let list = LinkedList(rawValue: String(parts[1])), let entry = RowKey(parts[2])
    else { return nil }
    self.list = list
    self.entry = entry
    if list == .projects, project == nil { return nil }
  }

  /// The number of the project; nil for rows.
  package var project: Int64? {
    guard list == .projects, entry.text.hasPrefix(FormLinks.projectMark) else { return nil }
    let digits = entry.text.dropFirst()
    guard let number = Int64(digits), number > 0, String(number) == digits else { return nil }
    return number
  }
}

/// The links of a version, by places in its record and numbers of projects.
///
/// The record format has no place for them, so they are kept beside the record: in a draft as fields of their
/// own, and for each version with the step that submitted it.
package struct FormLinks: Sendable, Hashable {
  static let part = "links"
  static let projectMark = "p"

  /// Indicators and the tasks that they measure.
  package var indicators: [Int: Int] = [:]
  /// Projects and the tasks that they carry out.
  package var projects: [Int64: Int] = [:]
  /// Tasks and the sub-goals that they lead to.
  package var tasks: [Int: Int] = [:]

  package init() {}

  package var isEmpty: Bool { indicators.isEmpty && projects.isEmpty && tasks.isEmpty }

  /// Writes `{"indicators":[[3,0]],"projects":[[17,0]],"tasks":[]}`, in the order of the numbers.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      Self.write(indicators.map { (Int64($0.key), $0.value) }, as: .indicators, to: &json)
      Self.write(projects.map { ($0.key, $0.value) }, as: .projects, to: &json)
      Self.write(tasks.map { (Int64($0.key), $0.value) }, as: .tasks, to: &json)
    }
  }

  private static func write(_ pairs: [(Int64, Int)], as list: LinkedList, to json: inout JSONWriter) {
    json.key(list.rawValue)
    json.array { json in
      for (entry, target) in pairs.sorted(by: <) {
        json.array { json in
          json.value(rawNumber: String(entry))
          json.value(rawNumber: String(target))
        }
      }
    }
  }

  /// What `write` wrote; whatever is no pair of numbers is left out.
  package init(_ json: JSONValue) {
    func pairs(_ list: LinkedList) -> [(Int64, Int)] {
      (json[list.rawValue]?.elements ?? []).compactMap { pair in
        guard let numbers = pair.elements?.map(\.whole), numbers.count == 2, let entry = numbers[0],
          let target = numbers[1], entry >= 0, target >= 0
        else { return nil }
        return (Int64(entry), target)
      }
    }
    for (entry, target) in pairs(.indicators) { indicators[Int(entry)] = target }
    for (entry, target) in pairs(.projects) { projects[entry] = target }
    for (entry, target) in pairs(.tasks) { tasks[Int(entry)] = target }
  }
}

extension FormDraft {
  /// The row that an entry serves; nil where none was said, and where that row is not there any more.
  package func target(of list: LinkedList, _ entry: RowKey) -> RowKey? {
    guard let key = text(at: list.path(entry)).flatMap({ RowKey($0) }), row(key, in: list.target) != nil
    else { return nil }
    return key
  }

  /// The task that a project carries out.
  package func task(ofProject number: Int64) -> RowKey? {
    RowKey("\(FormLinks.projectMark)\(number)").flatMap { target(of: .projects, $0) }
  }

  /// What serves what, by places in the record; links of rows that are gone are left out.
  package var links: FormLinks {
    var links = FormLinks()
    guard kind == .departmentTarget else { return links }
    func places(_ list: DraftList) -> [RowKey: Int] {
      Dictionary(
        recordRows(of: list).enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let (indicators, tasks, subgoals) = (places(.indicators), places(.tasks), places(.subgoals))
    for (path, value) in values {
      guard let link = LinkPath(path, kind: kind), let key = RowKey(value.text) else { continue }
      switch link.list {
      case .indicators:
        if let own = indicators[link.entry], let task = tasks[key] { links.indicators[own] = task }
      case .projects:
        if let project = link.project, let task = tasks[key] { links.projects[project] = task }
      case .tasks:
        if let own = tasks[link.entry], let subgoal = subgoals[key] { links.tasks[own] = subgoal }
      }
    }
    return links
  }

  /// The draft of a record with its links; those that name no row of it are left out.
  package init(record: Form, links: FormLinks) {
    self.init(record: record)
    guard kind == .departmentTarget else { return }
    func key(_ place: Int, in list: DraftList) -> RowKey? {
      let rows = rows[list] ?? []
      return rows.indices.contains(place) ? rows[place].key : nil
    }
    func link(_ entry: RowKey?, _ list: LinkedList, to place: Int) {
      guard let entry, let target = key(place, in: list.target) else { return }
      values[list.path(entry)] = .text(target.text)
    }
    for (entry, task) in links.indicators { link(key(entry, in: .indicators), .indicators, to: task) }
    for (entry, subgoal) in links.tasks { link(key(entry, in: .tasks), .tasks, to: subgoal) }
    for (project, task) in links.projects {
      link(RowKey("\(FormLinks.projectMark)\(project)"), .projects, to: task)
    }
  }

  /// The filled fields of links, by path.
  var linkFields: [FieldChange] {
    values.filter { LinkPath($0.key, kind: kind) != nil }.sorted { $0.key < $1.key }
      .map { FieldChange(path: $0.key, value: $0.value.json) }
  }

  /// - Throws: where a changed link names no row, or there are more than forms have entries.
  func checkLinks(_ changes: [FieldChange]) throws(DraftRefusal) {
    guard kind == .departmentTarget else { return }
    var isChanged = false
    for change in changes where change.value != nil {
      guard let link = LinkPath(change.path, kind: kind) else { continue }
      isChanged = true
      guard let text = text(at: change.path), let target = RowKey(text),
        row(target, in: link.list.target) != nil
      else { throw .unknownRow(path: change.path) }
    }
    guard isChanged else { return }
    let counts = Dictionary(
      values.keys.compactMap { LinkPath($0, kind: kind)?.list }.map { ($0, 1) }, uniquingKeysWith: +)
    if counts.values.contains(where: { $0 > DraftLimits.linksMax }) {
      throw .formTooLong(bytesMax: DraftLimits.bytesMax)
    }
  }
}
