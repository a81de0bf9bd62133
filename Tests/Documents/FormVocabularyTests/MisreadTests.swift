// Misread labels and values of scans.
import Testing

@testable import FormVocabulary

@Suite struct MisreadTests {
  @Test(arguments: [
    ("服务对象满竟度指标", "服务对象满意度指标"), ("可持续影晌指标", "可持续影响指标"), ("年度指标直", "年度指标值"),
    ("二级指际", "二级指标"), ("项自资金（万元）", "项目资金（万元）"), ("实际完戒值", "实际完成值"),
  ])
  func `a label with a misread character is put right`(_ read: String, _ label: String) {
    #expect(MisreadLabel.corrected(read) == label)
  }

  @Test(arguments: [
    "年度指标值", "二级指标", "产出指标", "修缮灯杆", "灯组", "≥30组", "四级指标", "经审核，同意按此执行", "",
    "完成全部路灯的巡查与更换工作", "100%", "是",
  ])
  func `known labels, names and values are left alone`(_ text: String) {
    #expect(MisreadLabel.corrected(text) == nil)
  }

  @Test(arguments: [("之90%", "≥90%"), ("Z3场", "≥3场"), ("乏1000人次", "≥1000人次")])
  func `a misread sign of comparison is put right`(_ read: String, _ value: String) {
    #expect(MisreadValue.corrected(read) == value)
  }

  @Test(arguments: ["=90%", "290%", "之前", "Zone", "90%", "", "之"])
  func `what may be meant as it stands is left alone`(_ text: String) {
    #expect(MisreadValue.corrected(text) == nil)
  }
}
