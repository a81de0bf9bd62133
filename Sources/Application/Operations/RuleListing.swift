// The catalogue under a rule set: which rules speak, how gravely, and by which figures.
package import Findings
package import JSONText
import Model
import Quantities
package import Review
package import RuleSets

/// Rules and parameters as one rule set has them, for lists and for other programs.
package struct RuleListing: Sendable {
  /// The set, turned to the year that is asked for.
  package let ruleSet: RuleSet
  /// In the order of the catalogue.
  package let rules: [ListedRule]

  /// A rule and what the set makes of it.
  package struct ListedRule: Sendable {
    package let rule: Rule
    /// The set's severity, else the rule's.
    package let severity: Severity
    /// The reason where the set switches it off.
    package let offReason: String?
  }

  /// - Parameter year: the year that the set is turned to; without one its own last year.
  package init(_ ruleSet: RuleSet, year: Int? = nil) {
    let ruleSet = year.map { ruleSet.applying(in: $0) } ?? ruleSet
    self.ruleSet = ruleSet
    rules = RuleCatalogue.all.map { rule in
      ListedRule(
        rule: rule, severity: ruleSet.severity(of: rule.code) ?? rule.severity,
        offReason: ruleSet.switchedOff[rule.code])
    }
  }
}

// MARK: JSON

extension RuleListing {
  /// `{"ruleSet":{…},"rules":[…],"parameters":[…],"weights":[…],"tree":{…}}`
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("ruleSet", object: writeHead)
      json.member("rules", array: { json in for listed in rules { listed.write(to: &json) } })
      json.member(
        "parameters",
        array: { json in
          for parameter in RuleParameter.allCases { write(parameter, to: &json) }
        })
      json.member("weights", array: { json in for scheme in ruleSet.weights { scheme.write(to: &json) } })
      json.member("tree", object: writeTree)
    }
  }

  private func writeHead(to json: inout JSONWriter) {
    let head = ruleSet.head
    json.member("identifier", head.identifier)
    json.member("title", head.title)
    json.member("region", head.region)
    json.member("firstYear", head.firstYear)
    json.member("lastYear", head.lastYear)
    json.member(
      "kinds",
      array: { json in
        for kind in FormKind.allCases where head.kinds.contains(kind) { json.value(kind.rawValue) }
      })
    json.member("extends", head.extends)
    json.member("source", head.source)
  }

  private func write(_ parameter: RuleParameter, to json: inout JSONWriter) {
    guard let entry = ruleSet.entry(of: parameter) else { return }
    let about = parameter.description
    json.object { json in
      json.member("key", parameter.rawValue)
      json.member("label", about.label)
      json.key("value")
      json.value(rawNumber: entry.value.description)
      json.member("unit", about.unit.isEmpty ? nil : about.unit)
      json.member("meaning", about.meaning)
      json.member("rules", array: { json in for code in about.rules { json.value(code) } })
      entry.writeOrigin(to: &json)
      json.member(
        "history",
        array: { json in
          for entry in ruleSet.history(of: parameter) {
            json.object { json in
              json.key("value")
              json.value(rawNumber: entry.value.description)
              entry.writeOrigin(to: &json)
            }
          }
        })
    }
  }

  private func writeTree(to json: inout JSONWriter) {
    json.member("identifier", ruleSet.tree.identifier)
    ruleSet.treeChoice?.writeOrigin(to: &json)
    json.member(
      "places",
      array: { json in
        for node in ruleSet.tree.nodes {
          json.object { json in
            json.member("level1", node.branch.name)
            json.member("level2", node.category?.name)
            json.member("labels", array: { json in for label in node.labels { json.value(label) } })
          }
        }
      })
  }
}

extension RuleListing.ListedRule {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("code", rule.code)
      json.member("title", rule.title)
      json.member("severity", severity.rawValue)
      json.member("dimension", rule.dimension.rawValue)
      json.member(
        "kinds",
        array: { json in
          for kind in FormKind.allCases where rule.kinds.contains(kind) { json.value(kind.rawValue) }
        })
      json.member("why", rule.why)
      json.member("advice", rule.advice)
      json.member("source", rule.source)
      json.member("switchedOff", offReason)
    }
  }
}

extension DatedEntry {
  fileprivate func writeOrigin(to json: inout JSONWriter) {
    json.member("fromYear", fromYear)
    json.member("source", source)
    json.member("ruleSet", ruleSet)
  }
}

extension DatedEntry<String, WeightScheme> {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("name", key)
      json.member(
        "shares",
        array: { json in
          for share in value.shares {
            json.object { json in
              json.member("part", share.part.rawValue)
              json.member("name", share.part.name)
              json.key("points")
              json.value(rawNumber: share.points.description)
            }
          }
        })
      writeOrigin(to: &json)
    }
  }
}
