"""Which colleague answers a conversation now, and who looks on. Door: `claims`."""
