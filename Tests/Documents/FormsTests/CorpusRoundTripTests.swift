// Every record of the corpus, laid out and read in again: the same record.
import Model
import Testing

@testable import Forms

@Suite struct CorpusRoundTripTests {
  @Test(
    .enabled(if: Corpus.isPresent, "the corpus beside the repository is absent"), arguments: ["seeds", "dev"])
  func `a sheet read in again gives the record that it shows`(part: String) throws {
    for (name, form) in try Corpus.records(part) {
      for layout in FormLayout.layouts(for: form) where layout.showsRecord {
        let trip = RoundTrip(form, in: layout)
        #expect(trip.differences.prefix(4) == [], "\(name) in \(layout.rawValue)")
        if trip.laidOut.losses.isEmpty, form.title != nil {
          #expect(trip.laidOut.printed == form, "\(name) in \(layout.rawValue)")
        }
      }
    }
  }

  @Test(.enabled(if: Corpus.isPresent, "the corpus beside the repository is absent"))
  func `the layout chosen for a given form holds all of it`() throws {
    for (name, form) in try Corpus.records("seeds") {
      let layout = FormLayout.choice(for: form)
      let losses = FormLayout.losses(of: form, in: layout)
      #expect(losses == [], "\(name) in \(layout.rawValue)")
    }
  }
}
