// What is wrong with a text of the library, line by line, and the error that carries all of it.

/// One thing that is wrong with a library's text.
package struct LibraryProblem: Sendable, Equatable {
  /// The line, counted from 1.
  package var line: Int
  package var kind: Kind

  /// What is wrong; the text is the piece in question.
  package enum Kind: Sendable, Equatable {
    /// Neither 【kind】, nor `- entry`, nor a key of an entry.
    case unknownLine(String)
    /// An entry or a key before the first 【kind】 or entry.
    case homeless(String)
    /// Not three cells, or a mark in the fourth that says nothing.
    case badHead(String)
    /// A place that no tree has.
    case unknownPlace(String)
    /// A value that is no figure with a unit and no deadline.
    case badValue(String)
    /// A key that an entry must have: 量法, 认词, 替代.
    case missingKey(String)
    /// The same key twice where it can stand once.
    case repeatedKey(String)
    /// A word of one character, which would be found everywhere.
    case shortWord(String)
    /// The same name twice in one kind, or the same kind twice.
    case repeated(String)
  }
}

/// The text is no library: everything that is wrong with it, in the order of its lines.
package struct LibraryFailure: Error, Equatable {
  package let problems: [LibraryProblem]
}
