import Experiments
import Notebook

/// A labelled block that other blocks may use.
struct Definition {
  /// What others use it for.
  enum Role: String {
    /// `data: label`
    case data
    /// `model: label`
    case model
    /// `run: label`
    case run = "train"
    /// Any other block that runs: `data: label` of a plot.
    case result

    /// Whether a block of this role is what a use for `other` needs.
    func serves(_ other: Role) -> Bool { self == other || (self == .run && other == .result) }
  }

  let id: BlockID
  let role: Role
  let label: String
  /// Where the label stands.
  let position: SourcePosition
  /// What takes the place of the use: a data set, the options of a model; nothing for a run.
  let body: OptionValue
}

/// What a label means to the block that uses it.
enum DefinitionLookup {
  case found(Definition)
  /// No block of the role has the label; the labels that there are.
  case unknown(known: [String])
  /// Several other notebooks have it.
  case ambiguous([Definition])
}

/// The labelled definitions of all notebooks that run together.
struct DefinitionTable {
  private var byLabel: [String: [Definition]] = [:]
  private var byID: [BlockID: Definition] = [:]

  mutating func add(_ definition: Definition) {
    byID[definition.id] = definition
    byLabel[definition.label, default: []].append(definition)
  }

  /// All definitions, in the order of the notebooks.
  var all: [Definition] { byID.values.sorted { $0.id < $1.id } }

  /// The definition that a block is.
  subscript(id: BlockID) -> Definition? { byID[id] }

  /// The definition that `label` means in `notebook`: its own, else the only one elsewhere.
  func find(_ label: String, _ role: Definition.Role, from notebook: Int) -> DefinitionLookup {
    let fitting = (byLabel[label] ?? []).filter { $0.role.serves(role) }
    if let own = fitting.first(where: { $0.id.notebook == notebook }) { return .found(own) }
    if fitting.count == 1 { return .found(fitting[0]) }
    return fitting.isEmpty ? .unknown(known: labels(of: role)) : .ambiguous(fitting)
  }

  func labels(of role: Definition.Role) -> [String] {
    byLabel.filter { $0.value.contains { $0.role.serves(role) } }.keys.sorted()
  }
}
