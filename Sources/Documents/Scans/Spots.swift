// Spots of ink: what hangs together, and how large it is.

/// The spots of a picture, found row by row: runs of ink that touch, also by a corner.
struct Spots {
  /// One run of ink.
  struct Run {
    var y: Int
    var from: Int
    /// Outside.
    var to: Int
    var spot: Int
  }

  /// How large a spot is, in pixels.
  struct Size {
    var area = 0
    var left = Int.max
    var top = Int.max
    var right = 0
    var bottom = 0

    var width: Int { right - left }
    var height: Int { bottom - top }

    mutating func add(_ other: Size) {
      area += other.area
      left = min(left, other.left)
      top = min(top, other.top)
      right = max(right, other.right)
      bottom = max(bottom, other.bottom)
    }
  }

  private(set) var runs: [Run] = []
  private var parents: [Int32] = []
  private var sizes: [Size] = []

  init(_ ink: [UInt8], width: Int, height: Int) {
    var above = 0..<0
    ink.withUnsafeBufferPointer { ink in
      for y in 0..<height {
        let start = runs.count
        var first = above.lowerBound
        var x = 0
        while x < width {
          guard ink[y * width + x] != 0 else {
            x += 1
            continue
          }
          let from = x
          while x < width, ink[y * width + x] != 0 { x += 1 }
          while first < above.upperBound, runs[first].to < from { first += 1 }
          addRun(y, from, x, touching: first..<above.upperBound)
        }
        above = start..<runs.count
      }
    }
  }

  private mutating func addRun(_ y: Int, _ from: Int, _ to: Int, touching above: Range<Int>) {
    var spot = -1
    for other in above {
      guard runs[other].from <= to else { break }
      spot = spot < 0 ? root(runs[other].spot) : join(spot, runs[other].spot)
    }
    if spot < 0 {
      spot = parents.count
      parents.append(Int32(spot))
      sizes.append(Size())
    }
    sizes[spot].add(Size(area: to - from, left: from, top: y, right: to, bottom: y + 1))
    runs.append(Run(y: y, from: from, to: to, spot: spot))
  }

  /// The size of the spot that a run belongs to.
  mutating func size(of run: Run) -> Size { sizes[root(run.spot)] }

  private mutating func root(_ spot: Int) -> Int {
    var spot = spot
    while Int(parents[spot]) != spot {
      parents[spot] = parents[Int(parents[spot])]
      spot = Int(parents[spot])
    }
    return spot
  }

  private mutating func join(_ one: Int, _ other: Int) -> Int {
    let (a, b) = (root(one), root(other))
    guard a != b else { return a }
    parents[max(a, b)] = Int32(min(a, b))
    sizes[min(a, b)].add(sizes[max(a, b)])
    return min(a, b)
  }
}
