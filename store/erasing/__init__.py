"""Forgetting, and showing what is kept: on request and by age. Doors: `erasers`, `retention`."""
