"""The cases that wait, in the order of urgency, and long lists of them. Door: `pages`."""
