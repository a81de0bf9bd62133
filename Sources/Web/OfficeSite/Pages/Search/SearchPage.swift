// Forms found by words, with the words where they stand.
import Design
import HTML
import HTTP
import OfficeOperations
import Organisations
import Permissions
import Quantities
import Records
import Workflow

extension OfficePages {
  @Sendable func searchPage(_ request: Request, _ context: OfficeContext) async throws -> Response {
    let signedIn = try context.person()
    let query = try request.target.query()
    let filter = try self.filter(query)
    let question = query["q"] ?? ""
    let found = try await SearchForms(
      question, year: filter.years.first, place: filter.place, before: query["before"].flatMap { FormID($0) }
    ).run(in: office, by: signedIn)
    var content: [any Component] = [try await searchFilters(question, filter, of: signedIn)]
    if !found.isAskable {
      content.append(EmptyPlace(SearchWording.nothingAsked, SearchWording.nothingAskedAdvice))
    } else if found.hits.isEmpty, found.next == nil {
      content.append(EmptyPlace(SearchWording.nothing, SearchWording.nothingAdvice))
    } else {
      content.append(HitList(hits: found.hits))
      content.append(
        Turns(
          previous: nil,
          next: found.next.map {
            Routes.search().with([("q", question)] + filter.pairs + [("before", $0.description)])
          }, note: SearchWording.found(found.hits.count, isMore: found.next != nil)))
    }
    return try await page(
      SearchWording.title, request, context, here: Routes.search(),
      pageBar: PageBar(SearchWording.title, beside: [Words(SearchWording.latestFirst)]),
      content: [Frame([Panel(nil, isPadded: false, content)])]
    ).response()
  }

  private func searchFilters(
    _ question: String, _ filter: QueueFilter, of signedIn: SignedIn
  ) async throws -> Filters {
    let years = try await formYears(by: signedIn).map(\.value.year)
    let places = try await queuePlaces(of: signedIn)
    return Filters(
      action: Routes.search(),
      selects: [
        .init(
          name: "year", label: QueuePageWording.year,
          options: [("", QueuePageWording.allYears)]
            + years.map { ($0.description, QueuePageWording.yearOption($0)) },
          value: filter.years.first?.description ?? ""),
        .init(
          name: "place", label: QueuePageWording.place,
          options: [("", QueuePageWording.wholeReach)] + places.map { ($0.path.description, $0.label) },
          value: filter.place?.description ?? ""),
      ], words: ("q", SearchWording.words, question), button: SearchWording.ask)
  }
}

/// What was found, each form with the places where the words stand.
private struct HitList: Component {
  var hits: [SearchForms.Hit]

  func write(to page: inout MarkupWriter) {
    page.element("ol", ["class": "found"]) { page in
      for hit in hits {
        page.element("li") { page in
          page.element("h3") { $0.add(Lead(QueuePageWording.name(of: hit.line), Routes.form(hit.line.form))) }
          page.element("p", ["class": "about"]) { page in
            page.add(Tag(hit.line.stage))
            page.element("span") { $0.text(QueuePageWording.about(hit.line)) }
            if let amount = hit.line.digest.amount {
              page.element("span") { $0.text(QueuePageWording.tenThousands(amount)) }
            }
          }
          for place in hit.places { write(place, to: &page) }
        }
      }
    }
  }

  private func write(_ place: SearchForms.Excerpt, to page: inout MarkupWriter) {
    page.element("p", ["class": "excerpt"]) { page in
      page.element("b") { $0.text(SearchWording.part(place.part) + "\u{3000}") }
      page.text(place.before)
      page.element("mark") { $0.text(place.word) }
      page.text(place.behind)
    }
  }
}
