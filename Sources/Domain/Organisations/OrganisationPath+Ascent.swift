// Who stands above a place.

extension OrganisationPath {
  /// The place itself and everything above it, the nearest first: its codes up to the region, then the
  /// regions around that.
  ///
  /// Example: `330122101/713001` has `330122101/713001`, `330122101/713`, `330122101/`, `330122/`,
  /// `330100/` and `330000/`.
  package var ascent: [OrganisationPath] {
    let codes = code.lineage.reversed().map { OrganisationPath(region: region, code: $0) }
    let lengths = RegionCode.lengths.reversed().filter { $0 < region.digits.utf8.count }
    let around = lengths.compactMap { length -> OrganisationPath? in
      // In a city without counties the six digits of a county are the city's own four, filled up.
      guard let above = RegionCode(region.digits.prefix(length)), above.digits.utf8.count == length else {
        return nil
      }
      return OrganisationPath(region: above)
    }
    return codes + around
  }
}
