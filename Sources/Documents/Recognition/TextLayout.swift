// Finds tables in lines: rows whose cells are set apart by white space.
enum TextLayout {
  static func arranged(_ elements: [StreamElement]) -> [StreamElement] { elements }
}
