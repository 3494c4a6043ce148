/// What a generator and a discriminator make small; both read logits, without a sigmoid.
///
/// D is the discriminator's logit for real and for generated data; `log σ` is computed as
/// `−softplus(−D)`, which overflows nowhere.
public enum AdversarialLoss: Equatable, Sendable {
  /// The discriminator makes `−log σ(D(x)) − log(1 − σ(D(G(z))))` small, the generator
  /// `log(1 − σ(D(G(z))))`, whose gradient vanishes where the discriminator wins.
  case minimax
  /// The same discriminator; the generator makes `−log σ(D(G(z)))` small.
  case nonSaturating
  /// The discriminator makes `½ (D(x) − 1)² + ½ D(G(z))²` small, the generator
  /// `½ (D(G(z)) − 1)²`.
  ///
  /// - Source: Least Squares Generative Adversarial Networks, Mao et al. 2017, equation 9.
  case leastSquares
  /// The discriminator, a critic, makes `D(G(z)) − D(x)` small, the generator `−D(G(z))`. The
  /// critic's parameters must be clipped: see `ParameterClipping`.
  ///
  /// - Source: Wasserstein GAN, Arjovsky, Chintala and Bottou 2017.
  case wasserstein

  /// The discriminator's loss, from its logits; means over the batch.
  public func discriminator(real: Formula, generated: Formula) -> Formula {
    switch self {
    case .minimax, .nonSaturating:
      mean(apply(.softplus, -real)) + mean(apply(.softplus, generated))
    case .leastSquares: 0.5 * mean(square(real - 1)) + 0.5 * mean(square(generated))
    case .wasserstein: mean(generated) - mean(real)
    }
  }

  /// The generator's loss, from the discriminator's logits for what it generated.
  ///
  /// - Source: of the first two, Generative Adversarial Nets, Goodfellow et al. 2014.
  public func generator(generated: Formula) -> Formula {
    switch self {
    case .minimax: -mean(apply(.softplus, generated))
    case .nonSaturating: mean(apply(.softplus, -generated))
    case .leastSquares: 0.5 * mean(square(generated - 1))
    case .wasserstein: -mean(generated)
    }
  }
}
