// The one place where steps of the workflow become decisions of the store, and decisions become steps again.
package import FormDrafts
import JSONText
import Organisations
package import Quantities
package import Records
package import Workflow

extension Deed {
  /// What was said with the step, in one text for lists and the ledger; empty where nothing is asked.
  var words: String {
    switch self {
    case .submission, .withdrawal, .opening, .release, .recall, .retraction, .disclosure: ""
    case .forwarding(let note): note ?? ""
    case .return(let objections): objections.map(\.words).joined(separator: "\n")
    case .approval(let opinion, _): opinion
    case .reopening(let reason), .withholding(let reason), .adjustment(let reason), .lapse(let reason): reason
    case .abandonment(let reason): reason ?? ""
    }
  }

  /// Whatever else the step has to say, as JSON; empty where that is nothing.
  ///
  /// - Parameters:
  ///   - late: the last day that a submission has missed.
  ///   - links: what serves what in the version that is submitted.
  func details(late: Day? = nil, links: FormLinks = FormLinks()) -> String {
    var json = JSONWriter()
    switch self {
    case .submission(let route):
      json.object { json in
        json.member("route", route.rawValue)
        if let late { json.member("late", late.description) }
        guard !links.isEmpty else { return }
        json.key("links")
        links.write(to: &json)
      }
    case .return(let objections):
      json.object { json in
        json.key("objections")
        json.array { json in
          for objection in objections {
            json.object { json in
              json.member("field", objection.field)
              json.member("rule", objection.rule)
              json.member("words", objection.words)
              json.member("proposal", objection.proposal)
              if let why = objection.whyNow { json.member("whyNow", why) }
            }
          }
        }
      }
    case .approval(_, let number):
      guard let number else { return "" }
      json.object { $0.member("number", number) }
    case .withdrawal, .opening, .release, .forwarding, .recall, .retraction, .reopening, .disclosure,
      .withholding, .adjustment, .abandonment, .lapse:
      return ""
    }
    return json.text
  }

  /// The deed of a decision; nil where its texts are none that `words` and `details` write.
  init?(of decision: Decision) {
    guard let step = Step(rawValue: decision.action) else { return nil }
    let said = decision.reason.isEmpty ? nil : decision.reason
    let details =
      decision.details.isEmpty ? JSONValue.null : try? JSONReader.read(Array(decision.details.utf8))
    guard let details else { return nil }
    switch step {
    case .submit:
      guard let route = details["route"]?.text.flatMap({ Route(rawValue: $0) }) else { return nil }
      self = .submission(route: route)
    case .withdraw: self = .withdrawal
    case .open: self = .opening
    case .release: self = .release
    case .forward: self = .forwarding(note: said)
    case .recall: self = .recall
    case .sendBack:
      guard let objections = details["objections"]?.elements?.map(Objection.init(json:)) else { return nil }
      self = .return(objections)
    case .retract: self = .retraction
    case .approve: self = .approval(opinion: decision.reason, number: details["number"]?.text)
    case .reopen: self = .reopening(reason: decision.reason)
    case .disclose: self = .disclosure
    case .withhold: self = .withholding(reason: decision.reason)
    case .adjust: self = .adjustment(reason: decision.reason)
    case .abandon: self = .abandonment(reason: said)
    case .lapse: self = .lapse(reason: decision.reason)
    }
  }
}

extension Objection {
  fileprivate init(json: JSONValue) {
    self.init(
      field: json["field"]?.text ?? "", rule: json["rule"]?.text, words: json["words"]?.text ?? "",
      proposal: json["proposal"]?.text, whyNow: json["whyNow"]?.text)
  }
}

extension Decision {
  /// The decision that keeps a step.
  ///
  /// - Parameters:
  ///   - version: the version that it is about, 0 where there is none yet.
  ///   - said: the word of explanation of a submission; every other step says its words itself.
  ///   - late: the last day that a submission has missed.
  ///   - links: what serves what in the version that is submitted.
  package init(
    id: DecisionID, form: FormID, version: Int, from before: Stage, to after: Stage, keeping step: StepRecord,
    said: String = "", late: Day? = nil, links: FormLinks = FormLinks()
  ) {
    let words = step.deed.words
    self.init(
      id: id, form: form, version: version, action: step.deed.step.rawValue, stageBefore: before.rawValue,
      stageAfter: after.rawValue, person: step.actor, role: step.role.rawValue, onBehalfOf: step.onBehalfOf,
      moment: step.moment, reason: words.isEmpty ? said : words,
      details: step.deed.details(late: late, links: links))
  }

  /// The step that it keeps.
  ///
  /// - Throws: `.damaged` for texts that no step has written.
  func stepRecord() throws(RecordError) -> StepRecord {
    guard let deed = Deed(of: self), let role = Role(rawValue: role) else {
      throw .damaged(Decision.subject(form: form.rawValue, decision: id.rawValue))
    }
    return StepRecord(deed: deed, actor: person, onBehalfOf: onBehalfOf, role: role, moment: moment)
  }

  /// The last day that a submission has missed; nil where it was in time.
  var missedDay: Day? {
    guard !details.isEmpty, let json = try? JSONReader.read(Array(details.utf8)) else { return nil }
    return json["late"]?.text.flatMap { Day($0) }
  }

  /// The links of the version that a submission brought; none for other steps.
  var links: FormLinks {
    guard !details.isEmpty, let json = try? JSONReader.read(Array(details.utf8)), let links = json["links"]
    else { return FormLinks() }
    return FormLinks(links)
  }
}
