// The end points of the page's script: saving by itself, and what can be written into a field.
import Design
import FormDrafts
import HTML
import HTTP
import JSONText
import OfficeOperations
import Records

extension OfficePages {
  /// Saves what was typed; answers with the parts of the page that changed.
  @Sendable func saveFormFields(
    _ request: Request, _ context: OfficeContext, number: FormID
  ) async throws -> Response {
    let signedIn = try context.person()
    let form = try await request.form()
    var saving = FormSaving(office, signedIn, form: number, onto: Self.revision(of: form))
    var disputed = Self.disputed(in: form)
    let word = form["act"]
    let act = word.flatMap(FormAct.init)
    switch act {
    case .mine(let name), .theirs(let name): disputed[name] = nil
    default: break
    }
    try await saving.save(Self.changes(in: form, besides: act))
    var isUnderstood = true
    switch word {
    case "undo":
      guard let changes = Self.fieldChanges(form["changes"] ?? "") else { throw Refusal.badForm(.broken) }
      _ = try await saving.make(.write(changes))
    case "paste":
      let opened = try await ReadForm(form: number).run(in: office, by: signedIn)
      if let edit = PastedCells(form)?.edit(of: opened.draft) {
        _ = try await saving.make(edit)
      } else {
        isUnderstood = false
      }
    default: if let act { _ = try await saving.act(act, key: form["key"].flatMap { RowKey($0) }) }
    }
    let opened = try await ReadForm(form: number).run(in: office, by: signedIn)
    var around = try await surroundings(of: opened, by: signedIn)
    around.conflicts = saving.conflicts + Self.still(disputed, besides: saving.conflicts, in: opened)
    around.typed = disputed.merging(Self.texts(in: form, of: saving.conflicts)) { $1 }
    around.notices = Self.notices(saving)
    let known = Set((form["prints"] ?? "").split(separator: " ").map(String.init))
    return .json(
      Self.answer(FormView(opened, around), saving, around, known: known, isUnderstood: isUnderstood))
  }

  @Sendable func formSuggestions(
    _ request: Request, _ context: OfficeContext, number: FormID
  ) async throws -> Response {
    let query = try request.target.query()
    guard let field = query["field"] else { throw Refusal.notFound }
    let found = try await SuggestForField(form: number, path: field, typed: query["typed"] ?? "")
      .run(in: office, by: try context.person())
    var json = JSONWriter()
    json.object { json in
      json.key("choices")
      json.array { json in
        for suggestion in found {
          json.object { json in
            json.member("text", suggestion.text)
            json.member("reason", suggestion.reason)
          }
        }
      }
      if found.isEmpty { json.member("note", FormPageWording.noSuggestions) }
    }
    return .json(json.bytes)
  }

  // MARK: What was sent

  /// Names that are no fields.
  private static let reserved: Set<String> = [
    "revision", "prints", "act", "large", "disputed", "changes", "at", "columns", "isFirst", "block", "shown",
    "key",
    FormToken.fieldName,
  ]

  private static func changes(in form: FormFields, besides act: FormAct?) -> [(name: String, edit: DraftEdit)]
  {
    let large = Set((form["large"] ?? "").split(separator: " ").map(String.init))
    return form.fields.compactMap { field in
      guard !reserved.contains(field.name), act != .theirs(field.name) else { return nil }
      return (
        field.name,
        .set(
          path: field.name, typed: FieldDigest.plainLines(field.value),
          scale: large.contains(field.name) ? .tenThousandYuan : .yuan)
      )
    }
  }

  private static func texts(in form: FormFields, of conflicts: [DisputedField]) -> [String: String] {
    let names = Set(conflicts.map(\.path))
    return Dictionary(
      form.fields.filter { names.contains($0.name) }.map { ($0.name, FieldDigest.plainLines($0.value)) },
      uniquingKeysWith: { $1 })
  }

  /// Fields of which the page still shows two texts, with the reader's own.
  private static func disputed(in form: FormFields) -> [String: String] {
    guard let json = form["disputed"].flatMap({ try? JSONReader.read(Array($0.utf8)) }) else { return [:] }
    return Dictionary(
      (json.members ?? []).compactMap { member in member.value.text.map { (member.key, $0) } },
      uniquingKeysWith: { $1 })
  }

  private static func still(
    _ disputed: [String: String], besides conflicts: [DisputedField], in opened: OpenedForm
  ) -> [DisputedField] {
    let told = Set(conflicts.map(\.path))
    return disputed.compactMap { path, mine in
      guard !told.contains(path), let writer = opened.writers[path] else { return nil }
      return DisputedField(
        path: path, mine: mine, theirs: opened.draft.text(at: path), name: writer.name,
        moment: writer.moment)
    }
  }

  /// `[["goals/annual","\"text\""],["budget/total",null]]`, as an answer gave it.
  private static func fieldChanges(_ text: String) -> [FieldChange]? {
    guard let json = try? JSONReader.read(Array(text.utf8)), let elements = json.elements else { return nil }
    var changes: [FieldChange] = []
    for element in elements {
      guard let pair = element.elements, pair.count == 2, let path = pair[0].text else { return nil }
      changes.append(FieldChange(path: path, value: pair[1].text))
    }
    return changes
  }

  // MARK: The answer

  private static func answer(
    _ view: FormView, _ saving: FormSaving, _ around: FormSurroundings, known: Set<String>, isUnderstood: Bool
  ) -> [UInt8] {
    var json = JSONWriter(reserving: 1 << 15)
    json.object { json in
      json.member("revision", String(view.revision))
      let isWhole = around.conflicts.isEmpty && saving.refused.isEmpty && isUnderstood
      json.member("state", isWhole ? "saved" : "partly")
      json.member("message", message(view, saving, around, isUnderstood: isUnderstood))
      json.member("digest", view.digest)
      json.member("conflicts", array: { json in for one in around.conflicts { json.value(one.path) } })
      json.member("refused", array: { json in for one in saving.refused { json.value(one.field) } })
      if !saving.undo.isEmpty { json.member("undo", undo(saving.undo)) }
      json.member("rail", markup { view.writeRail(to: &$0) })
      json.member("foot", markup { view.writeFoot(to: &$0) })
      json.member("notices", markup { $0.add(view.notices) })
      json.member("links", markup { page in if let panel = view.linksPanel { page.add(panel) } })
      json.member(
        "pieces",
        array: { json in
          for piece in view.sheet.pieces {
            json.object { json in
              json.member("key", piece.key)
              if let parent = piece.parent { json.member("parent", parent) }
              json.member("print", piece.print)
              if !known.contains(piece.print) { json.member("html", markup { piece.write(to: &$0) }) }
            }
          }
        })
    }
    return json.bytes
  }

  private static func message(
    _ view: FormView, _ saving: FormSaving, _ around: FormSurroundings, isUnderstood: Bool
  ) -> String {
    if !around.conflicts.isEmpty { return FormPageWording.conflicted }
    if let fault = saving.refused.first { return fault.sentence }
    if !isUnderstood { return FormPageWording.badPaste }
    return view.saved
  }

  private static func undo(_ changes: [FieldChange]) -> String {
    var json = JSONWriter()
    json.array { json in
      for change in changes {
        json.array { json in
          json.value(change.path)
          json.value(change.value)
        }
      }
    }
    return json.text
  }

  private static func markup(_ write: (inout MarkupWriter) -> Void) -> String {
    var page = MarkupWriter(capacity: 1_024)
    write(&page)
    return String(decoding: page.finish().bytes, as: UTF8.self)
  }
}
