// What a page that moves a form brings along, whichever page it is.
import HTTP

extension FormFields {
  /// How many steps the form had when the page was shown (`FormCourse.length`); -1, which no form has, where
  /// the page does not say.
  var courseLength: Int { self["length"].flatMap { Int($0) } ?? -1 }
}
