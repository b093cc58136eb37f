"""The domain: what a referral is, what is asked next, what the law says. No web, SQL or Rasa."""

VERSION = "1.0.0"
"""The version of the assistant, kept with each referral."""
