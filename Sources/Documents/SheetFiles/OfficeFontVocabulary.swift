// The names of Chinese fonts that official forms are set in, and under which names machines have them.

enum OfficeFontVocabulary {
  static let title = "方正小标宋简体"
  static let head = "黑体"
  static let body = "仿宋_GB2312"

  /// Other names to look for, and the family in the font table (ECMA-376 part 1, 17.8.3.9).
  static let known: [(name: String, others: String, family: StaticString)] = [
    (
      "方正小标宋简体", "方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC", "script"
    ),
    (
      "方正小标宋_GBK", "方正小标宋简体,FZXiaoBiaoSong-B05,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC", "script"
    ),
    ("黑体", "SimHei,华文黑体,STHeiti,Noto Sans CJK SC", "modern"),
    ("仿宋_GB2312", "仿宋,FangSong,华文仿宋,STFangsong,Noto Serif CJK SC", "modern"),
    ("仿宋", "FangSong,仿宋_GB2312,华文仿宋,STFangsong,Noto Serif CJK SC", "modern"),
    ("宋体", "SimSun,Noto Serif CJK SC", "auto"),
    ("楷体_GB2312", "楷体,KaiTi,华文楷体,STKaiti", "modern"),
  ]
}
