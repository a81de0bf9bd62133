// Fields of a record set by their paths, as people type them.
import JSONText
import Model
import Quantities
import Testing

@testable import OfficeOperations

struct RecordPathTests {
  private static let form: Form = {
    var target = ProjectTarget()
    target.fiscalYear = 2025
    target.project.name = "桥梁维护"
    target.budget.total = Money(fen: 100)
    var indicator = Indicator()
    indicator.name = "座数"
    indicator.annualValue = "≥3座"
    target.indicators = [indicator]
    return .projectTarget(target)
  }()

  @Test(arguments: [
    ("fiscalYear", "2026", "2026"), ("fiscalYear", " ２０２６年 ", "2026"),
    ("budget/total", "213764", "213764.00"), ("budget/total", "213,764.5元", "213764.50"),
    ("budget/total", "21.3764 万元", "213764.00"), ("budget/total", "１２万", "120000.00"),
    ("project/name", " 桥 ", "桥"), ("indicators/0/annualValue", "≥4座", "≥4座"),
  ])
  func `what is typed is read as its field wants it`(path: String, typed: String, wanted: String) throws {
    let form = try Self.form.setting(path, to: typed)
    #expect(form.json.value(at: path.split(separator: "/").map(String.init)[...])?.shown == wanted)
  }

  @Test(arguments: ["fiscalYear", "budget/total", "project/name", "indicators/0/annualValue"])
  func `a blank empties a field`(path: String) throws {
    let form = try Self.form.setting(path, to: "  ")
    #expect(form.json.value(at: path.split(separator: "/").map(String.init)[...]) == .null)
  }

  @Test(arguments: [
    ("fiscalYear", "二零二六"), ("fiscalYear", "2026年度预算"), ("fiscalYear", "99999999999"),
    ("budget/total", "很多"), ("budget/total", "1.234"), ("budget/total", "3座"), ("budget/total", "1万2"),
    ("nothing/here", "x"), ("indicators/9/name", "x"), ("indicators/x/name", "x"), ("", "x"),
  ])
  func `what cannot be read so is told in a sentence`(path: String, typed: String) throws {
    do throws(TypedFault) {
      _ = try Self.form.setting(path, to: typed)
      Issue.record("taken")
    } catch {
      #expect(error.sentence.last == "。")
    }
  }
}
