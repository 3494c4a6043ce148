"""scikit-learn's time for a training step of the perceptrons W1, W2 and W4 (MLPClassifier).

A step is one call of `partial_fit` with one batch, so the loop's own work is in it, as for PyTorch.
"""

import numpy as np
from sklearn.neural_network import MLPClassifier
from threadpoolctl import threadpool_limits

from rounds import arguments, report

OPTIONS = {
    "W1": ((16, 16), "tanh", "sgd", 0.1, (200, 2), 2),
    "W2": ((16, 16), "tanh", "sgd", 0.1, (10, 2), 2),
    "W4": ((256, 128), "relu", "adam", 0.001, (64, 784), 10),
}


def main():
    options = arguments(__doc__)
    hidden, activation, solver, rate, shape, classes = OPTIONS[options.workload]
    generator = np.random.default_rng(1)
    features = generator.random(shape, np.float32)
    labels = generator.integers(0, classes, shape[0])
    model = MLPClassifier(
        hidden, activation=activation, solver=solver, learning_rate_init=rate, momentum=0.9,
        nesterovs_momentum=False, alpha=0, batch_size=shape[0],
    )
    model.partial_fit(features, labels, classes=np.arange(classes))

    def run(steps):
        for _ in range(steps):
            model.partial_fit(features, labels)

    with threadpool_limits(options.threads):
        report(run, options)


if __name__ == "__main__":
    main()
