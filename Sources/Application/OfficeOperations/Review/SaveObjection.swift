// A cell of the return slip, kept while it is written.
import FormDrafts
import Organisations
import Permissions
package import Quantities
package import Records

/// Writes a cell into the return slip, or changes what it says. The slip is kept as it is written.
package struct SaveObjection: Sendable {
  package var form: FormID
  /// The draft path of a cell, a row, a list or a part.
  package var path: String
  package var words: String
  /// The rule whose finding it follows.
  package var rule: String?
  /// A better value; blank for none.
  package var proposal: String
  /// Further draft paths that are opened with it.
  package var also: [String]
  /// Why it was not said in the round before; blank for nothing.
  package var whyNow: String
  /// When the entry that the page shows was written; nil where it showed none.
  package var shown: Moment?

  package init(
    form: FormID, path: String, words: String, rule: String? = nil, proposal: String = "",
    also: [String] = [], whyNow: String = "", shown: Moment? = nil
  ) {
    self.form = form
    self.path = path
    self.words = words
    self.rule = rule
    self.proposal = proposal
    self.also = also
    self.whyNow = whyNow
    self.shown = shown
  }

  /// Characters of a reason at most.
  package static let wordsMax = 1000
  private static let proposalMax = 1000
  private static let entriesMax = 200

  /// - Throws: `.permission`, `.records(.notFound)` also for a form that lies elsewhere,
  ///   `.records(.stale)` where a colleague wrote about the cell since, `.fields` with what is missing or too
  ///   long.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      try ReviewTaking(form: form, signedIn: signedIn, moment: moment).write(.objectToCells, in: records) {
        work, ground throws in
        let entry = try self.entry(in: ground, by: signedIn, at: moment)
        let place = work.slip.firstIndex { $0.path == entry.path }
        if let place, work.slip[place].person != signedIn.person.id, work.slip[place].moment != shown,
          work.slip[place].words != entry.words
        {
          throw RecordError.stale(.reviewPaper, key: entry.path, expected: 0, found: 1)
        }
        if let place {
          let old = work.slip[place]
          let isSame =
            old.words == entry.words && old.proposal == entry.proposal && old.also == entry.also
            && old.whyNow == entry.whyNow
          if !isSame { work.slip[place] = entry }
        } else {
          guard work.slip.count < Self.entriesMax else {
            throw OfficeRefusal.fields([FieldFault("words", ReviewDeskWording.slipFull)])
          }
          work.slip.append(entry)
        }
      }
    }
  }

  private func entry(
    in ground: FormGround, by signedIn: SignedIn, at moment: Moment
  ) throws(OfficeRefusal) -> ReviewWork.SlipEntry {
    let draft = ground.draft
    guard draft.pointer(ofPath: path) != nil else { throw .records(.notFound(.form, key: path)) }
    let (words, proposal, whyNow) = (words.trimmed, proposal.trimmed, whyNow.trimmed)
    var faults: [FieldFault] = []
    if words.isEmpty { faults.append(FieldFault("words", ReviewDeskWording.wordless)) }
    if words.count > Self.wordsMax {
      faults.append(FieldFault("words", ReviewDeskWording.tooLong(Self.wordsMax)))
    }
    if proposal.count > Self.proposalMax {
      faults.append(FieldFault("proposal", ReviewDeskWording.tooLong(Self.proposalMax)))
    }
    if whyNow.count > Self.wordsMax {
      faults.append(FieldFault("whyNow", ReviewDeskWording.tooLong(Self.wordsMax)))
    }
    if !faults.isEmpty { throw .fields(faults) }
    return ReviewWork.SlipEntry(
      path: path, words: words, rule: rule, proposal: proposal.isEmpty ? nil : proposal,
      also: also.filter { $0 != path && draft.pointer(ofPath: $0) != nil },
      whyNow: whyNow.isEmpty ? nil : whyNow, person: signedIn.person.id, moment: moment)
  }
}

/// Takes a cell off the return slip.
package struct DropObjection: Sendable {
  package var form: FormID
  /// The draft path of the entry.
  package var path: String

  package init(form: FormID, path: String) {
    self.form = form
    self.path = path
  }

  /// Does nothing where the slip does not name the cell.
  ///
  /// - Throws: as `SaveObjection`.
  package func run(in office: Office, by signedIn: SignedIn) async throws(OfficeRefusal) {
    let moment = office.now
    try await office.change { records in
      try ReviewTaking(form: form, signedIn: signedIn, moment: moment).write(.objectToCells, in: records) {
        work, _ throws in
        work.slip.removeAll { $0.path == path }
      }
    }
  }
}
