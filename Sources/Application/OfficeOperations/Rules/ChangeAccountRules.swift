// A change of the rules of accounts.
import Accounts
import Ledger
import Organisations
import Permissions
import Quantities
import Records

/// Changes rules of passwords, sessions and lock-outs; they count from the next request on.
package struct ChangeAccountRules: Sendable {
  /// As typed; rules without a text stay as they are.
  package var texts: [AccountRuleField: String]
  /// Of the rules as they were read.
  package var revision: Int64

  package init(texts: [AccountRuleField: String], revision: Int64) {
    self.texts = texts
    self.revision = revision
  }

  /// - Throws: `.permission`, `.fields`, `.records(.stale)`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      try signedIn.mayDo(.changeAccountRules, at: try records.root().path)
      let before = try AccountRules(in: records)
      let numbers = try numbers(before)
      try records.save(Setting(key: ReadAccountRules.mark, value: "1"), expecting: revision)
      var changes: [String] = []
      for field in AccountRuleField.allCases {
        guard let number = numbers[field], number != before[field] else { continue }
        let stored = try records.setting(field.rawValue)
        try records.save(
          Setting(key: field.rawValue, value: String(number)), expecting: stored?.revision ?? 0)
        changes.append("\(field.rawValue) \(before[field])→\(number)")
      }
      try records.append(
        signedIn.note(
          .accountRulesChange, "account-rules", at: moment, reason: changes.joined(separator: ", ")))
    }
  }

  private func numbers(_ before: AccountRules) throws(OfficeRefusal) -> [AccountRuleField: Int] {
    var fields = TypedFields()
    var numbers: [AccountRuleField: Int] = [:]
    for field in AccountRuleField.allCases {
      guard let text = texts[field]?.trimmed else { continue }
      if let number = Int(text), field.range.contains(number) {
        numbers[field] = number
      } else {
        fields.tell(field.rawValue, OfficeWording.outside(field.range))
      }
    }
    let pairs: [(shorter: AccountRuleField, longer: AccountRuleField)] = [
      (.sessionIdleSeconds, .sessionAbsoluteSeconds), (.accountFirstSeconds, .accountLongestSeconds),
      (.addressFirstSeconds, .addressLongestSeconds),
    ]
    for (shorter, longer) in pairs
    where (numbers[shorter] ?? before[shorter]) > (numbers[longer] ?? before[longer]) {
      fields.tell(longer.rawValue, OfficeWording.notBelow(shorter))
    }
    try fields.check()
    return numbers
  }
}
