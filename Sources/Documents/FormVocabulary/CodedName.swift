// Parts codes from names: 713001唐山市…, 219-司法局, [042]教育局, 某单位（713001）.
package import Model

/// Parts printed codes from the names beside them.
package enum CodedName {
  /// An organisation's code and name; the code is nil where none is printed.
  ///
  /// - Parameter hasCode: true where the label says 代码 or 编码: then three figures are a code even where no
  ///   sign parts them from the name.
  package static func party(_ text: String, hasCode: Bool = false) -> Party? {
    let text = CleanText.trimmed(text)
    guard !text.isEmpty else { return nil }
    if let (code, name) = leading(text, digitsMin: hasCode ? 3 : 6) { return Party(code: code, name: name) }
    if let (code, name) = trailing(text, digitsMin: 3) { return Party(code: code, name: name) }
    if hasCode, let (code, name) = glued(text) { return Party(code: code, name: name) }
    return Party(name: text)
  }

  /// A project's code and name; figures that begin a name stay in it unless a sign parts them.
  package static func project(_ text: String) -> (code: String?, name: String) {
    if let (code, name) = leading(text, digitsMin: 15) { return (code, name) }
    if let (code, name) = trailing(text, digitsMin: 8) { return (code, name) }
    return (nil, text)
  }

  /// A category without its code: 32-专项资金项目 → 专项资金项目.
  package static func category(_ text: String) -> String {
    let code = text.prefix { $0.isASCII && $0.isNumber }
    guard !code.isEmpty, code.count <= 6, let next = text.dropFirst(code.count).first, "-—－.、".contains(next)
    else {
      return text
    }
    let name = CleanText.trimmed(String(text.dropFirst(code.count + 1)))
    return name.isEmpty ? text : name
  }

  /// Whether a name ends as those of authorities, institutions and companies do.
  package static func isOrganisation(_ text: String) -> Bool {
    let name = LabelText.withoutBrackets(LabelText.folded(text)).0
    return name.count >= 3 && name.count <= 40 && organisationEnds.contains { name.ends($0) }
  }

  /// Whether a name is an organisation's and says of which place: 青山县民政局.
  package static func isAuthorityOfPlace(_ text: String) -> Bool {
    isOrganisation(text) && text.dropFirst().contains { "省市县区州盟旗镇乡".contains($0) }
  }

  private static let organisationEnds = [
    "局", "委员会", "委", "厅", "政府", "办公室", "中心", "大学", "学院", "学校", "中学", "小学", "幼儿园", "医院", "卫生院", "研究院", "研究所",
    "法院",
    "检察院", "大队", "支队", "总队", "公司", "协会", "联合会", "联社", "管理处", "事务所", "保健院", "党校", "纪委", "机关", "街道办", "办事处",
    "图书馆",
    "博物馆", "文化馆", "档案馆", "管理站", "服务站", "监测站", "司法所", "派出所", "财政所", "管理所", "卫生所",
  ]

  private static let separators: Set<Character> = [
    "-", "—", "－", "–", "_", "|", "：", ":", "/", "、", "　", " ", "．",
  ]

  private static let brackets: [(open: Character, close: Character)] = [
    ("[", "]"), ("【", "】"), ("（", "）"), ("(", ")"),
  ]

  private static func isCode(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || character.isLetter)
  }

  private static func leading(_ text: String, digitsMin: Int) -> (String, String)? {
    var rest = text[...]
    var closing: Character?
    if let first = rest.first, let pair = brackets.first(where: { $0.open == first }) {
      closing = pair.close
      rest = rest.dropFirst()
    }
    let code = rest.prefix(while: isCode)
    guard code.count >= 3, code.contains(where: \.isNumber) else { return nil }
    rest = rest.dropFirst(code.count)
    if let closing {
      guard rest.first == closing else { return nil }
      rest = rest.dropFirst()
    }
    let hasSeparator = closing != nil || (rest.first.map(separators.contains) ?? false)
    let isNumberOnly = code.allSatisfy(\.isNumber)
    guard hasSeparator || (isNumberOnly || digitsMin > 12 ? code.count >= digitsMin : false) else {
      return nil
    }
    if !hasSeparator, LabelText.leadingYear(code) != nil, code.count == 4 { return nil }
    while let first = rest.first, separators.contains(first) { rest = rest.dropFirst() }
    // a long code leaves no doubt where a sign parts it from a name that begins with figures
    guard let first = rest.first, !first.isASCII || hasSeparator && code.count >= 15 else { return nil }
    if LabelText.leadingYear(code) != nil, rest.first == "年" { return nil }
    return (String(code), String(rest))
  }

  /// 临溪县水务局312: figures behind the name without a sign between them.
  private static func glued(_ text: String) -> (String, String)? {
    let code = String(text.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    let name = text.dropLast(code.count)
    guard code.count >= 3, let last = name.last, !last.isASCII, last.isLetter else { return nil }
    return (code, String(name))
  }

  private static func trailing(_ text: String, digitsMin: Int) -> (String, String)? {
    var rest = text[...]
    var opening: Character?
    if let last = rest.last, let pair = brackets.first(where: { $0.close == last }) {
      opening = pair.open
      rest = rest.dropLast()
    }
    let code = String(rest.reversed().prefix { isCode($0) }.reversed())
    rest = rest.dropLast(code.count)
    guard code.count >= digitsMin, code.contains(where: \.isNumber) else { return nil }
    if let opening {
      guard rest.last == opening else { return nil }
      rest = rest.dropLast()
      if code.count == 4, LabelText.leadingYear(code) != nil { return nil }
    } else {
      guard let last = rest.last, separators.contains(last), code.count >= 3 else { return nil }
    }
    while let last = rest.last, separators.contains(last) { rest = rest.dropLast() }
    guard let last = rest.last, !last.isASCII || last == ")" else { return nil }
    return (code, String(rest))
  }
}
