// The names under which the fonts of official papers are installed.

enum FontVocabulary {
  /// 小标宋, for titles.
  static let smallTitle = ["方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05"]
  /// 黑体, for heads.
  static let black = ["黑体", "SimHei", "方正黑体_GBK"]
  /// 仿宋, for text.
  static let fangSong = ["仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong"]
}
