/// How far normal distributions are from the standard one: `KL(N(µ, σ²) ‖ N(0, 1))`, which is
/// `−½ Σ (1 + log σ² − µ² − σ²)` over the latent axis, and its mean over the batch.
///
/// Some texts take the mean over all elements instead, which weighs it less by the latent width:
/// divide by that.
///
/// - Shapes: mean and logVariance `[batch, latent]`, result one number.
/// - Source: Auto-Encoding Variational Bayes, Kingma and Welling 2014, appendix B.
public func gaussianDivergence(mean µ: Formula, logVariance: Formula) -> Formula {
  mean(-0.5 * sum(1 + logVariance - square(µ) - exp(logVariance), over: .last))
}
