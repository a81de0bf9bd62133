// The operations of queues, search and overview, for the walk through the table of permissions.
import Organisations
import Permissions
import Quantities
import Records
import Testing

@testable import OfficeOperations

extension WalkedOperation {
  static var queues: [WalkedOperation] {
    let place = FormDesk.unitPlace
    return [
      WalkedOperation("ReadQueue", .readQueue, at: place) { walk in
        let path = try #require(OrganisationPath(place))
        let filter = QueueFilter(place: path)
        return { _ = try await ReadQueue(filter).run(in: walk.office, by: $0) }
      },
      WalkedOperation("SearchForms", .search, at: place) { walk in
        let path = try #require(OrganisationPath(place))
        return { _ = try await SearchForms("养老", place: path).run(in: walk.office, by: $0) }
      },
      WalkedOperation("ReadOverview", .readOverview, at: place) { walk in
        let path = try #require(OrganisationPath(place))
        return { _ = try await ReadOverview(place: path).run(in: walk.office, by: $0) }
      },
      WalkedOperation("ExportOverview", .exportOverview, at: place) { walk in
        let path = try #require(OrganisationPath(place))
        let export = ExportOverview(reading: ReadOverview(place: path))
        return { _ = try await export.run(in: walk.office, by: $0) }
      },
      WalkedOperation("ListViews", .keepOwnViews, at: Walk.root) { walk in
        { _ = try await ListViews().run(in: walk.office, by: $0) }
      },
      WalkedOperation("SaveView", .keepOwnViews, at: Walk.root) { walk in
        try await walk.removeViews()
        return { try await SaveView(name: "没有发现的", filter: QueueFilter()).run(in: walk.office, by: $0) }
      },
      WalkedOperation("RemoveView", .keepOwnViews, at: Walk.root) { walk in
        try await walk.removeViews()
        let person = walk.walker.id
        let id = try await walk.office.change { records in
          let id: SavedViewID = try records.nextNumber()
          try records.add(SavedView(id: id, person: person, name: "大额的", filter: "found=errors"))
          return id
        }
        return { try await RemoveView(id: id).run(in: walk.office, by: $0) }
      },
    ]
  }
}

extension Walk {
  fileprivate func removeViews() async throws {
    let person = walker.id
    try await office.change { records in
      for view in try records.savedViews(of: person) {
        try records.remove(view.value.id, expecting: view.revision)
      }
    }
  }
}
