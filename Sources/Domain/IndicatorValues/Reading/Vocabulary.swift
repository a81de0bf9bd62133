// The words of the little language, found by their first character.

import Quantities

/// What a word does in a value. One spelling may have several roles.
enum WordRole: UInt8, CaseIterable {
  case unit
  /// 不少于, 至少: a comparator before its number.
  case comparatorBefore
  /// 以上, 以内: a comparator behind its number.
  case comparatorAfter
  case approximateBefore
  case approximateAfter
  /// 控制在: at most, unless a word behind the number says otherwise.
  case boundedBefore
  /// 达到, 为, 预计: carries no meaning between a subject and its number.
  case edge
  /// 行为, 参与: ends like an edge word and is none.
  case edgeKept
  /// 预计, 力争: carries no meaning at the beginning of a subject.
  case leadEdge
  /// 计划, 目标: carries no meaning where it is all that is left.
  case hollow
  /// 完成, 到位: what every deadline says, no subject of its own.
  case completion
  /// 发放, 拨付: what every rhythm of payment says.
  case payment
  case directionUp
  case directionDown
  /// 事故, 投诉: none of them is good.
  case grievance
  case grade
  case placeholder
  case feast
  /// 人均, 户均: the unit that it is counted over.
  case average
  /// Words that begin like a number or a unit and are none: 一体化, 零距离.
  case idiom
  /// A character behind a unit that makes another word of it: 部 + 门.
  case notUnit
  /// 每, 正负, 人民币, 第, 年底 …: characters at which a production other than a plain word may begin.
  case headStart
  /// Words around dates; see the deadline productions.
  case dateLimit, dateLink, dateBefore, dateDuring, dateWithin, dateOnwards, thisYear, nextYear, wholeYear,
    yearEnd
  /// 十四五, with its number as payload, and what follows it.
  case plan, planTail
  /// Verbs and states behind a bare number: no counters.
  case verb
  /// What verbs end a rhythm (按月报送), and nouns that deny one (按年度计划执行).
  case rhythmVerb, planNoun
  case gradeLead, gradeTail, softGrade
  /// 是/否: a choice that nobody made.
  case openChoice
  case none
  /// Words of names: about money, about fees, about a choice.
  case moneyName, feeName, question
  /// 率, 比例, 满意度 at the end of a name.
  case shareName
  /// What M means beside this name, as a unit.
  case rangeName, bandwidthName, storageName

  var bit: UInt64 { 1 << UInt64(rawValue) }
}

/// All words in one table: the bucket of a first character holds its words, role by role, longest first.
///
/// The tables are built once, never changed and never freed; plain pointers keep the scanner free of
/// reference counts.
struct Vocabulary: @unchecked Sendable {
  static let standard = Vocabulary()

  /// A word that was found.
  struct Match {
    var payload: UInt16
    var end: Int
  }

  private struct Entry {
    var start: Int32
    var length: UInt8
    var role: WordRole
    var payload: UInt16
  }

  /// The bucket number of a first character of the basic plane, 0 for none.
  private let bucketOf: UnsafePointer<UInt16>
  /// Bucket b holds entries bucketStart[b] ..< bucketStart[b + 1].
  private let bucketStart: UnsafePointer<Int32>
  private let rolesOf: UnsafePointer<UInt64>
  /// Where the words of each role of a bucket begin: as many places a bucket as it has roles.
  private let roleStart: UnsafePointer<Int32>
  /// Where a bucket's places of `roleStart` begin.
  private let firstRoleOf: UnsafePointer<Int32>
  private let entries: UnsafePointer<Entry>
  private let scalars: UnsafePointer<UInt32>

