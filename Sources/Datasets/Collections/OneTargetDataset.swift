import NeuralNet

/// A data set of one target column, from values that are already checked.
///
/// - Parameters:
///   - path: the file, for messages.
///   - names: the classes; none for a regression.
///   - size: width and height of the images that the rows are.
func oneTargetDataset(
  path: String, features: [Float], targets: [Float], names: [String] = [],
  size: (width: Int, height: Int) = (0, 0)
) throws(DatasetError) -> Dataset {
  let task: Dataset.Task =
    switch names.count {
    case 0: .regression
    case 2: .binary
    default: .classes(names.count)
    }
  do throws(DataError) {
    return try Dataset(
      features: features, targets: targets, featureCount: features.count / max(targets.count, 1),
      targetCount: 1, task: task, classNames: names.map { Array($0.utf8) },
      imageWidth: size.width, imageHeight: size.height)
  } catch {
    throw .rejected(path: path, error)
  }
}
