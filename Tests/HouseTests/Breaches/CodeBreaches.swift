// Invented files that trap, print, publish, grow too long or count in binary fractions.

extension Breach {
  static let codeBreaches = sizeBreaches + trapBreaches + fractionBreaches

  private static let path = "Sources/Ground/Stones/Stone.swift"

  private static func lines(_ count: Int, of line: String = "let a = 1") -> String {
    Array(repeating: line, count: count).joined(separator: "\n") + "\n"
  }

  private static let sizeBreaches: [Breach] = [
    Breach(.fileLength, code: lines(401), sees: ["\(path): has 401 lines"]),
    Breach(.fileLength, code: lines(400), sees: []),
    Breach(
      .functionLength, code: "struct A {\n  func lay() {\n\(lines(69))  }\n}\n",
      sees: ["\(path):2: lay has 71 lines"]),
    Breach(
      .functionLength, code: "struct A {\n  var size: Int {\n    get {\n\(lines(68))  }\n  }\n}\n",
      sees: ["\(path):2: size has 72 lines"]),
    Breach(
      .functionLength,
      code:
        "struct A {\n  init?(\n    a: Int,\n    b: Int\n  ) throws(C)\n  where B: C {\n\(lines(66))  }\n}\n",
      sees: ["\(path):2: init has 72 lines"]),
    Breach(.functionLength, code: "func lay() {\n\(lines(68))}\n", sees: []),
    Breach(
      .functionLength,
      code: "protocol P {\n  func lay()\n  var size: Int { get }\n}\nstruct A {\n\(lines(80))\n}\n",
      sees: []),
    Breach(
      .functionLength, code: "struct A {\n  var table = [\n\(lines(80, of: "1,"))  ]\n  let b = { 1 }\n}\n",
      sees: []),
    Breach(
      .lineLength, code: "let a = 1\n// \(String(repeating: "石", count: 108))\n",
      sees: ["\(path):2: has 111 characters"]),
    Breach(.lineLength, code: "// \(String(repeating: "石", count: 107))\n", sees: []),
  ]

  private static let trapBreaches: [Breach] = [
    Breach(
      .noTraps,
      code: """
        let a = try! b()
        let c = d as! E
        let f = g()!
        let h = i[0]!.j
        var k: L!
        func m() { fatalError("n") }
        let o = "\\(p!)"
        if q! == r! {}
        """,
      sees: [
        "\(path):1: has try!", "\(path):2: has as!", "\(path):3: has a forced !", "\(path):4: has a forced !",
        "\(path):5: has a forced !", "\(path):6: calls fatalError", "\(path):7: has a forced !",
        "\(path):8: has a forced !", "\(path):8: has a forced !",
      ]),
    Breach(
      .noTraps,
      code: """
        // Never try! this, nor a!
        let a = !b && !(c) != d
        let e = "f! \\(!g) try! \\"h!"
        let i = #"j!"k"# + \"\"\"
          l!
          \"\"\"
        func `no m!`() { return a!=b }
        /* n! /* o! */ p! */
        """,
      sees: []),
    Breach(
      .noPrinting, code: "print(1)\ndebugPrint(2)\n",
      sees: ["\(path):1: calls print", "\(path):2: calls debugPrint"]),
    Breach(.noPrinting, code: "// print(1)\nlet a = b.print(c)\nfunc print(_ d: Int) {}\n", sees: []),
    Breach(
      .noPublic,
      code: "public struct A {}\nstruct B {\n  public internal(set) var c = 1\n}\nopen class D {}\n",
      sees: ["\(path):1: is public", "\(path):5: is open"]),
    Breach(
      .noPublic, code: "public import A\n  @inlinable public func b() {}\n",
      sees: ["\(path):1: is public", "\(path):2: is public"]),
    Breach(.noPublic, code: "package struct A {}\nlet public = 1\nlet open = b.open\nopen(c)\n", sees: []),
  ]

  private static let fractionBreaches: [Breach] = [
    Breach(
      .noBinaryFractions, code: "let a: Double = 1\nlet b = 0.5\nlet c = [Float]()\n",
      sees: ["\(path):1: says Double", "\(path):2: has a binary fraction", "\(path):3: says Float"]),
    Breach(
      .noBinaryFractions,
      [
        path: "// A Double.\nlet a = \"0.5\"\nlet b = (1..<2, 1...2, c.0, c.0.1)\n",
        "Sources/Web/A/B.swift": "let a = 0.5\n",
      ],
      sees: []),
  ]
}
