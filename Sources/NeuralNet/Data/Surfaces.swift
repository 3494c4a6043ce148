extension SyntheticData {
  /// A plane over the square from -1 to 1, `z = 0.6 (x + y)`, at points drawn evenly.
  ///
  /// - Parameters:
  ///   - samples: default 200.
  ///   - noise: standard deviation added to z; default 0.1.
  public static func plane(samples: Int = 200, noise: Float = 0.1) -> SyntheticData {
    surface("plane", samples: samples, noise: noise) { x, y in 0.6 * (x + y) }
  }

  /// Three hills and three hollows over the same square, in two rows, each a cone of height 1 and
  /// radius 1/3: `z = ±max(1 − 3 r, 0)`, r the distance from the nearest top.
  ///
  /// - Parameters:
  ///   - samples: default 200.
  ///   - noise: standard deviation added to z; default 0.1.
  public static func hills(samples: Int = 200, noise: Float = 0.1) -> SyntheticData {
    surface("hills", samples: samples, noise: noise) { x, y in
      let column = min(max((x * 1.5).rounded(.toNearestOrEven), -1), 1)
      let (dx, dy) = (x - column / 1.5, y.magnitude - 5 / 12)
      let height = max(1 - 3 * (dx * dx + dy * dy).squareRoot(), 0)
      return (column == 0) == (y > 0) ? -height : height
    }
  }

  /// Points of the square from -1 to 1, drawn evenly, each with the height of a surface there.
  ///
  /// Two are equal if their names and counts are; their formulas are not compared.
  ///
  /// - Parameters:
  ///   - noise: standard deviation added to the height; to both coordinates if it is parted.
  ///   - isParted: whether the target is the class 1 where the surface is above 0, and 0 elsewhere;
  ///     where it has no finite height the target has none either.
  public static func surface(
    _ name: Name, samples: Int, noise: Float, isParted: Bool = false,
    height: @escaping @Sendable (_ x: Float, _ y: Float) -> Float
  ) -> SyntheticData {
    SyntheticData(
      name, samples: samples, noise: noise, task: isParted ? .binary : .regression,
      form: Form(featureCount: 2)
    ) { _, _, noise, random, rows in
      let x = random.nextUniform(from: -1, to: 1), y = random.nextUniform(from: -1, to: 1)
      let z = height(x, y)
      if isParted {
        rows.features += [x + noise * random.nextNormal(), y + noise * random.nextNormal()]
        rows.targets.append(z.isFinite ? (z > 0 ? 1 : 0) : z)
      } else {
        rows.features += [x, y]
        rows.targets.append(z + noise * random.nextNormal())
      }
    }
  }
}
