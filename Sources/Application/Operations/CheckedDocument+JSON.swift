// Writes the review of a file as JSON.
import DocumentReading
import Findings
package import JSONText
import Model
import Quantities
import Review

extension CheckedDocument {
  /// One object for the file: `findings` with rule, severity, form, fields, message, proposal, terms, stake;
  /// `sums` that hold; `sheets`, the proposed points; `unchecked`, the rules that had nothing
  /// to go by; `error` where the file could not be read.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("file", file)
      switch outcome {
      case .reviewed: break
      case .unreadable(let error): writeError(error.code, ReadingWording.sentence(for: error), to: &json)
      case .noRecord(let failure): writeError("no-record", failure.sentence, to: &json)
      }
      json.key("findings")
      json.array { json in
        for (index, form) in reviewed.enumerated() {
          for finding in form.review.findings { finding.write(form: index, to: &json) }
        }
      }
      json.key("sums")
      json.array { json in
        for (index, form) in reviewed.enumerated() {
          for sum in form.review.sums { sum.write(form: index, to: &json) }
        }
      }
      json.key("sheets")
      json.array { json in
        for (index, form) in reviewed.enumerated() { form.sheet?.write(form: index, to: &json) }
      }
      var unchecked = UncheckedRules()
      unchecked.add(reviewed)
      json.key("unchecked")
      unchecked.write(to: &json)
    }
  }

  /// The reviewed forms; none where the file could not be read.
  package var reviewed: [ReviewedForm] {
    if case .reviewed(let forms) = outcome { return forms }
    return []
  }

  private func writeError(_ code: String, _ message: String, to json: inout JSONWriter) {
    json.key("error")
    json.object { json in
      json.member("code", code)
      json.member("message", message)
    }
  }
}

extension ReviewFinding {
  fileprivate func write(form: Int, to json: inout JSONWriter) {
    json.object { json in
      json.member("rule", rule)
      json.member("severity", severity?.rawValue)
      json.member("form", form)
      json.member("field", shownField)
      json.key("fields")
      json.array { json in for field in fields { json.value(field) } }
      json.member("message", message)
      json.key("proposal")
      if let proposal { proposal.write(to: &json) } else { json.value(nil as String?) }
      json.key("terms")
      json.array { json in for term in terms { term.write(to: &json) } }
      json.member("stake", stake?.description)
    }
  }
}

extension Proposal {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("text", text)
      json.key("choices")
      json.array { json in
        for choice in choices {
          json.object { json in
            json.member("label", choice.label)
            json.key("edits")
            json.array { json in
              for edit in choice.edits {
                json.object { json in
                  json.member("field", edit.field)
                  json.member("text", edit.text)
                }
              }
            }
          }
        }
      }
    }
  }
}

extension SoundSum {
  fileprivate func write(form: Int, to json: inout JSONWriter) {
    json.object { json in
      json.member("form", form)
      json.key("fields")
      json.array { json in for field in fields { json.value(field) } }
      json.member("message", message)
      json.key("terms")
      json.array { json in for term in terms { term.write(to: &json) } }
    }
  }
}

extension ReviewTerm {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("field", field)
      json.member("label", label)
      json.member("number", number.description)
      json.member("unit", unit)
    }
  }
}

extension ReviewSheet {
  fileprivate func write(form: Int, to json: inout JSONWriter) {
    json.object { json in
      json.member("form", form)
      // Reviewers decide; this is what the findings alone would give.
      json.member("isProposal", true)
      json.member("total", total.description)
      json.member("grade", grade.label)
      json.key("points")
      json.array { json in
        for line in lines {
          json.object { json in
            json.member("name", line.point.label)
            json.member("part", line.point.partLabel)
            json.member("most", line.point.most.description)
            json.member("points", line.points.description)
            json.member("grade", line.grade.label)
            json.key("losses")
            json.array { json in
              for loss in line.losses {
                json.object { json in
                  json.member("rule", loss.rule)
                  json.member("points", loss.points.description)
                }
              }
            }
          }
        }
      }
    }
  }
}
