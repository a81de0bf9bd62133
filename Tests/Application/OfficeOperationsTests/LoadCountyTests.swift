// The invented county in an office: each of its forms has a draft, versions and a course that really can be.
import FormDrafts
import Model
import Organisations
import Quantities
import Records
import Samples
import StorageOpening
import StorageProbes
import Testing
import Workflow

@testable import OfficeOperations

@Suite struct LoadCountyTests {
  @Test(.timeLimit(.minutes(5))) func `every form of the county has the draft and the course of its sample`()
    async throws
  {
    let folder = try ScratchFolder()
    let records = try await OpenedStorage.open(
      StoragePlace(folder: folder.path), for: .migrate, now: SmallOffice.start
    ).records
    let town = try await SmallTown(isSetUp: false, records: records)
    let county = SampleCounty(seed: 1, lastYear: 2026)
    #expect(try await LoadCounty(county, password: SmallTown.password).run(in: town.office))
    let faults = try await town.office.read { records in
      var faults: [String] = []
      var last: FormID?
      var samples = county.forms[...]
      while true {
        let page = try records.forms(FormSelection(), after: last, limit: 200)
        for stored in page {
          guard let sample = samples.popFirst() else { return faults + ["more than there are"] }
          faults += try Self.faults(of: stored.value, sample, in: records)
        }
        guard let end = page.last else { break }
        last = end.value.id
      }
      return faults + samples.prefix(1).map { "form \($0.number) is missing" }
    }
    #expect(faults.isEmpty, "\(faults.prefix(5))")
    let years = try await town.office.read { try $0.budgetYears().map(\.value) }
    #expect(years.map(\.isOpen) == [false, true, true])
    let steps = try await town.office.read { try $0.deadlines(of: years[2].year).map(\.value.step) }
    #expect(Set(steps).isSubset(of: Set(DeadlineStep.allCases.map(\.rawValue))))
    #expect(try await records.verify(expecting: []).faults.isEmpty)
    await records.close()
  }

  private static func faults(
    of entry: FormEntry, _ sample: SampleForm, in records: any RecordView
  ) throws -> [String] {
    let course = try records.course(of: entry.id)
    let draft = try records.draftRecord(of: entry)
    let named = "form \(sample.number) of \(sample.year), \(sample.stage):"
    var faults: [String] = []
    if course.stage != sample.stage || entry.stage != sample.stage.rawValue {
      faults.append("\(named) \(course.stage)")
    }
    if course.length != sample.decisions.count { faults.append("\(named) \(course.length) steps") }
    if draft != sample.draft { faults.append("\(named) another draft") }
    if entry.latestVersion != sample.versions.count {
      faults.append("\(named) \(entry.latestVersion) versions")
    }
    return faults
  }
}
