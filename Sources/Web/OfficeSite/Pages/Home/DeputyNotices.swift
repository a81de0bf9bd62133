// Whose part one takes today, and who takes one's own: said where one begins to work.
import Design
import HTTP
import OfficeOperations
import Organisations
import Records

extension OfficePages {
  /// A notice for each deputy of today, of whichever side; nothing where there is none.
  func deputyNotices(of signedIn: SignedIn) async throws -> [any Component] {
    let today = office.today
    let own = signedIn.person.id
    let lines: [(name: String, deputy: Deputy)] = try await office.read { records in
      try records.deputies(of: own).map(\.value).filter { $0.holds(on: today) }.map { deputy in
        let other = deputy.deputy == own ? deputy.principal : deputy.deputy
        return (name: try records.person(other).value.name, deputy: deputy)
      }
    }
    return lines.map { line in
      let last = OfficeWording.day(line.deputy.last, today: today)
      let title =
        line.deputy.deputy == own
        ? HomeWording.acting(for: line.name, until: last) : HomeWording.replaced(by: line.name, until: last)
      return Notice(
        .tell, title, buttons: [Button.small(OfficeWording.deputies, .go(Routes.ownDeputies()), look: .quiet)]
      )
    }
  }
}
