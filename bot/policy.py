"""The policy of a conversation that is one form: Rasa's rules, without the search for them."""

from __future__ import annotations

from typing import Any

from rasa.core.policies.policy import PolicyPrediction
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class ConversationPolicy(RulePolicy):
    """Goes on with the active form at once, and asks the rules only where there is none.

    RulePolicy matches every rule twice a prediction before it looks at the form
    (rule_policy.py:1116-1165), although no rule of ours may leave the form: a tenth of a turn.
    """

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        """Predict the form or, after it, listening; see the parent class for the rest."""
        action, _source = self._find_action_from_loop_happy_path(tracker)
        if action is None:
            return super().predict_action_probabilities(tracker, domain, rule_only_data, **kwargs)
        return self._rule_prediction(self._prediction_result(action, tracker, domain), None)
