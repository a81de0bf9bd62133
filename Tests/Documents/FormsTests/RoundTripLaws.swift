// Laws over invented records: what a layout prints can be read in again, whatever is filled and blank.
import FormSheets
import Model
import Testing

@testable import Forms

@Suite struct RoundTripLaws {
  @Test(arguments: FormKind.allCases)
  func `whatever fields are filled, a sheet read in again gives the record that it shows`(kind: FormKind) {
    let records = InventedRecords(seed: 7)
    var told = 0
    for number in 0..<100 {
      let form = records.form(kind)
      for layout in FormLayout.layouts(for: form) where layout.showsRecord {
        let trip = RoundTrip(form, in: layout)
        guard !trip.differences.isEmpty, told < 6 else { continue }
        told += 1
        #expect(trip.differences.prefix(5) == [], "record \(number) in \(layout.rawValue)")
      }
    }
  }
}
