// The Chinese words of what is wrong with a view.
enum QueueWording {
  static let nameMissing = "给它起个名字，下次一点就到。"
  static let nameTooLong = "名字最长 \(SaveView.nameCharactersMax) 个字。"
  static let nameThere = "已经有叫这个名字的了，换一个。"
  static let viewsFull = "已经存了 \(SaveView.viewsMax) 个，先删一个不用的。"
}
