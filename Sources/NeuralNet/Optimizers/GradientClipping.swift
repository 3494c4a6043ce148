/// What keeps gradients small before an update.
public enum GradientClipping: Equatable, Sendable {
  /// All gradients are multiplied with `min(1, limit / (norm + 1e-6))`, norm being that of all of
  /// them together: the direction stays.
  ///
  /// - Source: On the difficulty of training Recurrent Neural Networks, Pascanu, Mikolov and Bengio
  ///   2013, algorithm 1; `torch.nn.utils.clip_grad_norm_`.
  case norm(Float)
  /// Each number is brought into `[−limit, limit]`; `torch.nn.utils.clip_grad_value_`.
  case value(Float)
}
