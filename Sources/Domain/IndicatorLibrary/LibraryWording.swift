// The sentences about a library's text.

extension LibraryProblem {
  /// The sentence for people: what stands there and what to write.
  package var sentence: String { "第 \(line) 行：\(reason)" }

  private var reason: String {
    switch kind {
    case .unknownLine(let text): "看不懂“\(text)”。这里应是【类别】、“- 指标”或量法、认词、替代、限于、不用于。"
    case .homeless(let text): "“\(text)”前面没有它所属的类别或指标。请先写【类别】，再写“- 指标”。"
    case .badHead(let text): "“\(text)”不完整。请写成“- 指标名称 | 二级指标 | 指标值”，末尾只可另加“保留名称”。"
    case .unknownPlace(let text): "没有“\(text)”这个二级指标。请写数量、质量、时效、成本、经济效益、社会效益、生态效益、可持续影响或满意度。"
    case .badValue(let text): "指标值“\(text)”看不懂。请写符号、数字或横线、单位，例如“≥95%”“≥__人次”。"
    case .missingKey(let key): "这一项没有写“\(key)”。请补上。"
    case .repeatedKey(let key): "“\(key)”写了两次。请只留一处。"
    case .shortWord(let word): "“\(word)”只有一个字，到处都会碰上。请写两个字以上的词。"
    case .repeated(let name): "“\(name)”已经写过。请改名或删去一处。"
    }
  }
}
