"""Rasa's logistic regression over intents, stopped when it has learnt enough."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix
from sklearn.utils.class_weight import compute_sample_weight

from bot.nlu.features import stack_sentence_features
from bot.nlu.fitting import fit_softmax

TWO_INTENTS = 2


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(LogisticRegressionClassifier):
    """As its parent, with a tolerance that fits any number of examples.

    The solver stops by the slope of a loss that is summed over the examples. A tolerance right
    for fifteen thousand would stop it at the first step for three hundred, and one right for
    three hundred would keep it busy for half a minute here.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The parent's, and `tolerance_an_example`, from which its `tol` is worked out."""
        return {
            **LogisticRegressionClassifier.get_default_config(),
            # 100, the parent's default, does not converge (rasa-facts B14).
            "max_iter": 1000,
            "tolerance_an_example": 0.0005,
        }

    def train(self, training_data: TrainingData) -> Resource:
        """Train the classifier on a data set: as its parent, by a quicker solver (fitting.py).

        What is kept is scikit-learn's classifier. Of two intents it keeps one row; its own solver
        does those.
        """
        self.clf.tol = self.config["tolerance_an_example"] * len(training_data.intent_examples)
        features, intents = self._create_training_matrix(training_data)
        if len(set(intents)) <= TWO_INTENTS:
            return super().train(training_data)
        fitted = fit_softmax(
            features,
            intents,
            compute_sample_weight("balanced", intents),
            tolerance=self.clf.tol,
            most_steps=self.config["max_iter"],
        )
        self.clf.classes_ = fitted.classes
        self.clf.coef_, self.clf.intercept_ = fitted.weights, fitted.bias
        self.clf.n_features_in_ = features.shape[1]
        self.persist()
        return self._resource

    def _create_X(self, messages: list[Message]) -> csr_matrix:
        return stack_sentence_features(messages)
