"""The order of a turn, and the turns that run in another order."""
