// The Chinese sentences about what was typed when an installation is set up.

enum SetUpWording {
  static let regionCode = "请填写地区的行政区划代码（2、4、6、9 或 12 位数字），例如县级 6 位、乡镇 9 位。"
  static let regionName = "请填写地区名称，不超过 100 个字，例如“清河县”。"
  static let personName = "请填写姓名，不超过 50 个字。"
  static let account = "账号用 2 到 32 个小写字母、数字、点、横线或下划线，以字母或数字开头。"
  static let accountTwice = "三位管理员要用三个不同的账号，请换一个。"
}
