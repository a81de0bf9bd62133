// A rectangle on a page: what a scan or a fixed layout points at.

/// A rectangle on a printed page, in tenths of a point (1/720 inch) from the page's upper left corner as it
/// is read, rotation undone.
package struct Box: Sendable, Hashable {
  package var left: Int
  package var top: Int
  package var width: Int
  package var height: Int

  package init(left: Int, top: Int, width: Int, height: Int) {
    self.left = left
    self.top = top
    self.width = width
    self.height = height
  }
}
