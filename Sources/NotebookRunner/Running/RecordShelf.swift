import Experiments
import Foundation
import Synchronization

/// The records that blocks yet to run need; each is dropped after the last of them.
final class RecordShelf: Sendable {
  private struct Place {
    var record: Record?
    var users: Int
  }

  private let places: Mutex<[BlockID: Place]>
  /// Held while a record is made, so that it is made once.
  private let making = NSRecursiveLock()

  init(_ blocks: [BlockPlan]) {
    var places: [BlockID: Place] = [:]
    let users = blocks.flatMap { $0.upstream } + blocks.filter { $0.isCarried }.map { $0.id }
    for id in users { places[id, default: Place(users: 0)].users += 1 }
    self.places = Mutex(places)
  }

  /// Keeps a record if some block will need it.
  func put(_ record: Record, of id: BlockID) {
    places.withLock { places in
      if let place = places[id], place.users > 0 { places[id]?.record = record }
    }
  }

  /// The record of a block; `make` makes it if it is not here.
  func record(of id: BlockID, make: () throws -> Record) rethrows -> Record {
    if let record = places.withLock({ $0[id]?.record }) { return record }
    making.lock()
    defer { making.unlock() }
    if let record = places.withLock({ $0[id]?.record }) { return record }
    let record = try make()
    put(record, of: id)
    return record
  }

  /// One block less needs the record.
  func release(_ id: BlockID) {
    places.withLock { places in
      places[id]?.users -= 1
      if let place = places[id], place.users <= 0 { places[id]?.record = nil }
    }
  }
}
