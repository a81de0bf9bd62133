// One field of a draft as it is kept: what it says, since which save, and by whom.
package import Organisations
package import Quantities

/// One field of a draft. Two people may work on one form as long as they do not change the same field.
package struct DraftField: Sendable, Hashable {
  /// As in the record format, a row of a list named by its key: `goals/annual`, `indicators/k3/name`.
  package var path: String
  /// The JSON text of the value; nil where the field was emptied.
  package var value: String?
  /// The draft's revision with which it got this value.
  package var revision: Int64
  package var person: PersonID
  package var moment: Moment

  package init(path: String, value: String?, revision: Int64, person: PersonID, moment: Moment) {
    self.path = path
    self.value = value
    self.revision = revision
    self.person = person
    self.moment = moment
  }
}

/// A field's wanted value.
package struct FieldChange: Sendable, Hashable {
  package var path: String
  /// The JSON text of the value; nil empties the field.
  package var value: String?

  package init(path: String, value: String?) {
    self.path = path
    self.value = value
  }
}
