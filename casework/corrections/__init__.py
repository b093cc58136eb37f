"""Answers that are taken out, changed and added to, up to the review and after it."""
