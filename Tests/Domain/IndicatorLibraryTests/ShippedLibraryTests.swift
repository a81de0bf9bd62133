// The library that comes with the program, entry by entry.
import IndicatorLibrary
import IndicatorValues
import Quantities
import RuleSets
import Testing

@Suite struct ShippedLibraryTests {
  static let library = Library.shipped

  @Test func `it can be read, and every kind has each branch`() throws {
    let library = try Library(text: Library.shippedText)
    #expect(library.entries.count >= 150)
    for kind in library.kinds where !kind.isGeneral {
      let entries = library.entries.filter { $0.kind == kind.title }
      for category in [IndicatorCategory.quantity, .quality, .timeliness, .cost, .satisfaction] {
        #expect(entries.contains { $0.fits(category) }, "\(kind.title): \(category)")
      }
      #expect(entries.contains { $0.places.contains(where: \.isBenefit) }, "\(kind.title)")
    }
    #expect(library.kinds.count { $0.isGeneral } == 1)
  }

  @Test func `every value means what its signs say`() throws {
    for entry in Self.library.entries {
      let value = entry.value
      let filled = value.filled(with: "6")
      let parsed = IndicatorValue.parse(
        filled, context: ValueContext(name: entry.name, level2: PlaceLabels.label(of: entry.places[0])))
      #expect(parsed.problems.isEmpty, "\(entry.line): \(filled)")
      guard !value.isDeadline else {
        #expect(parsed.value.kind == .deadline)
        continue
      }
      guard case .measure(let measure) = parsed.value.meaning, let unit = value.unit else {
        Issue.record("\(entry.line): \(filled) is \(parsed.value.kind)")
        continue
      }
      #expect(measure.comparator == value.comparator && measure.per == value.per && measure.subject == nil)
      // The scale of 万元 goes into the number.
      let number = value.number ?? ExactDecimal(value.unitText.hasPrefix("万") ? 60_000 : 6)
      #expect(measure.unit == unit && measure.number == number, "\(entry.line): \(filled)")
    }
  }

  @Test func `every entry can hang in the tree of 2015 and in that of 2021`() {
    // 可持续影响 is only in the first, the kinds of cost only in the second; cost without a kind fits both.
    for entry in Self.library.entries {
      #expect(entry.places.contains { $0 != .sustainability && (!$0.isCost || $0 == .cost) }, "\(entry.line)")
    }
  }

  @Test func `a blank value reads as a blank one with its sign and unit`() {
    for entry in Self.library.entries where entry.value.isBlank {
      #expect(entry.value.text.contains("__"))
      guard case .placeholder(let slot) = IndicatorValue.parse(entry.value.text).value.meaning else {
        Issue.record("\(entry.line): \(entry.value.text)")
        continue
      }
      #expect(slot.comparator == entry.value.comparator)
    }
  }

  @Test func `names and methods read well`() {
    for entry in Self.library.entries {
      #expect((3...15).contains(entry.name.count), "\(entry.line): \(entry.name)")
      #expect(!entry.name.contains { "，。；、 ".contains($0) }, "\(entry.line)")
      #expect(entry.method.last == "。" && entry.method.count(where: { $0 == "。" }) == 1, "\(entry.line)")
      #expect((6...60).contains(entry.method.count), "\(entry.line)")
      #expect(!entry.replaces.contains(entry.name), "\(entry.line)")
      #expect(Set(entry.triggers).count == entry.triggers.count, "\(entry.line): \(entry.triggers)")
      if entry.value.isShare { #expect(entry.method.contains("÷"), "\(entry.line)") }
    }
    #expect(Set(Self.library.kinds.flatMap(\.words)).count == Self.library.kinds.flatMap(\.words).count)
  }

  @Test func `a figure that depends on the unit is left to the clerk`() {
    // Usual figures are shares of all or none at all; counts and money are never made up.
    for entry in Self.library.entries where !entry.value.isBlank {
      #expect(entry.value.isShare || entry.value.number == .zero, "\(entry.line): \(entry.value.text)")
    }
    for entry in Self.library.entries where entry.value.unit?.dimension == .money {
      #expect(entry.value.isBlank, "\(entry.line)")
    }
  }
}
