// `plumbline rules`: the catalogue and the figures of a rule set, for people or as JSON.
import CommandLineParsing
import JSONText
import Operations
import Quantities
import Review
import RuleSets

/// Runs one request.
struct RulesCommand {
  var request: RulesRequest
  var console: Console

  func run() -> ExitCode {
    switch RuleSetChoice.load(request.ruleSet) {
    case .refused(let code, let sentences):
      for sentence in sentences {
        _ = console.errors.write("plumbline rules: \(DisplayText.harmless(sentence))\n")
      }
      return code
    case .loaded(let ruleSet):
      let listing = RuleListing(ruleSet, year: request.year)
      let isWritten = request.isJSON ? writeJSON(listing) : console.output.write(text(of: listing))
      return isWritten || console.output.isClosed ? .success : .outputFailed
    }
  }

  private func writeJSON(_ listing: RuleListing) -> Bool {
    var json = JSONWriter(indent: 2, reserving: 1 << 16)
    listing.write(to: &json)
    return console.output.write(json.bytes + [UInt8(ascii: "\n")])
  }

  private func text(of listing: RuleListing) -> String {
    let set = listing.ruleSet
    var lines = RulesWording.head(set)
    lines += ["", heading(RulesWording.rules(listing.rules.count))]
    var rules = table
    for listed in listing.rules {
      let rule = listed.rule
      rules.add([
        rule.code,
        listed.offReason.map(RulesWording.switchedOff) ?? RuleReferenceWording.severity(listed.severity),
        RuleReferenceWording.dimension(rule.dimension), "\(rule.title)。\(rule.why)", rule.source,
      ])
    }
    lines += rules.lines(columns: console.columns, indent: 2)
    lines += ["", heading(RulesWording.parameters)]
    var parameters = table
    for parameter in RuleParameter.allCases {
      guard let entry = set.entry(of: parameter) else { continue }
      let about = parameter.description
      parameters.add([
        about.label, "\(entry.value)\(about.unit)", RulesWording.year(entry.fromYear), entry.source,
        entry.ruleSet,
      ])
    }
    lines += parameters.lines(columns: console.columns, indent: 2)
    lines += ["", heading(RulesWording.weights)]
    var weights = table
    for entry in set.weights {
      weights.add([entry.key, entry.value.text, RulesWording.year(entry.fromYear), entry.source])
    }
    lines += weights.lines(columns: console.columns, indent: 2)
    lines += ["", RulesWording.shipped(ShippedRuleSets.identifiers)]
    return lines.joined(separator: "\n") + "\n"
  }

  private var table: AlignedTable {
    var table = AlignedTable()
    table.linesMax = 8
    return table
  }

  private func heading(_ text: String) -> String {
    console.isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}
