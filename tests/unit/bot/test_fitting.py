"""The quick softmax finds what scikit-learn finds."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix, hstack, random
from sklearn.linear_model import LogisticRegression

from bot.nlu.fitting import fit_softmax


@pytest.mark.parametrize("full", [0, 5])
def test_it_finds_the_solution_of_scikit_learn(full: int) -> None:
    chance = np.random.default_rng(7)
    sparse = random(200, 40, 0.1, random_state=7)
    features = hstack([sparse, csr_matrix(chance.normal(size=(200, full)))]).tocsr()
    classes = chance.choice(["bath", "ash", "cliff"], 200)
    counts = chance.uniform(0.5, 3, 200)
    expected = LogisticRegression(max_iter=1000, tol=1e-4).fit(features, classes, counts)
    fitted = fit_softmax(features, classes.tolist(), counts, tolerance=1e-4)
    assert fitted.classes.tolist() == ["ash", "bath", "cliff"]
    np.testing.assert_allclose(fitted.weights, expected.coef_, atol=2e-3)
    np.testing.assert_allclose(fitted.bias, expected.intercept_, atol=2e-3)
