// The Chinese texts of the law on searching, and what they are asked for.

enum SearchLawWording {
  static let texts = ["农村养老服务，2026 年", "养护农村公路 G320", "元宵灯会；城乡养老"]
  static let questions = ["养老", "农村", "农村养老", "老服", "g320", "Ｇ３２０", "路", "道路", "养老 灯会", "", "。"]
}
