// Invented repositories that know a machine, link into nothing, or leave a command unexplained.

extension Breach {
  static let repositoryBreaches: [Breach] = [
    Breach(
      .noMachineWords,
      ["docs/a.md": "Fine.\nSee /home/somebody/notes.\n", "Makefile": "CACHE = /Root/cache\n"],
      sees: ["Makefile:1: says /root/", "docs/a.md:2: says /home/"]),
    Breach(.noMachineWords, ["docs/a.md": "The root of the tree, at home.\n"], sees: []),
    Breach(
      .livingLinks, ["docs/a.md": "[b](b.md) [c](c/d.md#e)\n[f](../f.md)\n", "docs/b.md": ""],
      sees: [
        "docs/a.md:1: links to c/d.md, which is not there",
        "docs/a.md:2: links to ../f.md, which is not there",
      ]),
    Breach(
      .livingLinks,
      [
        "docs/a.md": "[b](./b.md#c) [d](../e) [f](#g) [h](https://example.org/i)\n", "docs/b.md": "",
        "e/f.txt": "",
      ],
      sees: []),
    Breach(
      .makeHelp, ["Makefile": "NAME := a\nbuild: setup\n\tswift build\n"],
      sees: ["Makefile:2: build has no help line"]),
    Breach(
      .makeHelp, ["Makefile": "NAME := a\nbuild: setup ## Builds.\n\tswift build\n.PHONY: build\n%.o: %.c\n"],
      sees: []),
    Breach(
      .documentedSettings,
      [
        "Sources/Command/plumbline/A.swift":
          "// A.\nlet settingNames: Set<String> = [\"data\", \"speed\"]\nlet a = \"PLUMBLINE_SPEED\"\n",
        "docs/operations.md": "| `data` | `PLUMBLINE_DATA` |\n",
      ],
      sees: [
        "Sources/Command/plumbline/A.swift:2: speed is not in docs/operations.md",
        "Sources/Command/plumbline/A.swift:3: PLUMBLINE_SPEED is not in docs/operations.md",
      ]),
    Breach(
      .documentedSettings,
      [
        "Sources/Command/plumbline/A.swift":
          "// A.\nlet settingNames: Set<String> = [\"data\"]\n"
          + "let a = \"PLUMBLINE_\"\nlet b = \"PLUMBLINE_DATA\"\n",
        "Sources/Command/bench/B.swift": "// B.\nlet b = \"PLUMBLINE_SHARED\"\n",
        "docs/operations.md": "| `data` | `PLUMBLINE_DATA` |\n",
      ],
      sees: []),
  ]
}
