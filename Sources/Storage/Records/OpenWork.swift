// What organisations still have open, added up by the store.
package import Model
package import Organisations
package import Quantities

/// Asks which organisations of a year have something open: forms of their own, or projects without one.
package struct OpenWorkQuestion: Sendable {
  package var year: FiscalYear
  /// The place and everything below it.
  package var place: OrganisationPath
  /// The kinds of forms that count.
  package var kinds: [FormKind]
  /// The stages at which a form is open; at least one.
  package var stages: [String]
  /// The kind of form that a project must not lack; nil where no project counts.
  package var lacking: FormKind?
  /// Ranks of places: that of the first that contains an organisation is the organisation's, 0 without any.
  package var ranks: [PlaceRank]
  /// At most so many lines; nil for all.
  package var limit: Int?

  package init(
    year: FiscalYear, place: OrganisationPath, kinds: [FormKind], stages: [String], lacking: FormKind? = nil,
    ranks: [PlaceRank] = [], limit: Int? = nil
  ) {
    self.year = year
    self.place = place
    self.kinds = kinds
    self.stages = stages
    self.lacking = lacking
    self.ranks = ranks
    self.limit = limit
  }

  /// A rank of everything at a place and below it.
  package struct PlaceRank: Sendable, Hashable {
    package let place: OrganisationPath
    package let rank: Int

    package init(place: OrganisationPath, rank: Int) {
      self.place = place
      self.rank = rank
    }
  }
}

/// An organisation with something open.
package struct OpenWork: Sendable, Hashable {
  package let organisation: Organisation
  /// Projects without a form.
  package let lacking: Int
  /// Forms of its very own, in the order of the stages that were asked for.
  package let forms: [Int]
  package let rank: Int

  package init(organisation: Organisation, lacking: Int, forms: [Int], rank: Int) {
    self.organisation = organisation
    self.lacking = lacking
    self.forms = forms
    self.rank = rank
  }

  /// Everything together.
  package var count: Int { forms.reduce(lacking, +) }
}

/// The organisations with something open: the highest rank first, then those with most, then by path.
package struct OpenWorkPage: Sendable, Hashable {
  package let lines: [OpenWork]
  /// How many organisations there are of each rank, on all pages; ranks without any are left out.
  package let counts: [Int: Int]

  package init(lines: [OpenWork], counts: [Int: Int]) {
    self.lines = lines
    self.counts = counts
  }
}
