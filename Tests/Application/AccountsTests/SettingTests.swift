// Figures that administrators set, the first set-up, and the names of devices.
import Organisations
import Testing

@testable import Accounts

struct SettingTests {
  @Test func `every figure of its range is kept by the rules`() {
    for setting in AccountSetting.allCases {
      let range = setting.range
      for value in Set([range.lowerBound, range.upperBound, setting.usual]) {
        #expect(range.contains(value), "\(setting)")
        #expect(AccountRules([setting: value])[setting] == value, "\(setting) \(value)")
        #expect(setting.value(String(value)) == value)
      }
      #expect(setting.value(String(range.upperBound + 1)) == nil)
      #expect(setting.value(String(range.lowerBound - 1)) == nil)
      for text in ["", " 1", "1.5", "一", "+1", "1e3", "99999999999999999999"] {
        #expect(setting.value(text) == nil)
      }
      #expect(!setting.label.isEmpty && setting.advice.contains(String(range.upperBound)))
    }
    #expect(AccountRules([:]) == AccountRules())
    #expect(Set(AccountSetting.allCases.map(\.label)).count == AccountSetting.allCases.count)
  }

  @Test func `figures that nobody checked become the nearest that hold`() {
    for setting in AccountSetting.allCases {
      #expect(setting.range.contains(AccountRules([setting: .max])[setting]))
      #expect(setting.range.contains(max(1, AccountRules([setting: .min])[setting])))
    }
  }

  private static let form = SetUpForm(
    regionCode: "998877103", regionName: " 云梯镇 ",
    systemAdministrator: .init(name: "钱一", account: "qian.yi", password: "Lantern-42-river"),
    securityAdministrator: .init(name: "孙二", account: "sun.er", password: "Kettle-77-bridge"),
    auditAdministrator: .init(name: "李三", account: "li.san", password: "Mountain-19-boat"))

  private static func faults(_ change: (inout SetUpForm) -> Void) -> [SetUpFault] {
    var form = form
    change(&form)
    guard case .failure(let refusal) = OfficeSetUp.read(form, rules: PasswordRules()) else { return [] }
    return refusal.faults
  }

  @Test func `three people and a region are a set-up`() throws {
    let setUp = try OfficeSetUp.read(Self.form, rules: PasswordRules()).get()
    #expect(setUp.administrators.map(\.role) == Role.allCases.filter(\.isAdministrator))
    #expect(setUp.administrators.map(\.account.text) == ["qian.yi", "sun.er", "li.san"])
    #expect(setUp.region.digits == "998877103" && setUp.regionName == "云梯镇")
  }

  @Test func `every fault is told at its field`() {
    #expect(
      Self.faults { $0.regionCode = "12345" } == [SetUpFault(field: .regionCode, problem: .noRegion)])
    #expect(Self.faults { $0.regionName = "  " } == [SetUpFault(field: .regionName, problem: .noName)])
    #expect(
      Self.faults { $0.systemAdministrator.name = String(repeating: "钱", count: 51) }
        == [SetUpFault(field: .name(.systemAdministrator), problem: .tooLong(max: 50))])
    #expect(
      Self.faults { $0.auditAdministrator.account = "李三" }
        == [SetUpFault(field: .account(.auditAdministrator), problem: .noAccount)])
    #expect(
      Self.faults { $0.auditAdministrator.account = "QIAN.YI" }
        == [
          SetUpFault(field: .account(.auditAdministrator), problem: .sameAccount(as: .systemAdministrator))
        ])
    #expect(
      Self.faults { $0.securityAdministrator.password = "Sun.Er-12" }.map(\.problem) == [
        .password(.tooShort(min: 10)), .password(.holdsAccountName),
      ])
  }

  @Test func `an empty page has a fault in every part`() {
    let faults = Self.faults { $0 = SetUpForm() }
    #expect(faults.count == 11)
    #expect(faults.allSatisfy { $0.problem.sentence.hasSuffix("。") })
  }

  @Test(arguments: [
    (
      "Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537",
      "Chrome · Windows"
    ),
    (
      "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0",
      "Edge · Windows"
    ),
    ("Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0", "Firefox · Linux"),
    (
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1 MicroMessenger/8.0",
      "WeChat · iOS"
    ),
    ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/17.0 Safari/605.1", "Safari · macOS"),
    ("Mozilla/5.0 (X11; Linux x86_64; UOS) Chrome/108.0", "Chrome · UOS"), ("curl/8.0", "未知设备"), ("", "未知设备"),
    ("<script>alert(1)</script>", "未知设备"), (String(repeating: "x", count: 600) + "Chrome/1", "未知设备"),
  ])
  func `a device is named as far as it says who it is`(userAgent: String, text: String) {
    #expect(DeviceLabel(userAgent: userAgent).text == text)
  }
}
