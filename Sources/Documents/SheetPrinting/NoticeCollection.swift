// Notices as they come up, one for each sign.

struct NoticeCollection {
  private var order: [PrintingNotice] = []
  private var places: [Key: Int] = [:]

  private struct Key: Hashable {
    var matter: PrintingNotice.Matter
    var scalar: Unicode.Scalar
  }

  mutating func add(_ changes: [TextChange], at place: @autoclosure () -> SheetPlace) {
    for change in changes {
      let key = Key(matter: change.matter, scalar: change.scalar)
      if let index = places[key] {
        order[index].count += change.count
      } else {
        places[key] = order.count
        order.append(
          PrintingNotice(
            matter: change.matter, scalar: change.scalar, place: place(), count: change.count))
      }
    }
  }

  var notices: [PrintingNotice] { order }
}

/// What happened to a sign of one text.
struct TextChange: Equatable {
  var matter: PrintingNotice.Matter
  var scalar: Unicode.Scalar
  var count: Int
}

extension [TextChange] {
  /// Counts one more.
  mutating func note(_ matter: PrintingNotice.Matter, _ scalar: Unicode.Scalar) {
    if let index = firstIndex(where: { $0.matter == matter && $0.scalar == scalar }) {
      self[index].count += 1
    } else {
      append(TextChange(matter: matter, scalar: scalar, count: 1))
    }
  }
}
