// Numbers and dates as people see them: exact decimals, formats, both calendars, Chinese numerals.
import Spreadsheets
import TableProbes
import Tables
import Testing

@Suite struct NumberFormatTests {
  @Test(
    arguments: [
      ("0", "0"), ("1", "1"), ("-1.50", "-1.5"), ("0.30000000000000004", "0.3"), ("0.1", "0.1"),
      ("1E+05", "100000"), ("1.5e-3", "0.0015"), ("775413", "775413"), ("1234567.89", "1234567.89"),
      ("4.4010119900101999E+17", "440101199001020000"), ("85.250000000000014", "85.25"),
      ("2.9999999999999996", "3"),
      ("1E+30", "1E+30"), ("1.25E-25", "1.25E-25"), ("007", "7"), (".5", "0.5"), ("5.", "5"), ("-0", "0"),
      ("9999999999999.99", "9999999999999.99"), ("999999999999999.96", "1000000000000000"),
      ("1e300", "1E+300"), ("1e400", "1e400"),
      // Not numbers: shown as they are.
      ("abc", "abc"), ("1.2.3", "1.2.3"), ("1e", "1e"), ("--1", "--1"), ("1e999999", "1e999999"),
      ("NaN", "NaN"),
      ("1 2", "1 2"),
    ])
  func `a number in the general format is exact, without binary noise`(number: String, shown: String) throws {
    #expect(try BookSample("<row><c><v>\(number)</v></c></row>").firstText() == shown)
    #expect(try BookSample(number: number, code: "General").firstText() == shown)
  }

  @Test(
    arguments: [
      ("0", "1234.5", "1235"), ("0", "-0.4", "-0"), ("0.00", "6070", "6070.00"), ("0.00", "0.005", "0.01"),
      ("0.00", "1.005", "1.01"), ("#,##0", "1234567", "1,234,567"), ("#,##0.00", "775413", "775,413.00"),
      ("#,##0.00", "-12", "-12.00"), ("#,##0", "999", "999"), ("0%", "0.2", "20%"),
      ("0.00%", "0.98765", "98.77%"),
      ("0%", "1", "100%"), ("#", "0", ""), ("#.##", "0.5", ".5"), ("0.##", "1", "1"), ("0.0#", "1", "1.0"),
      ("000", "7", "007"), ("0000-00", "202405", "2024-05"), ("0.00E+00", "12345", "1.23E+04"),
      ("0.00E+00", "0.00012", "1.20E-04"), ("##0.0E+0", "12345", "12.3E+3"), ("0.0E+0", "9.96", "1.0E+1"),
      ("#,##0.00_ ;[Red]-#,##0.00\\ ", "-1234.5", "-1,234.50"), ("#,##0;(#,##0)", "-5", "(5)"),
      ("0;-0;\"无\"", "0", "无"), ("0.00\"万元\"", "31.2", "31.20万元"), ("0\"人\"", "12", "12人"),
      ("General\"元\"", "12.5", "12.5元"), ("¥#,##0.00", "5", "¥5.00"), ("[$¥-804]#,##0", "5000", "¥5,000"),
      ("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "1234", "1,234.00"),
      ("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "0", "-"),
      ("0,", "12345", "12"), ("0.0,,", "1234567", "1.2"), ("0!.0,", "123456", "12.3"),
      ("[>=10000]0!.0,\"万\";0", "123456", "12.3万"), ("[>=10000]0!.0,\"万\";0", "56", "56"),
      ("[<0]\"负\"0;0", "-3", "负3"), ("[=1]\"是\";[=0]\"否\";0", "1", "是"), ("[=1]\"是\";[=0]\"否\";0", "0", "否"),
      ("[=1]\"是\";[=0]\"否\";0", "7", "7"), ("0.0\"%\"", "95", "95.0%"), ("≥0", "15", "≥15"),
      ("0次", "2", "2次"),
      ("@", "12.50", "12.5"), ("# ?/?", "0.5", "0.5"), ("", "3", "3"), (";;;", "3", ""), ("0.", "3", "3."),
      ("0 0", "12", "1 2"), ("[DBNum1]General", "123", "一百二十三"), ("[DBNum2]General", "10203", "壹万零贰佰零叁"),
      ("[DBNum1][$-804]General", "10", "十"), ("[DBNum1]General", "100000000", "一亿"),
      ("[DBNum1]0", "102", "一〇二"),
      ("[DBNum2]General\"元\"", "31.5", "叁拾壹.伍元"), ("[DBNum3]0", "12", "１２"), ("[DBNum1]General", "0", "〇"),
    ])
  func `a number is shown in its format`(code: String, number: String, shown: String) throws {
    #expect(try BookSample(number: number, code: code).firstText() ?? "" == shown)
  }

  @Test(
    arguments: [
      ("yyyy\"年\"m\"月\"", "45292", "2024年1月"), ("yyyy-mm-dd", "45351", "2024-02-29"),
      ("yyyy/m/d", "45352", "2024/3/1"),
      ("yyyy\"年\"m\"月\"d\"日\"", "45657", "2024年12月31日"), ("yy.mm", "45292", "24.01"),
      ("d-mmm-yy", "45292", "1-Jan-24"),
      ("mmmm", "45292", "January"), ("[$-804]mmmm", "45292", "一月"), ("dddd", "45292", "Monday"),
      ("aaaa", "45292", "星期一"),
      ("aaa", "45298", "日"), ("[$-804]ddd", "45292", "周一"), ("h:mm", "0.5", "12:00"),
      ("h:mm:ss", "0.999994", "23:59:59"),
      ("h:mm:ss", "0.999999", "0:00:00"), ("yyyy-mm-dd hh:mm", "45292.354166666664", "2024-01-01 08:30"),
      ("h:mm AM/PM", "0.75", "6:00 PM"), ("上午/下午h\"时\"mm\"分\"", "0.0", "上午12时00分"),
      ("[h]:mm", "1.5", "36:00"),
      ("[mm]:ss", "0.0125", "18:00"), ("mm:ss.0", "0.00001157", "00:01.0"), ("m", "45292", "1"),
      ("h", "0.25", "6"),
      ("mm/dd", "45292", "01/01"), ("h\"时\"m\"分\"", "0.0104166667", "0时15分"), ("yyyy", "0", "1900"),
      ("yyyy-mm-dd", "60", "1900-02-29"), ("yyyy-mm-dd", "59", "1900-02-28"),
      ("yyyy-mm-dd", "61", "1900-03-01"),
      ("yyyy-mm-dd", "1", "1900-01-01"), ("yyyy-mm-dd", "2958465", "9999-12-31"),
      ("e\"年\"", "45292", "2024年"),
      ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "45292", "Monday, January 01, 2024"),
      ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "45640", "二〇二四年十二月十四日"),
      // No date is shown for these: the number as it is.
      ("yyyy-mm-dd", "2958466", "2958466"), ("yyyy-mm-dd", "-1", "-1"),
      ("yyyy-mm-dd", "1E+20", "100000000000000000000"),
    ])
  func `a date is shown in its format`(code: String, number: String, shown: String) throws {
    #expect(try BookSample(number: number, code: code).firstText() == shown)
  }

