// The characters that the Kangxi radicals stand for; some fonts print the one for the other.

enum KangxiRadicals {
  /// The character of a radical U+2F00…U+2FD5. Source: Unicode, compatibility decompositions of the block.
  static func character(_ code: UInt32) -> Unicode.Scalar? {
    guard (0x2F00...0x2FD5).contains(code) else { return nil }
    return table[Int(code - 0x2F00)]
  }

  /// The character of a simplified radical of the supplement, such as U+2EC5 for 见.
  static func simplified(_ code: UInt32) -> Unicode.Scalar? { supplement[code] }

  private static let supplement: [UInt32: Unicode.Scalar] = [
    0x2E9F: "母", 0x2EA0: "民", 0x2EC4: "西", 0x2EC5: "见", 0x2EC6: "角", 0x2EC9: "贝", 0x2ECB: "车", 0x2ED3: "长",
    0x2ED4: "门", 0x2ED8: "青", 0x2ED9: "韦", 0x2EDA: "页", 0x2EDB: "风", 0x2EDC: "飞", 0x2EDD: "食", 0x2EE2: "马",
    0x2EE3: "骨", 0x2EE5: "鱼", 0x2EE6: "鸟", 0x2EE7: "卤", 0x2EE8: "麦", 0x2EE9: "黄", 0x2EEC: "齐", 0x2EEE: "齿",
    0x2EF0: "龙", 0x2EF3: "龟",
  ]

  private static let table = Array(
    ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀"
      + "寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋"
      + "比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸"
      + "缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛"
      + "辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻"
      + "黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠").unicodeScalars)
}