  private init() {
    var rows: [(word: [UInt32], role: WordRole, payload: UInt16)] = []
    for (word, code) in UnitRegistry.standard.words {
      rows.append((Self.folded(word), .unit, code))
    }
    for (role, words) in VocabularyWords.plain {
      for word in words.split(separator: " ") { rows.append((Self.folded(String(word)), role, 0)) }
    }
    for (role, comparator, words) in VocabularyWords.comparators {
      let payload = UInt16(Comparator.allCases.firstIndex(of: comparator) ?? 0)
      for word in words.split(separator: " ") { rows.append((Self.folded(String(word)), role, payload)) }
    }
    for (word, number) in VocabularyWords.plans { rows.append((Self.folded(word), .plan, number)) }
    for (word, unit) in VocabularyWords.averages {
      let code = UnitRegistry.standard.words.first { $0.word == unit }?.code ?? 0
      rows.append((Self.folded(word), .average, code))
    }
    rows.sort {
      ($0.word[0], $0.role.rawValue, $1.word.count) < ($1.word[0], $1.role.rawValue, $0.word.count)
    }
    var bucketOf = [UInt16](repeating: 0, count: 0x10000)
    var bucketStart: [Int32] = [0, 0]
    var rolesOf: [UInt64] = [0]
    var roleStart: [Int32] = []
    var firstRoleOf: [Int32] = [0]
    var entries: [Entry] = []
    var scalars: [UInt32] = []
    for row in rows {
      let first = Int(row.word[0] & 0xFFFF)
      if bucketOf[first] == 0 {
        bucketOf[first] = UInt16(rolesOf.count)
        rolesOf.append(0)
        firstRoleOf.append(Int32(roleStart.count))
        bucketStart[bucketStart.count - 1] = Int32(entries.count)
        bucketStart.append(Int32(entries.count))
      }
      if rolesOf[rolesOf.count - 1] & row.role.bit == 0 { roleStart.append(Int32(entries.count)) }
      rolesOf[rolesOf.count - 1] |= row.role.bit
      entries.append(
        Entry(
          start: Int32(scalars.count), length: UInt8(row.word.count), role: row.role, payload: row.payload))
      scalars.append(contentsOf: row.word)
      bucketStart[bucketStart.count - 1] = Int32(entries.count)
    }
    self.bucketOf = Self.kept(bucketOf)
    self.bucketStart = Self.kept(bucketStart)
    self.rolesOf = Self.kept(rolesOf)
    self.roleStart = Self.kept(roleStart)
    self.firstRoleOf = Self.kept(firstRoleOf)
    self.entries = Self.kept(entries)
    self.scalars = Self.kept(scalars)
  }

  /// The elements in memory that is never freed.
  private static func kept<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    memory.initialize(from: elements, count: elements.count)
    return UnsafePointer(memory)
  }

  /// The roles that words beginning with this character have, as bits; 0 for most characters.
  @inline(__always)
  func roles(startingWith scalar: UInt32) -> UInt64 {
    scalar < 0x10000 ? rolesOf[Int(bucketOf[Int(scalar)])] : 0
  }

  /// The longest word of the role at a place.
  func longest(_ role: WordRole, at place: Int, in cells: UnsafePointer<Cell>, count: Int) -> Match? {
    guard place < count, cells[place].scalar < 0x10000 else { return nil }
    let bucket = Int(bucketOf[Int(cells[place].scalar)])
    guard rolesOf[bucket] & role.bit != 0 else { return nil }
    let rolesBefore = (rolesOf[bucket] & (role.bit - 1)).nonzeroBitCount
    let first = Int(roleStart[Int(firstRoleOf[bucket]) + rolesBefore])
    for index in first..<Int(bucketStart[bucket + 1]) {
      let entry = entries[index]
      if entry.role != role { break }
      guard place + Int(entry.length) <= count else { continue }
      var offset = 1
      while offset < Int(entry.length), scalars[Int(entry.start) + offset] == cells[place + offset].scalar {
        offset += 1
      }
      if offset == Int(entry.length) { return Match(payload: entry.payload, end: place + offset) }
    }
    return nil
  }

  /// The word of the role that is exactly this long.
  func exact(_ role: WordRole, length: Int, at place: Int, in cells: UnsafePointer<Cell>, count: Int)
    -> Match?
  {
    guard place < count, cells[place].scalar < 0x10000 else { return nil }
    let bucket = Int(bucketOf[Int(cells[place].scalar)])
    for index in Int(bucketStart[bucket])..<Int(bucketStart[bucket + 1]) {
      let entry = entries[index]
      guard entry.role == role, Int(entry.length) == length, place + length <= count else { continue }
      let isSame = (1..<max(1, length)).allSatisfy {
        scalars[Int(entry.start) + $0] == cells[place + $0].scalar
      }
      if isSame { return Match(payload: entry.payload, end: place + length) }
    }
    return nil
  }

  private static func folded(_ word: String) -> [UInt32] {
    word.unicodeScalars.map { FoldedScalar.of($0.value) }
  }
}
