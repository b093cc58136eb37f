"""How a verb is denied: "don't", "dont", "haven't"; for patterns that start at a word."""

NOT_VERB = (
    r"(?:[a-z]+n't|(?:do|did|does|has|have|had|is|are|was|were|wo|ca|would|should|could|must)nt)"
)
