// The corpus of published forms, file to record: the seeds exactly, the others nearly, no form where none is.
import Testing

@Suite(.enabled(if: Corpus.isPresent, "no corpus of published forms here: set PLUMBLINE_SHARED"))
struct CorpusTests {
  @Test(arguments: Corpus.cases("seeds")) func `every field of a seed is exact`(document: Corpus.Case) throws
  {
    let comparison = try RecordComparison(
      expected: document.expected, got: document.forms(), wrapsLines: document.wrapsLines)
    #expect(comparison.differences == [])
    #expect(comparison.expectedCount > 30)
  }

  @Test func `of all fields of the other forms 99 in a hundred are right`() throws {
    var total = RecordComparison(expected: [], got: [], wrapsLines: false)
    var doubtful: [String] = []
    for document in Corpus.cases("dev") where !document.expected.isEmpty {
      let comparison = try RecordComparison(
        expected: document.expected, got: document.forms(), wrapsLines: document.wrapsLines)
      total.add(comparison)
      if comparison.score < 9_900 { doubtful.append("\(document.testDescription): \(comparison.score)") }
    }
    #expect(total.expectedCount > 1_000)
    #expect(total.score >= 9_900, "\(doubtful)")
  }

  @Test func `a document without a form gives none`() throws {
    let documents = Corpus.cases("dev").filter(\.expected.isEmpty)
    #expect(!documents.isEmpty)
    for document in documents {
      let forms = try document.forms()
      #expect(forms.count == 0, "\(document.testDescription)")
    }
  }
}
