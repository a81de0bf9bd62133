// The first set-up of an installation: its region, and three administrators who are three people.
package import Organisations

/// What the page of the first set-up asks for, as typed.
package struct SetUpForm: Sendable {
  /// One of the three administrators, as typed.
  package struct Administrator: Sendable {
    package var name: String
    package var account: String
    package var password: String

    package init(name: String = "", account: String = "", password: String = "") {
      self.name = name
      self.account = account
      self.password = password
    }
  }

  package var regionCode: String
  package var regionName: String
  package var systemAdministrator: Administrator
  package var securityAdministrator: Administrator
  package var auditAdministrator: Administrator

  package init(
    regionCode: String = "", regionName: String = "", systemAdministrator: Administrator = .init(),
    securityAdministrator: Administrator = .init(), auditAdministrator: Administrator = .init()
  ) {
    self.regionCode = regionCode
    self.regionName = regionName
    self.systemAdministrator = systemAdministrator
    self.securityAdministrator = securityAdministrator
    self.auditAdministrator = auditAdministrator
  }
}

/// A field of the page.
package enum SetUpField: Sendable, Hashable {
  case regionCode, regionName
  case name(Role)
  case account(Role)
  case password(Role)
}

/// What is wrong with a field.
package enum SetUpProblem: Sendable, Hashable {
  case noRegion
  case noName
  case tooLong(max: Int)
  case noAccount
  /// Two administrators have one account: they have to be three people.
  case sameAccount(as: Role)
  case password(PasswordFlaw)
}

/// A set-up without a fault; nothing is made yet.
package struct OfficeSetUp: Sendable {
  /// An administrator to be made.
  package struct Administrator: Sendable {
    package let role: Role
    package let name: String
    package let account: AccountName
    package let password: Password
  }

  package let region: RegionCode
  package let regionName: String
  /// System, security, audit.
  package let administrators: [Administrator]

  /// Everything that is wrong, field by field in the order of the page; a set-up where nothing is.
  package static func read(
    _ form: SetUpForm, rules: PasswordRules
  ) -> Result<OfficeSetUp, SetUpRefusal> {
    var faults: [SetUpFault] = []
    let region = RegionCode(trimmed(form.regionCode))
    if region == nil { faults.append(SetUpFault(field: .regionCode, problem: .noRegion)) }
    let regionName = name(form.regionName, max: Organisation.nameCharactersMax, .regionName, &faults)
    var administrators: [Administrator] = []
    let typed: [(Role, SetUpForm.Administrator)] = [
      (.systemAdministrator, form.systemAdministrator), (.securityAdministrator, form.securityAdministrator),
      (.auditAdministrator, form.auditAdministrator),
    ]
    for (index, (role, person)) in typed.enumerated() {
      let earlier = typed[..<index]
      if let administrator = administrator(role, person, earlier: Array(earlier), rules, &faults) {
        administrators.append(administrator)
      }
    }
    guard faults.isEmpty, let region, let regionName else { return .failure(SetUpRefusal(faults: faults)) }
    return .success(
      OfficeSetUp(region: region, regionName: regionName, administrators: administrators))
  }

  private static func administrator(
    _ role: Role, _ person: SetUpForm.Administrator, earlier: [(Role, SetUpForm.Administrator)],
    _ rules: PasswordRules, _ faults: inout [SetUpFault]
  ) -> Administrator? {
    let name = name(person.name, max: Person.nameCharactersMax, .name(role), &faults)
    let account = AccountName(trimmed(person.account))
    if let account {
      let same = earlier.first { AccountName(trimmed($0.1.account)) == account }
      if let same {
        faults.append(SetUpFault(field: .account(role), problem: .sameAccount(as: same.0)))
      }
    } else {
      faults.append(SetUpFault(field: .account(role), problem: .noAccount))
    }
    let flaws = rules.flaws(of: person.password, account: account)
    faults += flaws.map { SetUpFault(field: .password(role), problem: .password($0)) }
    guard let name, let account, let password = Password(person.password) else { return nil }
    return Administrator(role: role, name: name, account: account, password: password)
  }

  private static func name(
    _ text: String, max: Int, _ field: SetUpField, _ faults: inout [SetUpFault]
  ) -> String? {
    let name = trimmed(text)
    guard name.contains(where: { $0.isLetter }), !name.contains(where: { $0.isNewline }) else {
      faults.append(SetUpFault(field: field, problem: .noName))
      return nil
    }
    guard name.count <= max else {
      faults.append(SetUpFault(field: field, problem: .tooLong(max: max)))
      return nil
    }
    return String(name)
  }

  /// Without white space at both ends.
  private static func trimmed(_ text: String) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}

/// One thing that is wrong with the page.
package struct SetUpFault: Sendable, Hashable {
  package let field: SetUpField
  package let problem: SetUpProblem
}

/// All that is wrong with the page.
package struct SetUpRefusal: Error, Sendable, Hashable {
  /// At least one, in the order of the page.
  package let faults: [SetUpFault]
}