  @Test(
    arguments: [
      (1, "2.6", "3"), (2, "2.6", "2.60"), (3, "1234", "1,234"), (4, "1234", "1,234.00"), (9, "0.9", "90%"),
      (10, "0.9", "90.00%"), (14, "45292", "2024/1/1"), (22, "45292.5", "2024/1/1 12:00"),
      (27, "45292", "2024年1月"),
      (31, "45292", "2024年1月1日"), (36, "45292", "2024年1月"), (43, "0", "-"), (44, "-3", "¥-3.00"),
      (49, "5", "5"),
      (57, "45292", "2024年1月"), (58, "45292", "1月1日"), (12, "0.5", "0.5"), (23, "5", "5"), (-1, "5", "5"),
      (999, "5", "5"),
    ])
  func `built-in formats are those of a Chinese spreadsheet`(format: Int, number: String, shown: String)
    throws
  {
    #expect(try BookSample(number: number, format: format).firstText() == shown)
  }

  @Test func `days are counted from 1904 where the workbook says so`() throws {
    var sample = BookSample(number: "43830", code: "yyyy-mm-dd aaaa")
    sample.workbookProperties = "<workbookPr date1904=\"1\"/>"
    #expect(try sample.firstText() == "2024-01-01 星期一")
    sample.workbookProperties = "<workbookPr date1904=\"false\"/>"
    #expect(try sample.firstText() == "2019-12-31 星期二")
  }

  @Test(
    arguments: [
      ("2024-03-05", "2024年3月5日"), ("2024-03-05T08:30:00", "2024年3月5日"), ("1900-02-28", "1900年2月28日"),
      ("soon", "soon"), ("2024-13-05", "2024-13-05"), ("2024", "2024"), ("-1-1-1", "-1-1-1"),
    ])
  func `dates in ISO form are shown alike`(value: String, shown: String) throws {
    let sample = BookSample(
      "<row><c t=\"d\" s=\"0\"><v>\(value)</v></c></row>", styles: "<cellXfs><xf numFmtId=\"31\"/></cellXfs>")
    #expect(try sample.firstText() == shown)
  }

  @Test(arguments: 0..<100) func `random codes never crash`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "0", "#", "?", ".", ",", "%", "E+", "e", ";", "@", "\"", "\\", "!", "_", "*", "[", "]", "[h]", "[>1]",
      "[<=-5]",
      "[Red]", "y", "m", "d", "h", "s", ".000", "AM/PM", "General", "年", "/", "[DBNum2]", "-", "a", "[$",
      "[$¥-804]",
    ]
    let numbers = [
      "0", "-1", "0.5", "45292.75", "1E+300", "-1E-300", "123456789012345678", "2958465.9999999999",
    ]
    for _ in 0..<20 {
      var code = ""
      for _ in 0..<Int.random(in: 0..<12, using: &random) {
        code += pieces.randomElement(using: &random) ?? ""
      }
      let number = numbers.randomElement(using: &random) ?? "0"
      #expect(throws: Never.self) { try BookSample(number: number, code: code).read() }
    }
  }
}
