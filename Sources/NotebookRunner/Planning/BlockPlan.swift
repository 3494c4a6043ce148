import Experiments
import Notebook
import Plotting

/// A block of one of the notebooks that run together.
struct BlockID: Hashable, Comparable, Sendable {
  /// The notebook, counted from 0.
  let notebook: Int
  /// Its block, counted from 0.
  let block: Int

  static func < (a: BlockID, b: BlockID) -> Bool {
    (a.notebook, a.block) < (b.notebook, b.block)
  }
}

/// A block that is ready to run: its experiment with validated options.
struct BlockPlan: Sendable {
  let id: BlockID
  let block: ExperimentBlock
  let experiment: Experiment
  let options: Options
  /// The blocks whose records it needs, in the order in which the options name them.
  let upstream: [BlockID]
  /// The blocks whose numbers it shows, in the order in which the options name them.
  let shown: [BlockID]
  /// The block's own seed, or the notebook's.
  let seed: UInt64
  /// Whether stored results may be used.
  let usesCache: Bool
  /// What a page needs to run it again; nil if its readers cannot operate it.
  let live: LiveBlock?
  /// Why they cannot, though the notebook wishes so.
  let reasonAgainstLive: String?

  /// The blocks that must have run before.
  var needs: [BlockID] { upstream + shown }

  /// The labels by which the options name these.
  var needed: [Options.Label] { options.runs + options.shownBlocks }

  /// What users know it by.
  var name: String { block.options.label ?? block.kind }

  /// Whether the page carries its record.
  var isCarried: Bool { live?.experiment.isCarried ?? false }

  /// How its figures are laid out.
  var layout: FigureLayout { live?.layout ?? FigureLayout(block.options) }
}

extension BlockPlan {
  /// A rough guess of the seconds of work, for the order of blocks that never ran before: blocks that
  /// train go before those that do not, by their epochs and runs.
  var guessedSeconds: Double {
    guard experiment.options.contains(where: { $0.name.matches("epochs") }) else { return 1e-3 }
    let runs = experiment.options.contains { $0.name.matches("rates") } ? 60.0 : 1
    let rows = options.externalData == nil ? 1.0 : 50
    return Double(options.integer("epochs")) * runs * rows * 1e-3
  }
}

extension BlockPlan {
  /// The shortest way from the block back to itself through the blocks that it shows, itself first;
  /// nil if there is none.
  func circle(_ blocks: [BlockID: BlockPlan]) -> [BlockID]? {
    var (ways, seen): ([[BlockID]], Set<BlockID>) = ([[id]], [])
    while !ways.isEmpty {
      let way = ways.removeFirst()
      for next in blocks[way[way.count - 1]]?.shown ?? [] {
        if next == id { return way }
        if seen.insert(next).inserted { ways.append(way + [next]) }
      }
    }
    return nil
  }
}
