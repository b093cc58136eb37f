"""Whose conversation it is and who may open it; what is said is in messages/. Door: `opening`."""
