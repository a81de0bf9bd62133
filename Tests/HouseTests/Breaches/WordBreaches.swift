// Invented files with missing sentences, drawers for names, and Chinese in the wrong place.

extension Breach {
  static let wordBreaches = sentenceBreaches + nameBreaches + glossaryBreaches

  private static let path = "Sources/Ground/Stones/Stone.swift"
  private static let test = "Tests/Ground/StonesTests/StoneTests.swift"
  private static let stones = manifest(#"room("Stones", in: "Ground"),"#)

  private static let sentenceBreaches: [Breach] = [
    Breach(
      .firstSentence, code: "import A\n", sees: ["\(path):1: does not begin with a sentence in a comment"]),
    Breach(
      .firstSentence, code: "// Stone.swift\n",
      sees: ["\(path):1: does not begin with a sentence in a comment"]),
    Breach(
      .firstSentence, ["Sources/Ground/CStone/shim.h": "#pragma once\n"],
      sees: ["Sources/Ground/CStone/shim.h:1: does not begin with a sentence in a comment"]),
    Breach(.firstSentence, code: "// Reads the weight of stones: 1.5 吨\nimport A\n", sees: []),
    Breach(.firstSentence, code: "// A stone: what walls are made of,\n// and roads.\nimport A\n", sees: []),
    Breach(.firstSentence, ["Package.swift": stones], sees: []),
    Breach(
      .documentedPackage,
      code: """
        package struct A {
          package var b: Int {
            1
          }
          package static var c: Int {
            1
          }
          package let weight: Int
          /// A wall.
          @inlinable
          package func d() {}
          package static func e() {}
        }
        """,
      sees: [
        "\(path):1: A has no documentation comment", "\(path):2: b has no documentation comment",
        "\(path):5: c has no documentation comment", "\(path):12: e has no documentation comment",
      ]),
    Breach(
      .documentedPackage,
      code: """
        package import B
        /// A stone.
        package struct A: Comparable {
          package init() {}
          package var description: String { "" }
          package static func < (left: A, right: A) -> Bool { false }
          private(set) var c: Int
          internal func d() {}
          package private(set) var row = 1
          package var column = 1
          package static let zero = A()
          package var isHeavy: Bool { true }
          /// Lays a stone.
          package func lay(_ stone: Stone) {}
          package func lay(_ stones: [Stone]) {}
        }
        """, sees: []),
    Breach(
      .testSentences,
      [
        test:
          "@Suite struct A {\n  @Test func testStone() {}\n  @Test(arguments: b)\n  func `stone`() {}\n}\n"
      ],
      sees: ["\(test):2: the test's name is no sentence", "\(test):4: the test's name is no sentence"]),
    Breach(.testSentences, [test: "@Test func `a stone is heavy`() {}\nfunc weigh() {}\n"], sees: []),
    Breach(
      .ownedTasks, code: "// TODO: weigh it.\nlet a = 1 // FIXME(me)\n/// HACK(#)\n",
      sees: [
        "\(path):1: leaves a task without an issue", "\(path):2: leaves a task without an issue",
        "\(path):3: leaves a task without an issue",
      ]),
    Breach(.ownedTasks, code: "// TODO(#12) weigh it.\nlet a = \"TODO\"\n", sees: []),
  ]

  private static let nameBreaches: [Breach] = [
    Breach(
      .bannedNames,
      [
        "Package.swift": manifest(#"room("StoneUtils", in: "Ground"),"#),
        path: """
        struct StoneManager {}
        func find() {
          enum ReadData { case plain }
        }
        protocol CommonStone {}
        """,
        "Sources/Ground/Stones/StoneHelper.swift": "",
      ],
      sees: [
        "Package.swift: StoneUtils says Utils",
        "Sources/Ground/Stones/StoneHelper.swift: StoneHelper says Helper",
        "\(path):1: StoneManager says Manager", "\(path):3: ReadData says Data",
        "\(path):5: CommonStone says Common",
      ]),
    Breach(
      .bannedNames,
      code: """
        // Performance of the Helper.
        struct Database { var baseline = "data", newline = 1 }
        enum A { case info, dataRate }
        func greatestCommonDivisor() { let base = 1 }
        switch a {
        case .info: break
        case let .b(information): break
        }
        """,
      sees: []),
    Breach(
      .targetNames,
      ["Package.swift": stones, path: "enum Stones {}\n", test: "@Suite struct StonesTests {}\n"],
      sees: [
        "\(path):1: Stones is also the name of its target",
        "\(test):1: StonesTests is also the name of its target",
      ]),
    Breach(.targetNames, ["Package.swift": stones, path: "struct Stone { var stones: Int }\n"], sees: []),
  ]

  private static let model = manifest(#"room("Model", in: "Domain"),"#)
  private static let noun = "Sources/Domain/Model/Goal.swift"

  private static let glossaryBreaches: [Breach] = [
    Breach(
      .glossaryNouns,
      [
        "Package.swift": model, noun: "package struct Goal {\n  package enum Kind {}\n}\n",
        "docs/glossary.md": "Goals",
      ],
      sees: ["\(noun):1: Goal is not in docs/glossary.md"]),
    Breach(
      .glossaryNouns,
      [
        "Package.swift": model, noun: "package struct Goal {}\nstruct Inner {}\n",
        "docs/glossary.md": "| `Goal` |",
      ],
      sees: []),
    Breach(
      .placedChinese, code: "// 石\nlet a = \"石头\"\nlet c = \"这块石头太重，请换一块。\"\n",
      sees: ["\(path):3: has a Chinese sentence outside a wording"]),
    Breach(
      .placedChinese,
      [
        "Sources/Documents/Recognition/Stone.swift": "let a = \"这块石头太重，请换一块。\"\n",
        "Sources/Ground/Stones/StoneWording.swift": "let a = \"这块石头太重，请换一块。\"\n",
        path: "// 石\nlet a = \"≥，\"\n",
        test: "let a = \"这块石头太重，请换一块。\"\n",
      ],
      sees: []),
  ]
}
