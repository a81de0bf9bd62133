// A field that two people wrote, until one text is chosen.
import OfficeOperations
import Quantities

/// One's own text, the other's, and whose that is.
struct DisputedField: Sendable {
  /// The draft path.
  var path: String
  var mine: String?
  /// What stands there now.
  var theirs: String?
  var name: String
  var moment: Moment

  init(path: String, mine: String?, theirs: String?, name: String, moment: Moment) {
    self.path = path
    self.mine = mine
    self.theirs = theirs
    self.name = name
    self.moment = moment
  }

  init(_ conflict: FieldConflict) {
    path = conflict.path
    mine = conflict.mine
    theirs = conflict.isRowRemoved ? FormPageWording.rowIsGone : conflict.theirs
    name = conflict.name
    moment = conflict.moment
  }
}
